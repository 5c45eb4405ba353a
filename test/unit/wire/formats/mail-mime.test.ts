import { describe, expect, test } from 'vitest';
import { blockText } from '../../../../main/wire/dispatch.ts';
import { message } from '../../../../preload/contract/messages.ts';
import { dispatchesOf } from '../reading.ts';

const HEAD = 'From: Desk <desk@nord.example>\nDate: Tue, 10 Mar 2026 10:00:00 +0100\nMIME-Version: 1.0\n';

/** The only dispatch of a mail with these further headers and this body, given as one character per byte. */
function mailOf(headers: string, body: string) {
  const { dispatches, complete } = dispatchesOf(Buffer.from(`${HEAD}${headers}\n\n${body}\n`, 'latin1'));
  const [dispatch, ...others] = dispatches;
  if (!dispatch || others.length > 0) throw new Error('not one dispatch');
  return { ...dispatch, complete, paragraphs: dispatch.body.map(blockText) };
}

const bytes = (text: string) => Buffer.from(text).toString('latin1');

describe('comments in headers (RFC 5322, 3.2.2)', () => {
  test.each([
    'Content-Type: text/html (not "plain"; charset=x) ; charset (which?) = utf-8 (the usual)',
    'Content-Type: text/html(a (nested; one) b); charset="utf-8"',
    'Content-Type: (\\) still) text/html; charset=utf-8',
  ])('%s', (type) => {
    expect(mailOf(`Subject: Deich\n${type}`, bytes('<p>Der Deich hält.</p>')).paragraphs).toEqual(['Der Deich hält.']);
  });

  test('in the transfer encoding and in the date', () => {
    const dispatch = mailOf(
      'Subject: Deich\nContent-Transfer-Encoding: quoted-printable (7bit)',
      'Der Deich h=C3=A4lt.',
    );
    expect(dispatch.paragraphs).toEqual(['Der Deich hält.']);
    const dated = dispatchesOf(
      Buffer.from('From: a@b.example\nSubject: x\nDate: Tue, 10 Mar (spring) 2026 10:00:00 +0100 (CET)\n\nText.\n'),
    );
    expect(dated.dispatches[0]?.publishedAt).toBe('2026-03-10T10:00:00+01:00');
  });
});

describe('boundaries (RFC 2046, 5.1.1)', () => {
  test.each([
    ['outer', 'outer-inner'],
    ['outer-inner', 'outer'],
    ['=_1', '=_1_2'],
  ])('%s around %s', (outer, inner) => {
    const dispatch = mailOf(
      `Subject: Deich\nContent-Type: multipart/mixed; boundary="${outer}"`,
      `--${outer}\nContent-Type: multipart/alternative; boundary="${inner}"\n\n--${inner}  \n\nDer Deich hält.\n--${inner}\nContent-Type: text/html\n\n<p>Der <b>Deich</b> hält.</p>\n--${inner}--\n--${outer}\n\nEntwarnung um sechs.\n--${outer}--`,
    );
    expect(dispatch.paragraphs.map((text) => text.replace('\u00e4', 'ä'))).toEqual([
      'Der Deich hält.',
      'Entwarnung um sechs.',
    ]);
    expect(dispatch.complete).toBe(true);
  });

  test('a line that only begins like one is text', () => {
    const dispatch = mailOf(
      'Subject: Deich\nContent-Type: multipart/mixed; boundary=b',
      '--b\n\nDer Deich ist sicher.\n\n--bis Montag--\n--b--',
    );
    expect(dispatch.paragraphs).toEqual(['Der Deich ist sicher.', '--bis Montag--']);
  });
});

describe('encoded words (RFC 2047)', () => {
  test.each([
    ['a character split over two', '=?utf-8?Q?M=C3?=\n =?utf-8?Q?=BCller?=', 'Müller'],
    ['over words of different encodings', '=?UTF-8?B?TcM=?= =?utf-8?Q?=BCller?=', 'Müller'],
    [
      'Japanese, with escapes of its own in each',
      '=?iso-2022-jp?B?GyRCRWw1fhsoQg==?= =?iso-2022-jp?B?GyRCRWw1fhsoQg==?=',
      '東京東京',
    ],
    ['text between them stays', '=?utf-8?Q?Hafen?= und =?utf-8?Q?F=C3=A4hre?=', 'Hafen und Fähre'],
    ['different charsets', '=?iso-8859-1?Q?F=E4hre?= =?koi8-r?B?zcnS?=', 'Fähreмир'],
    ['a charset that lies', '=?us-ascii?Q?F=C3=A4hre?=', 'Fähre'],
  ])('%s', (_, subject, headline) => {
    expect(mailOf(`Subject: ${subject}`, 'Text.').headline).toBe(headline);
  });
});

describe('parameters in sections (RFC 2231)', () => {
  const attached = (disposition: string) =>
    mailOf(
      'Subject: Deich\nContent-Type: multipart/mixed; boundary=b',
      `--b\n\nDer Deich ist sicher, das teilte das Amt mit.\n--b\nContent-Type: application/pdf\nContent-Disposition: attachment; ${disposition}\n\nx\n--b--`,
    ).file.warnings;

  test.each([
    ['out of order', `filename*1*=%BCfung.pdf; filename*0*=utf-8'de'Pr%C3`, 'Prüfung.pdf'],
    [
      'plain and encoded ones mixed',
      `filename*0*=iso-8859-1''Pr%FC; filename*2=".pdf"; filename*1="fung"`,
      'Prüfung.pdf',
    ],
    [
      'more than ten',
      Array.from({ length: 12 }, (_, i) => `filename*${11 - i}=${'abcdefghijkl'[11 - i]}`).join('; '),
      'abcdefghijkl',
    ],
    [
      'the encoded form beside a plain one',
      `filename="Pruefung.pdf"; filename*=utf-8''Pr%C3%BCfung.pdf`,
      'Prüfung.pdf',
    ],
    ['quotes and semicolons inside', 'filename="a \\"b\\"; c.pdf"', 'a "b"; c.pdf'],
  ])('%s', (_, disposition, name) => {
    expect(attached(disposition)).toContainEqual(message('mail.attachment-skipped', { name }));
  });
});
