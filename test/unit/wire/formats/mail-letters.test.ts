import { describe, expect, test } from 'vitest';
import { blockText } from '../../../../main/wire/dispatch.ts';
import { onlyOf } from '../reading.ts';

const COPY = 'Der Deich bei Sandau hat in der Nacht zu Freitag gehalten, wie das Amt am Morgen mitteilte.';
const mail = (subject: string, body: string, type = 'text/plain; charset=utf-8') =>
  onlyOf(
    `From: Anna Brook <anna@zeitung.example>\nSubject: ${subject}\nDate: Fri, 13 Mar 2026 10:00:00 +0100\nMIME-Version: 1.0\nContent-Type: ${type}\n\n${body}`,
    'mail.eml',
  );
const read = (subject: string, body: string, type?: string) => {
  const story = mail(subject, body, type);
  return {
    source: story.source,
    copy: story.body.map(blockText),
    notes: story.notes.map(({ kind, text }) => `${kind}: ${text.replace(/\n/g, ' / ')}`),
  };
};

describe('a mail that forwards another', () => {
  const forwarded = {
    source: 'Amt für Deiche',
    copy: [COPY],
    notes: ['editor: Für morgen. LG Anna', expect.stringMatching(/^editor: (?:Von|From|De ?): Amt für Deiche/)],
  };

  test.each([
    [
      'as Outlook does it',
      `Für morgen. LG Anna\n\nVon: Amt für Deiche <presse@amt.example>\nGesendet: Freitag, 13. März 2026 08:58\nAn: Brook, Anna <anna@zeitung.example>\nBetreff: Deich\n\n${COPY}\n`,
    ],
    [
      'as Gmail does it',
      `Für morgen. LG Anna\n\n---------- Forwarded message ---------\nFrom: Amt für Deiche <presse@amt.example>\nDate: Fr., 13. März 2026 um 08:58 Uhr\nSubject: Deich\nTo: <anna@zeitung.example>\n\n${COPY}\n`,
    ],
    [
      'as telephones do it',
      `Für morgen. LG Anna\n\nBegin forwarded message:\n\n> From: Amt für Deiche <presse@amt.example>\n> Date: 13 March 2026 at 08:58:10 CET\n> To: anna@zeitung.example\n> Subject: Deich\n> \n> ${COPY}\n`,
    ],
    [
      'in French',
      `Für morgen. LG Anna\n\nDe : Amt für Deiche <presse@amt.example>\nEnvoyé : vendredi 13 mars 2026 08:58\nÀ : Rédaction\nObjet : Deich\n\n${COPY}\n`,
    ],
  ])('%s', (_, body) => {
    expect(read('WG: Deich', body)).toEqual(forwarded);
  });

  test('as a page', () => {
    const header =
      '---------- Forwarded message ---------<br>From: <b>Amt für Deiche</b> &lt;presse@amt.example&gt;<br>Date: Fr., 13. März 2026<br>Subject: Deich<br>To: Anna';
    expect(read('Fwd: Deich', `<div>Für morgen. LG Anna</div><div>${header}</div><p>${COPY}</p>`, 'text/html')).toEqual(
      forwarded,
    );
  });

  test('a long remark is a text of its own', () => {
    const remark = `${COPY} `.repeat(10).trim();
    const { copy } = read(
      'WG: Deich',
      `${remark}\n\nVon: Amt <a@amt.example>\nGesendet: heute\nAn: uns\nBetreff: Deich\n\nEr hält.\n`,
    );
    expect(copy).toHaveLength(2);
  });
});

describe('a reply', () => {
  test.each([
    [
      'quotes the question',
      `${COPY}\n\nAm 13.03.2026 um 09:02 schrieb Jule Petersen:\n> Hält der Deich?\n>\n> Grüße\n> Jule\n`,
    ],
    ['quotes it in English', `${COPY}\n\nOn Fri, 13 Mar 2026 at 09:02, Jule Petersen wrote:\n> Hält der Deich?\n`],
    [
      'holds it below',
      `${COPY}\n\n-----Original Message-----\nFrom: Jule Petersen <jule@amt.example>\nSent: 13 March 2026 09:02\nTo: Anna\nSubject: Deich\n\nHält der Deich?\n`,
    ],
  ])('%s', (_, body) => {
    const { copy, notes, source } = read('AW: Deich', body);
    expect([source, copy]).toEqual(['Anna Brook', [COPY]]);
    expect(notes).toEqual([expect.stringMatching(/^nonpublic: .*Hält der Deich\?/)]);
  });

  test('what merely quotes in its middle keeps its text', () => {
    expect(read('Deich', `${COPY}\n\n> Er hält\n\nDas sagte Kari Nord.\n`).copy).toHaveLength(3);
  });
});

describe('a letter', () => {
  test('salutation, complimentary close and address are no copy', () => {
    expect(
      read(
        'Deich',
        `Sehr geehrte Damen und Herren,\n\n${COPY}\n\nMit freundlichen Grüßen\nKari Nord\n\nAmt\nSeestraße 1, 12345 Sandau\n`,
      ),
    ).toMatchObject({
      copy: [COPY],
      notes: [
        'editor: Sehr geehrte Damen und Herren,',
        'contact: Mit freundlichen Grüßen / Kari Nord / Amt / Seestraße 1, 12345 Sandau',
      ],
    });
  });

  test('a covering letter above a release is a note', () => {
    expect(
      read(
        'Deich',
        `Dear all,\n\nplease find below our press release.\n\nKind regards\nKari Nord\n\n--------------\n\n${COPY}\n\nEs gab keine Schäden.\n`,
      ),
    ).toMatchObject({
      copy: [COPY, 'Es gab keine Schäden.'],
      notes: ['editor: Dear all, / please find below our press release. / Kind regards / Kari Nord'],
    });
  });

  test('so is a sentence that covers it, a correction above it, an offer to answer questions below it', () => {
    const { copy, notes } = read(
      'Deich',
      `Guten Tag,\n\nnachfolgend erhalten Sie unsere Pressemitteilung.\n\nKorrektur: In der ersten Fassung war der Ort falsch.\n\n${COPY}\n\nFür Rückfragen steht Ihnen Kari Nord unter 0123 555 zur Verfügung.\n\nAmt für Deiche\nSeestraße 1\n12345 Sandau\nwww.amt.example\n`,
    );
    expect(copy).toEqual([COPY]);
    expect(notes.map((note) => note.split(':')[0])).toEqual(['editor', 'correction', 'contact', 'contact']);
  });

  test('an address that tells where something takes place stays', () => {
    expect(read('Deich', `${COPY}\n\nZeit: Dienstag, 11 Uhr\nOrt: Amt, 12345 Sandau\n`).copy).toHaveLength(3);
  });

  test.each([
    ['Best practice in ports'],
    ['Thanks to the rain, the reservoirs are full'],
    ['Liebe in Zeiten der Flut'],
    ['Hello World Festival opens in Sandau'],
    ['Viele Grüße gab es vom Minister nicht'],
  ])('a heading that begins like one is copy: %s', (heading) => {
    expect(read('Deich', `${COPY}\n\n${heading}\n\n${COPY}\n\n${COPY}\n`)).toMatchObject({
      copy: [COPY, heading, COPY, COPY],
      notes: [],
    });
    expect(read('Deich', `${heading}\n\n${COPY}\n`).copy).toEqual([heading, COPY]);
  });

  test('one that is nothing else stays', () => {
    expect(read('Gruß', 'Mit freundlichen Grüßen\nKari Nord\n').copy).not.toEqual([]);
  });

  test('a caption is none of the text', () => {
    expect(read('Deich', `${COPY}\n\nBildunterschrift: Der Deich bei Sandau. Foto: Amt\n`)).toMatchObject({
      copy: [COPY],
      notes: ['copyright: Bildunterschrift: Der Deich bei Sandau. Foto: Amt'],
    });
  });
});

describe('above a release', () => {
  test('its number, its place and day, and its headlines', () => {
    const story = mail(
      '[Presse] Deich hält',
      `PRESSEMITTEILUNG Nr. 31/2026\nSandau, 13. März 2026\n\nDeich hält\nKeine Schäden in der Nacht\n\n${COPY}\n`,
    );
    expect(story).toMatchObject({
      headline: 'Deich hält',
      subhead: 'Keine Schäden in der Nacht',
      dateline: 'Sandau, 13. März 2026',
      place: 'Sandau',
      body: [{ text: COPY }],
      notes: [{ kind: 'nonpublic', text: 'PRESSEMITTEILUNG Nr. 31/2026' }],
    });
  });

  test.each([
    ['the subject names none', 'Pressemitteilung', 'Deich hält der Flut stand'],
    ['there is no subject', '', 'Deich hält der Flut stand'],
    ['the subject is shorter', 'Deich hält', 'Deich hält der Flut stand'],
  ])('the headline is the one in the text where %s', (_, subject, headline) => {
    const story = mail(subject, `*Pressemitteilung*\n\n*Deich hält der Flut stand*\n\nSandau, 13.3.2026: ${COPY}\n`);
    expect(story).toMatchObject({ headline, place: 'Sandau', body: [{ text: COPY }] });
  });

  test('contacts, as American press offices have them, and the sign of the end', () => {
    const story = mail(
      'Dykes hold',
      `<p>FOR IMMEDIATE RELEASE</p><p>Contact: Jane Roe, 555-0100, jane@lakes.example</p><h1>Dykes hold</h1><h2>No damage in the night</h2><p>${COPY}</p><p>###</p>`,
      'text/html',
    );
    expect(story).toMatchObject({
      headline: 'Dykes hold',
      subhead: 'No damage in the night',
      body: [{ text: COPY }],
      notes: [{ kind: 'contact', text: 'Contact: Jane Roe, 555-0100, jane@lakes.example' }],
    });
  });

  test('a line that only begins like the subject is no headline', () => {
    const story = mail('Deich', `Deichbau geht voran\n\n${COPY}\n`);
    expect(story.headline).toBe('Deich');
    expect(story.body).toHaveLength(2);
  });

  test('embargo and time', () => {
    const story = mail(
      'Dykes hold',
      'EMBARGOED UNTIL 00:01 GMT ON TUESDAY 17 MARCH 2026\n\nPRESS RELEASE\n\nDykes hold\n\nThe dykes near Sandau held on Friday night, the authority said in the morning.\n',
    );
    expect(story).toMatchObject({ embargoUntil: '2026-03-17T00:01:00Z', notes: [{ kind: 'embargo' }] });
    expect(story.body).toHaveLength(1);
  });
});

describe('damage', () => {
  test('quoted-printable that no header declares', () => {
    expect(
      read(
        'Deich',
        'Der Deich h=E4lt. Das Amt ist zu=\nfrieden, =84sehr=93 sogar.=20\n',
        'text/plain; charset=windows-1252',
      ).copy,
    ).toEqual(['Der Deich hält. Das Amt ist zufrieden, „sehr“ sogar.']);
    expect(read('Deich', 'Die Formel a=B7 und c=D9 gilt, x = 3, y=z, n = m.\n').copy).toEqual([
      'Die Formel a=B7 und c=D9 gilt, x = 3, y=z, n = m.',
    ]);
  });

  test('addresses that only count readers', () => {
    expect(
      read(
        'Deich',
        'Der Deich (https://x.list-manage.com/track/click?u=1&id=2) hält. Mehr: https://amt.example/deich\n',
      ).copy,
    ).toEqual(['Der Deich hält. Mehr: https://amt.example/deich']);
  });
});
