import { describe, expect, test } from 'vitest';
import { blockText } from '../../../../main/wire/dispatch.ts';
import { message } from '../../../../preload/contract/messages.ts';
import { dispatchesOf, fixture, only, onlyOf, readText } from '../reading.ts';

describe('mail', () => {
  test('encoded words over two lines, quoted-printable in 8859-15, signature', () => {
    const story = only('mail/simple.eml');
    expect(story).toMatchObject({
      id: '20261121.4711@nordpresse.example',
      headline: 'Hafen von Husum eröffnet neue Schleuse',
      source: 'Nordpresse Redaktion',
      publishedAt: '2026-11-21T09:11:58+01:00',
      urgency: 3,
      dateline: 'Husum',
      complete: true,
      notes: [{ kind: 'contact', text: 'Nordpresse, Schlossgang 3, Tel. 04841 555010' }],
    });
    expect(story.text).toBe(
      'Der Hafen von Husum hat am Samstag eine neue Schleuse eröffnet. Sie kostete 48 Millionen €.\nDer Bau dauerte vier Jahre.',
    );
  });

  test('text before HTML, flowed lines joined, what it answers as related', () => {
    const story = only('mail/alternative.eml');
    expect(story.text).toBe(
      'Der Rat tagt am Montag um neun Uhr in der Aula der Grundschule, weil der Saal renoviert wird.',
    );
    expect(story.source).toBe('Jörg Petersen');
    expect(story.related).toMatchObject([{ dispatchId: '20261121.4711@nordpresse.example' }]);
  });

  test('HTML alone, without its scripts and styles', () => {
    const story = only('mail/html.eml');
    expect(story.headline).toBe('Deich bei Tönning hält');
    expect(story.text).toBe('Der Deich bei Tönning hat gehalten.\nEntwarnung um sechs Uhr.');
  });

  test('a wire file attached becomes the dispatch; other attachments do not', () => {
    const story = only('mail/attachment.eml');
    expect(story).toMatchObject({
      headline: 'Handwerk sucht 90.000 Lehrlinge',
      status: 'embargoed',
      file: { format: 'iptc7901', path: 'mail/attachment.eml', size: fixture('mail/attachment.eml').byteLength },
    });
    expect(story.file.warnings).toContainEqual(message('mail.attachment', { name: 'bdtü77.txt' }));
  });

  test('without its last boundary it is incomplete', () => {
    expect(only('mail/cut.eml')).toMatchObject({ complete: false, headline: 'Fähre wieder frei' });
  });

  test('padding in front, an embargo in the text', () => {
    expect(only('mail/padded.eml')).toMatchObject({
      source: 'Harbour News',
      publishedAt: '2026-11-22T20:00:00+11:00',
      status: 'embargoed',
      embargoUntil: '2026-11-24T18:00:00Z',
    });
  });

  test('mails in mails are opened to a depth, and no further', () => {
    let mail = Buffer.from(fixture('iptc7901/hold.txt')).toString('base64');
    for (let depth = 0; depth < 5; depth++) {
      const raw = `From: a@b.example\nSubject: ${depth}\nDate: Sun, 22 Nov 2026 09:00:00 +0100\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: application/octet-stream; name=w.bin\nContent-Transfer-Encoding: base64\n\n${mail}\n--x--\n`;
      mail = Buffer.from(raw).toString('base64');
      const { dispatches } = dispatchesOf(Buffer.from(raw));
      expect(dispatches.map((dispatch) => dispatch.file.format)).toContain(depth < 2 ? 'iptc7901' : 'mail');
    }
  });

  test('a text with colons is no mail', () => {
    expect(onlyOf('Subject: eine Frage\n\nTermin: Montag\nOrt: Rathaus\n').file.format).toBe('plain');
  });
});

test.each([
  'From: desk@agency.example',
  '  \nReceived: from a\n  by b;\n  Sun, 22 Nov 2026',
  'Subject: Hafen\nTo: x@y.example\n',
  'Delivered-To: a@b.example\nReceived: from c\n  by d;\nReturn-Path: <e@f.example>\nX-Received: by',
])('a mere beginning of headers is no complete story: %s', (text) => {
  expect(readText(text)).toMatchObject({ complete: false });
});

describe('charsets of other machines', () => {
  const inCharset = (charset: string, [ue, ss]: readonly [string, string]) =>
    onlyOf(
      `From: Desk <desk@nord.example>\nSubject: =?${charset}?Q?M${ue}ller?=\nDate: Tue, 10 Mar 2026 10:00:00 +0100\nContent-Type: text/plain; charset=${charset}\nContent-Transfer-Encoding: quoted-printable\n\nM${ue}ller gr${ue}${ss}t.\n`,
    );

  test.each([
    ...['ibm850', 'cp850', 'CP-850', '850', 'csPC850Multilingual', 'ibm437', 'cp437', 'IBM00858', 'cp858'].map(
      (charset) => [charset, ['=81', '=E1']] as const,
    ),
    ...['x-mac-roman', 'macintosh', 'mac-roman', 'MacRoman'].map((charset) => [charset, ['=9F', '=A7']] as const),
  ])('%s is read as what it is, however short', (charset, letters) => {
    const dispatch = inCharset(charset, letters);
    expect(dispatch.headline).toBe('Müller');
    expect(dispatch.body.map(blockText)).toEqual(['Müller grüßt.']);
  });

  test('an unknown one is read by its letters', () => {
    expect(inCharset('x-unknown', ['=FC', '=DF']).headline).toBe('Müller');
  });
});

describe('a mail of neither subject nor text', () => {
  const top = 'From: Anna Brook <a@nordfunk.example>\nTo: b@c.example\nDate: Thu, 2 Apr 2026 10:00:00 +0200\n';

  test('is named after what it brings', () => {
    const part =
      '--x\nContent-Type: application/pdf; name="plan.pdf"\nContent-Transfer-Encoding: base64\n\nJVBERi0xLjQK\n--x--\n';
    expect(onlyOf(`${top}MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n${part}`)).toMatchObject({
      headline: 'plan.pdf',
      file: { format: 'mail' },
    });
  });

  test('or after who sent it', () => {
    expect(onlyOf(`${top}\n`).headline).toBe('Anna Brook');
  });
});
