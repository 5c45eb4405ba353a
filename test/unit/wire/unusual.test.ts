import { describe, expect, test } from 'vitest';
import { numberKey } from '../../../main/library/index/index-entry.ts';
import { readEmbargo } from '../../../main/wire/story/embargo.ts';
import { dispatchesOf, onlyOf } from './reading.ts';
import { all, mail, textOf } from './unusual-samples.ts';

const dts = (headline: string) =>
  `Ausland\n\n${headline}\n\n10.03.2026 - 08:00:00\n\nBrüssel - Das teilte die Kommission mit.\n\n@ dts-nachrichtenagentur.de\n`;

describe('headlines that begin like an order to the desk', () => {
  test.each([
    'Rückruf: Salmonellen in Hackfleisch',
    'Storno: Was Reisende wissen müssen',
    'Embargo gegen Russland verschärft',
    'Embargo: EU stoppt Ölimporte',
    'Gesperrt bis Montag: Rheinbrücke dicht',
    'Frei ab 12 Jahren - Kino der Woche',
  ])('%s is news', (headline) => {
    for (const wire of [dts(headline), mail(headline)])
      expect(onlyOf(wire)).toMatchObject({ headline, status: 'usable' });
  });

  test.each([
    'Embargo: frei mit Redebeginn',
    'Gesperrt bis Freitag',
    'EMBARGO: MINISTERREDE',
    'Sperrfrist: Redebeginn',
  ])('%s is an embargo without a time', (line) =>
    expect(readEmbargo(line, '2026-03-10T08:00:00Z')).toEqual({ text: line }),
  );

  test('in capitals they are orders', () => {
    expect(onlyOf(dts('RÜCKRUF: Meldung zu Hackfleisch'))).toMatchObject({ status: 'killed' });
    expect(onlyOf(dts('Sperrfrist: 11.03.2026, 06:00 Uhr'))).toMatchObject({ status: 'embargoed' });
  });
});

test.each([
  ['Sperrfrist: 11.03.2026, 06:00 Uhr', { status: 'embargoed', embargoUntil: '2026-03-11T06:00:00+01:00' }],
  ['KILL KILL KILL', { status: 'killed' }],
  ['+++ EIL +++', { signal: 'flash' }],
])('%s above the second story of a file is the second one’s', (line, expected) => {
  const [first, second, ...others] = all(
    dts('Erste Meldung').concat('\n', line, '\n\n', dts('Zweite Meldung').replace('08:00', '09:00')),
  );
  expect(others).toEqual([]);
  expect(first).toMatchObject({ headline: 'Erste Meldung', status: 'usable' });
  expect(first).not.toHaveProperty('signal');
  expect(second).toMatchObject({ headline: 'Zweite Meldung', ...expected });
});

test('what a correction says stays as a note', () => {
  const dispatch = onlyOf(dts('(Korrektur: Name im 2. Absatz)\n\nHafen öffnet'));
  expect(dispatch).toMatchObject({ headline: 'Hafen öffnet', signal: 'correction' });
  expect(dispatch.notes).toEqual([{ kind: 'correction', text: '(Korrektur: Name im 2. Absatz)' }]);
});

test('a release that news aktuell has sent is its author’s', () => {
  const dispatch = onlyOf(
    'POL-S: Raub am Hafen - Zeugensuche\n\n10.03.2026 – 14:05\n\nSandau (ots)\n\nAm Hafen ist ein Mann beraubt worden.\n\nOriginal-Content von: Polizei Sandau, übermittelt durch news aktuell\n',
  );
  expect(dispatch.source).toBe('Polizei Sandau');
  expect(textOf(dispatch)).not.toContain('Original-Content');
});

describe('IPTC 7901', () => {
  test('a header that ends with the date has the number of its service', () => {
    const ots = (number: string, title: string) =>
      onlyOf(
        `OTS${number} 5 WI 0372 PRI0001                             Do, 10.Dez 2026\n\nWirtschaft/Energie/Wien\n\n${title} =\n\n   Wien (OTS) - Die Anlage geht in Betrieb.\n`,
      );
    const [one, other] = [ots('0041', 'Anlage geht ans Netz'), ots('0042', 'Kraftwerk steht still')];
    expect(one.headline).toBe('Anlage geht ans Netz');
    expect(one.id).not.toBe(other.id);
  });

  test('a header may end with the count of words', () => {
    const dispatch = onlyOf(
      '\x01nor0543 4 i 98\r\n\r\nWAHL/LAND\r\n\x02Kandidatin tritt an =\r\n\r\n   Sandau, 10. März (Nord) - Die Kandidatin tritt an.\r\n\x03101710 GMT Mrz 26\r\n\x7f\x04',
    );
    expect(dispatch).toMatchObject({ headline: 'Kandidatin tritt an', publishedAt: '2026-03-10T17:10:00Z' });
    expect(dispatch.file.format).toBe('iptc7901');
  });

  test('messages without marks are told apart by their headers', () => {
    const message = (number: string, title: string, time: string) =>
      `bdt02${number} 4 wi 80  dpa 05${number}\r\n\r\nBanken/Zinsen/\r\n${title} =\r\n\r\n   Sandau (dpa) - Der Satz sinkt.\r\n\r\n${time} Mrz 26\r\n\r\n`;
    const found = all(message('00', 'Satz sinkt', '091415') + message('01', 'Brücke gesperrt', '091416'));
    expect(found.map(({ headline }) => headline)).toEqual(['Satz sinkt', 'Brücke gesperrt']);
  });

  test('an embargo in brackets is no part of the headline', () => {
    const dispatch = onlyOf(
      '\x01bdt0302 4 ku 60  dpa 0778\r\n\r\nLiteratur/Preise/\r\n\x02(Sperrfrist: 10. März, 18.00 Uhr)\r\nBuchpreis geht nach Sandau =\r\n\r\n   Sandau (dpa) - Der Preis ist vergeben.\r\n\r\n\x03101010 Mrz 26\r\n\x7f\x04',
    );
    expect(dispatch).toMatchObject({ headline: 'Buchpreis geht nach Sandau', status: 'embargoed' });
  });
});

describe('ANPA 1312', () => {
  const anpa = (keyword: string, head: readonly string[], text: readonly string[]) =>
    onlyOf(
      `\x16\x16\x01a1234\x1f_nordwires\r\nd a\x13\x11 ${keyword}    03-10 0612\r\n\x02\x02^${keyword},0640<\r\n${head.map((line) => `^${line}\r\n`).join('')}${text.map((line) => `${line}\r\n`).join('')}\x03AP-WF-03-10-26 1522GMT<\r\n\r\n\x0c\x04`,
    );

  test.each(['$adv15<', 'ADV15<'])('%s and its release are an embargo and no headline', (mark) => {
    const dispatch = anpa(
      'BC-US--Sunday Story, ADV15',
      [
        mark,
        'For release Sunday, March 15, and thereafter<',
        'In small town, a fight over water<',
        'By JANE DOE=',
        'Nord Press=',
      ],
      ['\tSMALLVILLE, Kan. (AP) _ The tower rises over the plain like a', 'lonely sentinel.', '^END ADV<'],
    );
    expect(dispatch).toMatchObject({ headline: 'In small town, a fight over water', status: 'embargoed' });
    expect(textOf(dispatch)).not.toContain('END ADV');
  });

  test('headings of a table behind the byline stay', () => {
    const dispatch = anpa(
      'BC-BBA--Standings',
      ['By The Associated Press=', 'All Times EDT=', 'NORTHERN LEAGUE=', 'East Division='],
      ['\tW\tL\tPct\tGB', 'Sandau\t10\t4\t.714\t_', 'Birkau\t9\t5\t.643\t1'],
    );
    for (const heading of ['All Times EDT', 'NORTHERN LEAGUE', 'East Division'])
      expect(`${dispatch.headline}\n${textOf(dispatch)}`).toContain(heading);
  });
});

test.each([
  ['ibm850', [0x81, 0x84, 0x94, 0xe1]],
  ['macintosh', [0x9f, 0x8a, 0x9a, 0xa7]],
])('German text of %s is read by its letters', (_name, [ue = 0, ae = 0, oe = 0, ss = 0]) => {
  const bytes = Buffer.from(
    Array.from(
      'Pressemitteilung\n\nM#ller er%ffnet Fu&g$ngerzone\n\nDie B#rgermeisterin begr#&te f#nf G$ste und lie& gr#&en.\n',
      (sign) => ({ '#': ue, $: ae, '%': oe, '&': ss })[sign] ?? sign.charCodeAt(0),
    ),
  );
  const [dispatch] = dispatchesOf(bytes).dispatches;
  expect(dispatch?.headline).toBe('Müller eröffnet Fußgängerzone');
});

test('the end of a day may be its 24th hour, and a minute may have a leap second', () => {
  const at = (time: string) => onlyOf(dts('Hafen öffnet').replace('08:00:00', time)).publishedAt;
  expect(at('24:00:00')).toBe('2026-03-11T00:00:00+01:00');
  expect(at('23:59:60')).toBe('2026-03-10T23:59:59+01:00');
});

test('a kill may write the letters of a number small', () => {
  expect(numberKey('ap', 'a0765')).toBe(numberKey('ap', 'A0765'));
});

test('what a release calls itself is no headline', () => {
  for (const line of ['FOR IMMEDIATE RELEASE', 'COMMUNIQUÉ DE PRESSE', 'MEDIENMITTEILUNG'])
    expect(onlyOf(`${line}\n\nHarbour opens again\n\nThe harbour has opened again on Tuesday.\n`).headline).toBe(
      'Harbour opens again',
    );
});
