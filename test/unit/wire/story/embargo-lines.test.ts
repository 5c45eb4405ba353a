import { describe, expect, test } from 'vitest';
import { blockText } from '../../../../main/wire/dispatch.ts';
import { onlyOf } from '../reading.ts';

const HEADLINE = 'Senatorin eröffnet Messe der Bibliotheken';
const TEXT = 'Die Senatorin hat am Dienstag die Messe der Bibliotheken eröffnet.';
const UNTIL = Date.parse('2026-03-17T17:00:00Z');

describe('an embargo line that goes on behind its time', () => {
  test.each([
    'SPERRFRIST: Dienstag, 17. März 2026, 18.00 Uhr, Redebeginn - Es gilt das gesprochene Wort',
    'Sperrfrist: 17.03.2026, 18:00 Uhr (Beginn der Rede)',
    'Sperrvermerk: 17. März 2026, 18.00 Uhr, auch für soziale Medien',
    '++ SPERRFRIST: Dienstag, 17.03.2026, 18:00 Uhr ++',
    'EMBARGOED UNTIL 1700 GMT 17 MARCH 2026 - CHECK AGAINST DELIVERY',
    'Not for publication before 1700 GMT on 17 March 2026, speech may change',
  ])('%s', (line) => {
    const release = onlyOf(`${line}\n\n${HEADLINE}\n\nSandau, 16. März 2026. ${TEXT}\n`);
    expect(release).toMatchObject({ headline: HEADLINE, dateline: 'Sandau, 16. März 2026', place: 'Sandau' });
    const page = onlyOf(
      `Inland\n\n${HEADLINE}\n\n16.03.2026 - 17:05:00\n\n${line}\n\nSandau (dts Nachrichtenagentur) - ${TEXT}\n\n@ dts-nachrichtenagentur.de\n`,
    );
    expect(page).toMatchObject({ headline: HEADLINE, dateline: 'Sandau' });
    for (const dispatch of [release, page]) {
      expect(dispatch.status).toBe('embargoed');
      expect(Date.parse(dispatch.embargoUntil ?? '')).toBe(UNTIL);
      expect(dispatch.notes).toEqual([{ kind: 'embargo', text: line }]);
      expect(dispatch.body.map(blockText)).toEqual([TEXT]);
    }
  });
});

describe('news of an embargo', () => {
  test.each([
    'Sperrfrist: Verlag klagt gegen Zeitung',
    'Embargo: EU verlängert bis 15. März',
    'Embargo: at 18:00 the ships turned back',
    'Embargo gegen Valmarien gilt ab 17. März 2026',
    'Sperrfrist gebrochen: Minister kritisiert Agentur',
  ])('%s is a headline', (headline) => {
    const dispatch = onlyOf(`${headline}\n\nSandau (dpa) - ${TEXT}\n\nMehr sagte sie nicht.\n`);
    expect(dispatch.headline).toBe(headline);
  });
});

describe('a place and a day', () => {
  test.each([
    ['Sandau, 17. März 2026. Der Hafen ist offen.', 'Sandau, 17. März 2026'],
    ['Sandau, den 17. März 2026 – Der Hafen ist offen.', 'Sandau, den 17. März 2026'],
    ['LONDON, 17 March 2026 – The harbour is open.', 'LONDON, 17 March 2026'],
    ['GENEVA, March 17, 2026: The harbour is open.', 'GENEVA, March 17, 2026'],
  ])('begin a release: %s', (text, dateline) => {
    const dispatch = onlyOf(`Der Hafen\n\n${text}\n`);
    expect(dispatch.dateline).toBe(dateline);
    expect(dispatch.body.map(blockText).join()).toMatch(/^(?:Der Hafen ist offen|The harbour is open)\.$/u);
  });

  test('are a sentence with a verb between them', () => {
    const text = 'Sandau feiert am 17. März 2026. Der Hafen ist offen.';
    expect(onlyOf(`Der Hafen\n\n${text}\n`).body.map(blockText)).toEqual([text]);
  });
});

test.each([
  ['Sperrfrist 17.03.2026, 18:00 Uhr! Es gilt das gesprochene Wort!', '2026-03-17T18:00:00+01:00'],
  ['++ Frei für Sonntagsausgaben 15.03.2026 ++', '2026-03-15T00:00:00+01:00'],
])('%s is no headline', (line, embargoUntil) => {
  expect(onlyOf(`${line}\n\n${HEADLINE}\n\n${TEXT}\n`)).toMatchObject({
    headline: HEADLINE,
    embargoUntil,
    notes: [{ kind: 'embargo', text: line }],
    body: [{ text: TEXT }],
  });
});

test.each(['Es gilt das gesprochene Wort.', 'CHECK AGAINST DELIVERY'])('%s is for editors', (line) => {
  expect(onlyOf(`${HEADLINE}\n\n${line}\n\n${TEXT}\n`)).toMatchObject({
    notes: [{ kind: 'editor', text: line }],
    body: [{ text: TEXT }],
  });
});

describe('a line above a text, in the words of other desks', () => {
  const FROM_BERLIN = '2026-03-16T06:00:00+01:00';
  test.each([
    ['EMBARGOED TO 0600 MONDAY MARCH 16', FROM_BERLIN],
    ['EMBARGO: NOT FOR PUBLICATION OR BROADCAST BEFORE 0600 HRS MONDAY, 16 MARCH 2026', FROM_BERLIN],
    ['Under embargo until 6am, Monday 16 March 2026', FROM_BERLIN],
    ['STRENGSTENS UNTER EMBARGO BIS 16.03.2026, 6:00 UHR', FROM_BERLIN],
    ['Achtung Sperrfrist: 16.03.2026, 6.00 Uhr!', FROM_BERLIN],
    ['!!! SPERRFRIST !!! Montag, 16. März 2026, 6.00 Uhr', FROM_BERLIN],
    ['Mit Sperrfrist 16. März 2026, 6:00 Uhr', FROM_BERLIN],
    ['Frei zur Veröffentlichung ab Montag, 16. März 2026, 6 Uhr', FROM_BERLIN],
    ['Veröffentlichung frei ab 16.03.2026, 6:00 Uhr', FROM_BERLIN],
    ['Nicht zur Veröffentlichung vor dem 16. März 2026, 6 Uhr', FROM_BERLIN],
    ["SOUS EMBARGO JUSQU'AU 16 MARS 2026 A 6H00", FROM_BERLIN],
    ['EMBARGO HASTA EL 16 DE MARZO DE 2026 A LAS 6.00 HORAS', FROM_BERLIN],
    ['EMBARGO FINO ALLE ORE 6 DEL 16 MARZO 2026', FROM_BERLIN],
    ['ONDER EMBARGO TOT MAANDAG 16 MAART 2026 06.00 UUR', FROM_BERLIN],
    ['Embargo til mandag 16. mars 2026 kl. 06.00', FROM_BERLIN],
    ['Klausuleret til mandag den 16. marts 2026 kl. 06.00', FROM_BERLIN],
    ['Release time: 0500 GMT Monday 16 March 2026', '2026-03-16T05:00:00Z'],
  ])('%s', (line, until) => {
    const dispatch = onlyOf(`${line}\n\n${HEADLINE}\n\nSandau, 14. März 2026. ${TEXT}\n`);
    expect(dispatch).toMatchObject({ status: 'embargoed', headline: HEADLINE });
    // A day without a year is after the file came, which is later here.
    expect(dispatch.embargoUntil?.slice(5)).toBe(until.slice(5));
    expect(dispatch.body.map(blockText)).toEqual([TEXT]);
  });

  test('two of them stand above the headline', () => {
    const dispatch = onlyOf(
      `*** SPERRFRIST: Montag, 16. März 2026, 00.01 Uhr ***\nFrei für Montagsausgaben\n\n${HEADLINE}\n\n${TEXT}\n`,
    );
    expect(dispatch).toMatchObject({ headline: HEADLINE, embargoUntil: '2026-03-16T00:01:00+01:00' });
  });
});

test.each([
  'Embargo: EU verlängert Sanktionen bis 15. März',
  'Gesperrt: Autobahn A7 bis 15. März 2026',
  'Frei ab 12 Jahren: neuer Film kommt am 15. März',
  'Embargo bis 2030 beschlossen',
  'Embargo-Streit: Rat tagt am 15. März',
  'Sperrfrist für Wohnungskäufer endet am 15. März',
])('%s embargoes nothing', (headline) => {
  expect(onlyOf(`${headline}\n\nSandau (dpa) - ${TEXT}\n`)).toMatchObject({ headline, status: 'usable' });
});
