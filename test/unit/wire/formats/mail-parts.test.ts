import { describe, expect, test } from 'vitest';
import { blockText, type Dispatch } from '../../../../main/wire/dispatch.ts';
import { readTnef } from '../../../../main/wire/formats/mail/tnef.ts';
import { message } from '../../../../preload/contract/messages.ts';
import { dispatchesOf } from '../reading.ts';

const HEAD =
  'From: Desk <desk@nord.example>\nSubject: Deich\nDate: Tue, 10 Mar 2026 10:00:00 +0100\nMIME-Version: 1.0\n';
const textOf = (dispatch: Dispatch | undefined) => dispatch?.body.map(blockText).join(' ¶ ');
const mailsOf = (content: string, body: string) =>
  dispatchesOf(Buffer.from(`${HEAD}Content-Type: ${content}\n\n${body}`)).dispatches;
const paragraphsOf = (content: string, body: string) => textOf(mailsOf(content, body)[0]);

describe('parts', () => {
  test('a page instead of a text that only says there is one', () => {
    const body = (plain: string) =>
      `--b\nContent-Type: text/plain\n\n${plain}\n--b\nContent-Type: text/html\n\n<p>Der Deich bei Sandau hat in der Nacht gehalten, wie das Amt mitteilte.</p>\n--b--`;
    const read = (plain: string) => paragraphsOf('multipart/alternative; boundary=b', body(plain));
    expect(read('Ihr Programm kann kein HTML. Im Browser: https://example.com/n')).toMatch(/^Der Deich bei Sandau/);
    expect(read('Der Deich hat gehalten.')).toBe('Der Deich hat gehalten.');
  });

  test('the mails of a digest', () => {
    const mail = (subject: string) =>
      `--b\n\nFrom: a@nord.example\nSubject: ${subject}\nDate: Mon, 9 Mar 2026 10:00:00 +0100\n\nEr hält.\n`;
    const read = mailsOf('multipart/digest; boundary=b', `${mail('Eins')}${mail('Zwei')}--b--`);
    expect(read.map(({ headline }) => headline)).toEqual(['Eins', 'Zwei']);
    expect(read.flatMap(({ file }) => file.warnings)).not.toContainEqual(message('text.missing', {}));
  });

  test('an attached text is a story of its own, a card is not', () => {
    const attached = (text: string) =>
      `--b\nContent-Type: text/plain\n\nAnbei.\n--b\nContent-Type: text/plain; charset=utf-8\nContent-Disposition: attachment; filename=a.txt\n\n${text}\n--b--`;
    const long =
      'Neue Fähre fährt\n\nSandau. Die Fähre fährt seit Montag wieder über den See. Sie nimmt 300 Autos mit.';
    expect(mailsOf('multipart/mixed; boundary=b', attached(long))).toMatchObject([
      { headline: 'Neue Fähre fährt', notes: [{ text: 'Anbei.' }] },
    ]);
    const [story] = mailsOf('multipart/mixed; boundary=b', attached('Anna Brook'));
    expect(story?.file.warnings).toContainEqual(message('mail.attachment-skipped', { name: 'a.txt' }));
  });

  test('signatures and pictures of the page are no attachments to warn of', () => {
    const [story] = mailsOf(
      'multipart/signed; boundary=b',
      '--b\nContent-Type: text/plain\n\nEr hält.\n--b\nContent-Type: image/png\nContent-ID: <x>\n\nx\n--b\nContent-Type: application/pkcs7-signature; name=smime.p7s\n\nx\n--b--',
    );
    expect(story?.file.warnings).toEqual([]);
  });

  test.each([
    [
      'forms',
      'application/x-www-form-urlencoded',
      'ort=Sandau&text=Der+Deich+h%C3%A4lt.',
      'ort: Sandau ¶ Der Deich hält.',
    ],
    ['enriched text', 'text/enriched', '<bold>Der Deich</bold> hält.', 'Der Deich hält.'],
    [
      'a page that is declared as text',
      'text/plain',
      '<html><body><p>Der Deich hält.</p></body></html>',
      'Der Deich hält.',
    ],
    ['UTF-7', 'text/plain; charset=utf-7', 'Er h+AOQ-lt +- alles gut.', 'Er hält + alles gut.'],
  ])('%s', (_, type, body, text) => {
    expect(paragraphsOf(type, body)).toBe(text);
  });

  test('Russian that is declared as Western European', () => {
    const bytes = Buffer.from([
      0xcf, 0xe0, 0xf0, 0xee, 0xec, 0x20, 0xf1, 0xed, 0xee, 0xe2, 0xe0, 0x20, 0xf5, 0xee, 0xe4, 0xe8, 0xf2, 0x2e,
    ]);
    const mail = Buffer.concat([Buffer.from(`${HEAD}Content-Type: text/plain; charset=iso-8859-1\n\n`), bytes]);
    expect(textOf(dispatchesOf(mail).dispatches[0])).toBe('Паром снова ходит.');
  });
});

describe('what is added to a text', () => {
  const BANNER = 'CAUTION: This email originated from outside of the organization. Do not click links.';
  const DISCLAIMER = 'Diese E-Mail ist vertraulich. Wenn Sie nicht der richtige Adressat sind, löschen Sie sie bitte.';

  test('banners, confidentiality notices and names of telephones are notes', () => {
    const [story] = mailsOf(
      'text/plain; charset=utf-8',
      `${BANNER}\n\nDer Deich hält.\n\nVon meinem iPhone gesendet\n\n${DISCLAIMER}\n`,
    );
    expect(textOf(story)).toBe('Der Deich hält.');
    expect(story?.notes).toEqual(
      [BANNER, 'Von meinem iPhone gesendet', DISCLAIMER].map((text) => ({ kind: 'nonpublic', text })),
    );
    expect(paragraphsOf('text/html; charset=utf-8', `<p>Der Deich hält.</p><p>${DISCLAIMER}</p>`)).toBe(
      'Der Deich hält.',
    );
  });

  test('copy about confidential mail stays', () => {
    const text = 'Der Minister sprach von einer vertraulichen Liste.';
    expect(paragraphsOf('text/plain', `Der Deich hält.\n\n${text}\n`)).toBe(`Der Deich hält. ¶ ${text}`);
    expect(paragraphsOf('text/plain; charset=utf-8', `${DISCLAIMER}\n`)).toBe(DISCLAIMER);
  });

  test('the frame of a signed text', () => {
    const signed =
      '-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nDer Deich hält.\n\n-----BEGIN PGP SIGNATURE-----\n\niQEz\n-----END PGP SIGNATURE-----\n';
    expect(paragraphsOf('text/plain', signed)).toBe('Der Deich hält.');
  });

  test('rows of networks with their addresses', () => {
    const plain =
      'Der Deich hält.\n\nFacebook: https://f.example/a\nMastodon: https://m.example\n\nAbmelden: https://example.com/u\n';
    expect(paragraphsOf('text/plain\nList-Id: <a.example>', plain)).toBe('Der Deich hält.');
  });
});

test('the mails of a mailbox', () => {
  const mail = (subject: string, text: string) =>
    `From a@nord.example Tue Mar 10 10:00:00 2026\nFrom: A <a@nord.example>\nSubject: ${subject}\nDate: Tue, 10 Mar 2026 10:00:00 +0100\n\n${text}\n\n`;
  const box = mail('Eins', 'Der Deich hält.\n\n>From hier an ist er neu.') + mail('Zwei', 'Er hält noch.');
  const { dispatches } = dispatchesOf(Buffer.from(box));
  expect(dispatches.map((story) => [story.headline, textOf(story)])).toEqual([
    ['Eins', 'Der Deich hält. ¶ From hier an ist er neu.'],
    ['Zwei', 'Er hält noch.'],
  ]);
});

describe('winmail.dat', () => {
  const attribute = (id: number, value: Uint8Array) => {
    const head = Buffer.alloc(9);
    head.writeUInt8(id === 0x0002800c ? 1 : 2, 0);
    head.writeUInt32LE(id, 1);
    head.writeUInt32LE(value.length, 5);
    return Buffer.concat([head, value, Buffer.alloc(2)]);
  };
  const tnef = Buffer.concat([
    Buffer.from([0x78, 0x9f, 0x3e, 0x22, 1, 0]),
    attribute(0x0002800c, Buffer.from('Der Deich hält.\0')),
    attribute(0x00069002, Buffer.alloc(14)),
    attribute(0x00018010, Buffer.from('plan.pdf\0')),
    attribute(0x0006800f, Buffer.from('%PDF')),
  ]);
  const packed = `--b\nContent-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64\n\n${tnef.toString('base64')}\n--b--`;

  test('its text is the text of the mail, its attachments those of the mail', () => {
    const [story] = mailsOf('multipart/mixed; boundary=b', packed);
    expect(textOf(story)).toBe('Der Deich hält.');
    expect(story?.file.warnings).toEqual([message('mail.attachment-skipped', { name: 'plan.pdf' })]);
  });

  test('a stream that is cut anywhere gives what stands before the cut', () => {
    expect(readTnef(Buffer.from('not TNEF'))).toBeUndefined();
    for (let length = 0; length < tnef.length; length += 1) {
      const read = readTnef(tnef.subarray(0, length));
      expect(read === undefined).toBe(length < 6);
    }
  });
});

describe('an invitation', () => {
  const CALENDAR =
    'BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VTIMEZONE\nTZID:Europe/Berlin\nBEGIN:STANDARD\nDTSTART:16010101T030000\nEND:STANDARD\nEND:VTIMEZONE\nBEGIN:VEVENT\nUID:1\nDTSTART;TZID=Europe/Berlin:20260317T110000\nDTEND;TZID=Europe/Berlin:20260317T120000\nSUMMARY:Deichschau\nLOCATION:Amt\\, Seestraße 1\\, Sandau\nDESCRIPTION:Die Schau ist öffent\n lich.\\nEinlass ab 10 Uhr.\nEND:VEVENT\nEND:VCALENDAR\n';
  const event = {
    start: '2026-03-17T11:00:00+01:00',
    end: '2026-03-17T12:00:00+01:00',
    place: 'Amt, Seestraße 1, Sandau',
  };

  test('beside a text says when and where', () => {
    const [story] = mailsOf(
      'multipart/alternative; boundary=b',
      `--b\nContent-Type: text/plain; charset=utf-8\n\nWir laden zur Deichschau ein.\n--b\nContent-Type: text/calendar; charset=utf-8\n\n${CALENDAR}--b--`,
    );
    expect(story).toMatchObject({ signal: 'advisory', event, body: [{ text: 'Wir laden zur Deichschau ein.' }] });
    expect(story?.file.warnings).toEqual([]);
  });

  test('alone is the text', () => {
    const [story] = mailsOf('text/calendar; charset=utf-8', CALENDAR);
    expect(story).toMatchObject({ headline: 'Deich', signal: 'advisory', event });
    expect(textOf(story)).toBe('Die Schau ist öffentlich. ¶ Einlass ab 10 Uhr.');
  });
});

test('an attached text has the time and the sender of its mail', () => {
  const long =
    'Neue Fähre fährt\n\nDie Fähre fährt seit Montag wieder über den See. Sie nimmt 300 Autos mit, sagt Kari Nord.';
  const [story] = mailsOf(
    'multipart/mixed; boundary=b',
    `--b\nContent-Type: text/plain\n\nAnbei.\n--b\nContent-Type: text/plain; charset=utf-8\nContent-Disposition: attachment; filename=a.txt\n\n${long}\n--b--`,
  );
  expect(story).toMatchObject({ source: 'Desk', publishedAt: '2026-03-10T10:00:00+01:00' });
  expect(story?.file.warnings).toEqual([message('mail.attachment', { name: 'a.txt' })]);
});
