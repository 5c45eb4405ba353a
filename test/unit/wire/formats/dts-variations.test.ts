import { expect, test } from 'vitest';
import type { Dispatch } from '../../../../main/wire/dispatch.ts';
import { onlyOf } from '../reading.ts';

/** How sites print the same dispatch: one row each of what differs, the rest stays. */
const headline = 'Hafen von Musterstadt öffnet am Montag wieder';
const first = 'Der Hafen von Musterstadt wird ab Montag wieder angelaufen. Das teilte die Verwaltung am Sonntag mit.';
const second =
  'Die Sperrung hatte drei Wochen gedauert. Zuvor war eine Schleuse beschädigt worden, wie ein Sprecher sagte.';
const date = '03.12.2025 - 16:30:43';
const page = (...parts: readonly string[]): Dispatch => onlyOf(`${parts.join('\n\n')}\n`, 'dts/page.txt');
const shape = ({ body }: Dispatch): string[] =>
  body.map((block) => ('text' in block ? `${block.type}: ${block.text}` : block.type));
const whole = [`paragraph: ${first}`, `paragraph: ${second}`];

test.each<[string, readonly string[], Partial<Dispatch>]>([
  ['one category', ['Finanzen', headline, date, first, second], { categories: ['Finanzen'] }],
  ['no category', [headline, date, first, second], { categories: [] }],
  [
    'a second headline, which is no category',
    ['Hafen öffnet', headline, date, first, second],
    { kicker: 'Hafen öffnet' },
  ],
  ['the headline three times', [`${headline}\n${headline}\n${headline}`, date, first, second], { categories: [] }],
  ['no seconds', [headline, '03.12.2025 - 16:30', first, second], { publishedAt: '2025-12-03T16:30:00+01:00' }],
  [
    'two digits for the year, the source beside it',
    [`${headline}\n22.01.26 10:07 Uhr, dts-nachrichtenagentur.de`, first, second],
    { publishedAt: '2026-01-22T10:07:00+01:00' },
  ],
  ...[
    '12. März 2026 - 14:05',
    '12. März 2026 - 14:05 Uhr',
    '12. Mrz. 2026 – 14:05:00',
    'Donnerstag, 12. März 2026, 14.05 Uhr',
    'Stand: 12. März 2026 14:05 Uhr',
    '12. März 2026, 14:05 Uhr, dts-nachrichtenagentur.de',
  ].map((written): [string, readonly string[], Partial<Dispatch>] => [
    `the name of the month: ${written}`,
    [headline, written, first, second, '@ dts-nachrichtenagentur.de'],
    { publishedAt: '2026-03-12T14:05:00+01:00' },
  ]),
  [
    'a day of the week before the day',
    [headline, 'Mittwoch, 03.12.2025 - 16:30:43', first, second],
    { publishedAt: '2025-12-03T16:30:43+01:00' },
  ],
  [
    'a day at the end',
    [headline, first, second, 'Meldung der dts Nachrichtenagentur vom 28.12.2015'],
    { publishedAt: '2015-12-28T00:00:00+01:00', publishedRaw: '28.12.2015' },
  ],
  [
    'day and hour glued to the rights at the end',
    [
      headline,
      first,
      second,
      '© dts Deutsche Textservice Nachrichtenagentur GmbH / NEWS25-Meldung vom 14.01.2026 - 14:17 Uhr',
    ],
    { publishedAt: '2026-01-14T14:17:00+01:00' },
  ],
  ['a place', [headline, date, `Brüssel - ${first}`, second], { dateline: 'Brüssel' }],
  [
    'place and agency',
    [headline, date, `Brüssel (dts Nachrichtenagentur) – ${first}`, second],
    { dateline: 'Brüssel' },
  ],
  ['a place with a colon', [headline, date, `Berlin: ${first}`, second], { dateline: 'Berlin' }],
  ['a broken dateline', [headline, date, `Potsdam ( – ${first}`, second], { dateline: 'Potsdam' }],
  ['the name of a site for a place', [headline, date, `GDN - ${first}`, second], {}],
  ['the source as a credit inside the text', [headline, date, first, 'via dts Nachrichtenagentur', second], {}],
  ['the source in brackets', [headline, date, first, second, '(Quelle: über dts Nachrichtenagentur)'], {}],
  [
    'a photo with its credit',
    [headline, date, 'Foto: Hafen, über dts Nachrichtenagentur', first, second],
    { notes: [{ kind: 'copyright', text: 'Foto: Hafen, über dts Nachrichtenagentur' }] },
  ],
  [
    'a caption with its credit',
    [headline, date, 'Hafen (Archiv), via dts Nachrichtenagentur', first, second],
    { notes: [{ kind: 'copyright', text: 'Hafen (Archiv), via dts Nachrichtenagentur' }] },
  ],
])('%s', (_, parts, expected) => {
  const dispatch = page(...parts);
  expect(dispatch).toMatchObject({
    headline,
    source: 'dts-nachrichtenagentur.de',
    file: { format: 'dts' },
    ...expected,
  });
  expect(shape(dispatch)).toEqual(whole);
});

test('the sentence of a flash makes it urgent', () => {
  const flash =
    'Die dts Nachrichtenagentur in Halle (Saale) verbreitet soeben folgende Blitzmeldung aus MUSTERSTADT: Der Hafen ist zu. Die Redaktion bearbeitet das Thema bereits.';
  expect(page('Hafen geschlossen', date, flash)).toMatchObject({
    signal: 'flash',
    urgency: 2,
    headline: 'Hafen geschlossen',
  });
});

test('short lines between whole paragraphs are sub-headings; the sign-off is for the desk', () => {
  const story = page(
    'ROUNDUP: Hafen öffnet',
    '03.12.2025 | 16:30 Uhr von dpa-AFX',
    `MUSTERSTADT (dpa-AFX) - ${first}`,
    'Lange Sperrung',
    second,
    'Neue Schleuse',
    `${first} /mfi/DP/stw`,
  );
  expect(story).toMatchObject({
    signal: 'roundup',
    source: 'dpa-AFX',
    dateline: 'MUSTERSTADT',
    notes: [{ kind: 'nonpublic', text: '/mfi/DP/stw' }],
  });
  expect(shape(story)).toEqual([
    `paragraph: ${first}`,
    'heading: Lange Sperrung',
    `paragraph: ${second}`,
    'heading: Neue Schleuse',
    `paragraph: ${first}`,
  ]);
});

test('rows of results, a line at the end, a whole sentence are no sub-headings', () => {
  const lines = ['Die Ergebnisse:', 'A-Stadt - B-Dorf 2:1', first, 'Das ist ein Satz.', second, 'Markt um 9 Uhr'];
  expect(shape(page(headline, date, ...lines))).toEqual(lines.map((line) => `paragraph: ${line}`));
});

test('a frame of bars is none of the text', () => {
  const lines = [
    '+++ Hafen öffnet +++',
    '',
    'Der Hafen von Musterstadt wird ab Montag wieder angelaufen, teilte',
    'die Verwaltung am Sonntag mit.',
  ];
  const framed = lines.map((line) => `| ${line.padEnd(70)} |`).join('\n');
  expect(onlyOf(framed)).toMatchObject({
    headline: 'Hafen öffnet',
    body: [
      {
        type: 'paragraph',
        text: 'Der Hafen von Musterstadt wird ab Montag wieder angelaufen, teilte die Verwaltung am Sonntag mit.',
      },
    ],
  });
});

test('a date with the name of its month shows the layout where nothing else does', () => {
  const dispatch = page(headline, '12. März 2026 - 14:05 Uhr', first, second);
  expect(dispatch).toMatchObject({ headline, publishedAt: '2026-03-12T14:05:00+01:00', file: { format: 'dts' } });
  expect(shape(dispatch)).toEqual(whole);
});

test.each([
  'Donnerstag, 12. März 2026, 14.00 Uhr',
  '12. März 2026 um 14:00 Uhr',
  'Termin: 12. März 2026 - 14:00 Uhr',
  'Am 12. März 2026 - 14:00 Uhr - tagt der Rat.',
  '12. März 2026 - 14:00 Uhr, Rathaus',
  '31. Februar 2026 - 14:00',
])('%s in an invitation is no date line', (line) =>
  expect(onlyOf(`Einladung ins Rathaus\n\n${line}\n\n${first}\n`).file.format).toBe('plain'),
);

test('a day above the headline is no date of the layout', () => {
  expect(page('12. März 2026', headline, date, first, second)).toMatchObject({
    headline,
    publishedAt: '2025-12-03T16:30:43+01:00',
  });
});

test('a remark in brackets about the text is a note, and the dispatch is no notice', () => {
  const remark = 'Redaktioneller Hinweis: Im zweiten Absatz wurde ein Wort ergänzt.';
  const dispatch = page(
    'Inland',
    headline,
    date,
    `(${remark})`,
    `Musterstadt (dts Nachrichtenagentur) - ${first}`,
    second,
  );
  expect(dispatch).toMatchObject({ dateline: 'Musterstadt', notes: [{ text: remark }] });
  expect(dispatch.signal).toBeUndefined();
  expect(shape(dispatch)).toEqual(whole);
});

test('what a label takes back is killed where the text says not to use it', () => {
  const dispatch = page(
    'Inland',
    `Zurückgezogen: ${headline}`,
    date,
    'Die um 15:12 Uhr gesendete Meldung ist falsch. Wir bitten, sie nicht zu verwenden.',
    '@ dts-nachrichtenagentur.de',
  );
  expect(dispatch).toMatchObject({
    status: 'killed',
    refersTo: [{ relation: 'kills', headline, sentAt: '2025-12-03T15:12:00+01:00' }],
  });
});
