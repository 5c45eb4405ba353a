import { describe, expect, test } from 'vitest';
import { agencyTime } from '../../../../main/wire/agencies/agency-time.ts';
import type { Block } from '../../../../main/wire/dispatch.ts';
import { embargoTimeIn, speaksOfEmbargo } from '../../../../main/wire/story/embargo.ts';
import type { Facts } from '../../../../main/wire/story/facts.ts';
import { finish } from '../../../../main/wire/story/finish.ts';
import { killReferences } from '../../../../main/wire/story/kill-number.ts';
import { providerName } from '../../../../main/wire/story/source.ts';
import { signalOf, signalOfWords } from '../../../../main/wire/story/words.ts';
import { message } from '../../../../preload/contract/messages.ts';
import { decodedText } from '../decoded-file.ts';
import { onlyOf } from '../reading.ts';

const finished = (facts: Facts) => finish(facts, { file: decodedText(''), format: 'test' });
const paragraph = (text: string): Block => ({ type: 'paragraph', text });

test.each([
  ['STRICTLY EMBARGOED. Not for release', true],
  ['Eds: Embargoed until 0001 GMT Saturday', true],
  ['Sperrfrist: 24.12.2025, 18.00 Uhr', true],
  ['Not for publication before noon', true],
  ['Eds: UPDATES: With details of the oil embargo.', false],
  ['The embargo was lifted', false],
  ['Ohne Sperrfrist', false],
])('%s: an embargo on the text is %s', (text, expected) => {
  expect(speaksOfEmbargo(text)).toBe(expected);
});

test('the end of an embargo in words', () => {
  expect(embargoTimeIn('Sperrfrist: 24.12.2025, 18.00 Uhr', 'dpa')).toBe('2025-12-24T18:00:00+01:00');
  const winter = embargoTimeIn('EMBARGOED TO 0001 SATURDAY JANUARY 4', 'PA', '2024-12-30T10:00:00Z');
  expect(Date.parse(winter ?? '')).toBe(Date.UTC(2025, 0, 4, 0, 1));
  expect(embargoTimeIn('Embargoed until 16.00 GMT on 7 July', 'PA', '2025-07-06T10:00:00Z')).toBe(
    '2025-07-07T16:00:00Z',
  );
  expect(embargoTimeIn('Frei ab sofort', 'dpa')).toBeUndefined();
});

test('an order to kill names a number; a story about killing does not', () => {
  expect(killReferences('Please kill the story Canal, V9991. A kill is mandatory.')).toEqual([
    { relation: 'kills', number: 'V9991' },
  ]);
  expect(killReferences('Frost may kill the harvest')).toEqual([]);
});

test('a headline that the text repeats is left out, above its dateline and behind it', () => {
  for (const first of ['Hafen öffnet', 'Sandau (dpa) - Hafen öffnet']) {
    const body = [paragraph(first), paragraph('Die Schiffe fahren wieder.')];
    expect(finished({ headline: 'Hafen öffnet', providers: ['dpa'], body })?.body).toEqual([
      paragraph('Die Schiffe fahren wieder.'),
    ]);
  }
});

test('an order to kill another item is a notice', () => {
  const draft = finished({
    headline: 'Please read',
    body: [],
    providers: ['AP'],
    references: [{ relation: 'kills', number: 'V1' }],
  });
  expect(draft?.signal).toBe('advisory');
});

test('a flash without a figure is urgent', () => {
  expect(finished({ headline: 'EIL: Deich gebrochen', body: [], providers: ['dpa'] })).toMatchObject({
    signal: 'flash',
    urgency: 2,
  });
});

test('the strongest of several signals', () => {
  expect(signalOf(['sig:update', 'sig:correction'])).toBe('correction');
  expect(signalOf(['edStat:U'])).toBe('update');
  expect(signalOf(['prodId:TXT', undefined])).toBeUndefined();
});

describe('datelines', () => {
  const split = (text: string, dateline?: string) => {
    const draft = finished({ headline: 'H', body: [paragraph(text)], providers: ['NORD'], dateline });
    return [draft?.dateline, draft?.body.map((block) => ('text' in block ? block.text : ''))[0]];
  };
  test.each([
    ['Berlin (dpa) - Es regnet.', 'Berlin (dpa)', 'Es regnet.'],
    ['Halle (dts Nachrichtenagentur) – Es regnet.', 'Halle (dts Nachrichtenagentur)', 'Es regnet.'],
    ['OSLO, March 3 (NORD) - It rains.', 'OSLO, March 3 (NORD)', 'It rains.'],
    ['(ANSA) - ROME, JUL 11 - It rains.', '(ANSA) - ROME, JUL 11', 'It rains.'],
    ['København /ritzau/: Det regner.', 'København /ritzau/', 'Det regner.'],
    ['HAVEN, Conn.--(BUSINESS WIRE)--It rains.', 'HAVEN, Conn.--(BUSINESS WIRE)', 'It rains.'],
  ])('%s', (text, dateline, rest) => {
    expect(split(text)).toEqual([dateline, rest]);
  });

  test('a party in brackets is none', () => {
    expect(split('Maria Muster (SPD): Wir warten ab.')).toEqual([undefined, 'Maria Muster (SPD): Wir warten ab.']);
  });

  test('a given place counts in any case of letters, a mere day does not', () => {
    expect(split('OTTAWA - It snows.', 'Ottawa')).toEqual(['Ottawa', 'It snows.']);
    expect(split('It snows.', '4/4/2018')).toEqual([undefined, 'It snows.']);
  });
});

describe('times', () => {
  test.each([
    ['20131020T192751+1100', '', '2013-10-20T19:27:51+11:00'],
    ['2022-07-11 18:33', 'ANSA', '2022-07-11T18:33:00+02:00'],
    ['03 Apr 02 1500 GMT', '', '2002-04-03T15:00:00Z'],
    ['Mi, 3. Dez 2025 16:30:43 MEZ', '', '2025-12-03T16:30:43+01:00'],
    ['03.12.2025 - 16:30:43', 'dts', '2025-12-03T16:30:43+01:00'],
    ['2.4.2019 16:02:09 CEST', '', '2019-04-02T16:02:09+02:00'],
    ['Jul 3, 2020 4:05 PM', 'dpa', '2020-07-03T16:05:00+02:00'],
    ['2019-10-01', 'NTB', '2019-10-01T00:00:00+02:00'],
    ['Fri Nov 20 10:00:00 CET 2026', '', '2026-11-20T10:00:00+01:00'],
    ['Fri Nov 20 10:00:00 +0000 2026', '', '2026-11-20T10:00:00Z'],
    ['Fri Nov 20 10:00:00 2026', 'dpa', '2026-11-20T10:00:00+01:00'],
    ['11/20/2026 10:00:00 PM', 'AP, dpa', '2026-11-20T22:00:00+01:00'],
    ['3/4/2026 3:05 PM', 'dpa', '2026-03-04T15:05:00+01:00'],
    ['3/4/2026 15:05', 'dpa', '2026-04-03T15:05:00+02:00'],
    ['20/11/2026 14:05', 'PTI', '2026-11-20T14:05:00+05:30'],
    ['Friday, November 20, 2026 - 10:00am EST', '', '2026-11-20T10:00:00-05:00'],
    ['November 20, 2026 09:00 AM Eastern Standard Time', '', '2026-11-20T09:00:00-05:00'],
    ['July 20, 2026 09:00 AM Eastern Daylight Time', '', '2026-07-20T09:00:00-04:00'],
    ['20 de novembro de 2026 10:00', 'Lusa', '2026-11-20T10:00:00Z'],
    ['ven., 20 déc. 2026 10:00:00 +0100', '', '2026-12-20T10:00:00+01:00'],
    ['Mar, 20 Ene 2026 10:00:00 +0100', '', '2026-01-20T10:00:00+01:00'],
    ['20 juillet 2026 à 10h30', 'AFP', '2026-07-20T10:30:00+02:00'],
    ['Fri, 20 Nov 2026 10:00:00 GMT+1', '', '2026-11-20T10:00:00+01:00'],
    ['Fri, 20 Nov 2026 22:00:00 HKT', '', '2026-11-20T22:00:00+08:00'],
    ['Fri, 20 Nov 2026 22:00 IST', '', '2026-11-20T22:00:00+05:30'],
  ])('%s (%s)', (text, source, iso) => {
    expect(agencyTime(text, source)).toEqual({ iso, raw: text });
  });

  test('what is assumed, and what cannot be read, is said', () => {
    expect(agencyTime('28.09.2018 11:15').warning).toMatchObject({ values: { zone: 'Europe/Berlin' } });
    expect(agencyTime('Fri, 20 Nov 2026 22:00 QQT').warning).toMatchObject({ values: { zone: 'Europe/Berlin' } });
    expect(agencyTime('YYYYMMDD000000-HHMM')).toEqual({
      raw: 'YYYYMMDD000000-HHMM',
      warning: message('time.unreadable', { time: 'YYYYMMDD000000-HHMM' }),
    });
    expect(agencyTime('0001-01-01T00:00:00Z').iso).toBeUndefined();
    expect(agencyTime(undefined)).toEqual({});
  });
});

test('an agency has one spelling, whatever a format or a file calls it', () => {
  const names = [
    'Australian Associated Press',
    'AAP',
    'BELGA',
    'Belga',
    'REUTERS',
    'ritzau',
    'Agence France-Presse',
    'nprov:dpa',
  ];
  expect(names.map(providerName)).toEqual(['AAP', 'AAP', 'Belga', 'Belga', 'Reuters', 'Ritzau', 'AFP', 'dpa']);
});

test('a kill names its target by number, by service letter, or behind the words', () => {
  const told = (text: string) => killReferences(text)[0]?.number;
  expect(told('Please kill item dpa 0157')).toBe('0157');
  expect(told('KILL Hafen, W2870')).toBe('W2870');
  expect(told('Please withdraw Hafen slugged port, 12345')).toBe('12345');
});

test('the hour of an embargo is that of its zone, else of its agency', () => {
  expect(embargoTimeIn('Embargo: 24.12.2025 18:00', 'AAP')).toBe('2025-12-24T18:00:00+11:00');
  expect(embargoTimeIn('Embargo: 24.12.2025 18:00 GMT', 'AAP')).toBe('2025-12-24T18:00:00Z');
  expect(embargoTimeIn('Embargoed until 2025-12-24T18:00:00+02:00', 'dpa')).toBe('2025-12-24T18:00:00+02:00');
});

test.each([
  ['UPDATE 2-Oil rises', 'update'],
  ['CORRECTED-Fed says', 'correction'],
  ['CORRECTION ET MISE À JOUR - Les réseaux', 'correction'],
  ['WRAPUP 3-Markets', 'roundup'],
  ['2ND LEAD Harbour opens', 'update'],
  ['BC-US--Harbour, 1st Ld-Writethru', 'update'],
  ['(Berichtigung) Hafen öffnet', 'correction'],
  ['+++ EIL +++ Hafen zu', 'flash'],
  ['Lead poisoning in town', undefined],
  ['KILL BILL - der Film', undefined],
  ['NEU-ULM wächst', undefined],
])('%s says %s', (headline, signal) => {
  expect(signalOfWords(headline)).toBe(signal);
});

test.each([
  ['BLITZ - Kran gestürzt', 'flash', 'Kran gestürzt'],
  ['ALERTE - Une grue tombe', 'flash', 'ALERTE - Une grue tombe'],
  ['RECTIFICATIF: Une grue tombe', 'correction', 'RECTIFICATIF: Une grue tombe'],
  ['AMENDED: Crane falls', 'correction', 'AMENDED: Crane falls'],
  ['(Ampliación) Cae una grúa', 'update', '(Ampliación) Cae una grúa'],
  ['Une grue tombe (PAPIER GENERAL)', 'roundup', 'Une grue tombe (PAPIER GENERAL)'],
  ['1. LEAD (neu: Reaktion) Kran stürzt', 'update', '1. LEAD (neu: Reaktion) Kran stürzt'],
  ['3. ZUSAMMENFASSUNG 1500 - Kran stürzt', 'roundup', '3. ZUSAMMENFASSUNG 1500 - Kran stürzt'],
  [
    'Kran stürzt (Zusammenfassung 1500) (Foto - aktuell)',
    'roundup',
    'Kran stürzt (Zusammenfassung 1500) (Foto - aktuell)',
  ],
  ['Alerte aux grues: la ville réagit', undefined, 'Alerte aux grues: la ville réagit'],
  ['Alerte: la grue tombe', undefined, 'Alerte: la grue tombe'],
])('words of desks in other languages: %s', (line, signal, headline) => {
  const dispatch = onlyOf(`${line}\n\nSandau (AFP) - Der Kran ist gestürzt.\n\nNiemand war dort.\n`);
  expect([dispatch.signal, dispatch.headline]).toEqual([signal, headline]);
});
