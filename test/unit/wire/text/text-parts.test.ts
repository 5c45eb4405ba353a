import { describe, expect, test } from 'vitest';
import { embargoTimeIn, readEmbargo } from '../../../../main/wire/story/embargo.ts';
import { namedNumber } from '../../../../main/wire/story/kill-number.ts';
import { bareHeadline, headlineMarker, lineMarker, strongest } from '../../../../main/wire/story/markers.ts';
import { dateline } from '../../../../main/wire/text/dateline.ts';
import { splitNotes } from '../../../../main/wire/text/notebook.ts';
import { toBlocks } from '../../../../main/wire/text/wrapped-text.ts';

describe('markers', () => {
  test.each([
    ['1ST LEAD', 'update'],
    ['2nd Ld-Writethru', 'update'],
    ['3RD NET', 'update'],
    ['(Aktualisierung)', 'update'],
    ['(Berichtigung: Name im zweiten Absatz)', 'correction'],
    ['CORRECTION', 'correction'],
    ['(Wiederholung)', 'repeat'],
    ['REFILE', 'repeat'],
    ['(Zusammenfassung 1800)', 'roundup'],
    ['Gesamtzusammenfassung', 'roundup'],
    ['+++ EIL +++', 'flash'],
    ['EILMELDUNG', 'flash'],
    ['(Achtung - Planungshinweis)', 'advisory'],
    ['(Achtung - Verzögerung)', 'advisory'],
    ['ADVISORY', 'advisory'],
  ])('line %s is %s', (line, signal) => {
    expect(lineMarker(line)?.signal).toBe(signal);
  });

  test('kills and holds', () => {
    expect(lineMarker('KILL KILL KILL')).toMatchObject({ status: 'killed', relation: 'kills' });
    expect(lineMarker('MANDATORY KILL')).toMatchObject({ status: 'killed' });
    expect(lineMarker('HOLD')).toMatchObject({ status: 'withheld', relation: 'holds' });
  });

  test.each([
    'Lead singer leaves band',
    'Eil',
    'Kill Bill kommt wieder ins Kino',
    'Die Korrektur',
    'Update für den Hafen',
  ])('headline "%s" is none', (headline) => {
    expect(headlineMarker(headline)).toBeUndefined();
  });

  test.each([
    ['ROUNDUP 2: Möbelhaus senkt Prognose', 'roundup'],
    ['ROUNDUP/Möbelhaus: Prognose gesenkt', 'roundup'],
    ['WDH: Möbelhaus senkt Prognose', 'repeat'],
    ['WDH/Aktien: Möbelhaus senkt Prognose', 'repeat'],
    ['Korrektur: Möbelhaus senkt Prognose', 'correction'],
    ['(Berichtigung) Möbelhaus senkt Prognose', 'correction'],
    ['Möbelhaus senkt Prognose (Zusammenfassung)', 'roundup'],
    ['EIL: Möbelhaus insolvent', 'flash'],
    ['+++ Eilmeldung +++ Möbelhaus insolvent', 'flash'],
    ['Möbelhaus: Wir senken die Prognose', undefined],
  ])('headline %s', (headline, signal) => {
    expect(headlineMarker(headline)?.signal).toBe(signal);
  });

  test('the strongest of several wins', () => {
    expect(strongest([lineMarker('1ST LEAD'), lineMarker('REFILE')])?.signal).toBe('update');
    expect(strongest([lineMarker('HOLD'), lineMarker('KILL')])?.status).toBe('killed');
    expect(strongest([lineMarker('KILL'), lineMarker('EIL')])).toMatchObject({ status: 'killed', urgency: 2 });
    expect(strongest([undefined, lineMarker('EXTRA')])).toBeUndefined();
  });

  test('crosses and the word of a flash leave the headline, other prefixes stay', () => {
    expect(bareHeadline('+++ EIL +++ Damm hält +++')).toBe('Damm hält');
    expect(bareHeadline('EIL: Damm hält')).toBe('Damm hält');
    expect(bareHeadline('ROUNDUP: Damm hält')).toBe('ROUNDUP: Damm hält');
    expect(bareHeadline('+++ EIL +++')).not.toBe('');
  });
});

describe('embargoes', () => {
  const sent = '2026-11-22T12:00:00+01:00';
  test.each([
    ['Sperrfrist: 24.11.2026, 6.00 Uhr', '2026-11-24T06:00:00+01:00'],
    ['Sperrfrist bis 24.11., 20.15 Uhr', '2026-11-24T20:15:00+01:00'],
    ['(Sperrfrist: 18.00 Uhr)', '2026-11-22T18:00:00+01:00'],
    ['Sperrfrist: Samstag, 2. Januar, 11 Uhr', '2027-01-02T11:00:00+01:00'],
    ['EMBARGOED UNTIL 0001 GMT 24 NOV 2026', '2026-11-24T00:01:00Z'],
    ['Embargo: Nov. 25, 2026, 12:01 a.m. EST', '2026-11-25T00:01:00-05:00'],
    ['Not for publication before 1800 GMT Nov 24', '2026-11-24T18:00:00Z'],
    ['HOLD FOR RELEASE Tuesday, Nov. 24 at 5:00 PM ET', '2026-11-24T17:00:00-05:00'],
    ['EMBARGO - 2026-11-24 05:00 CET', '2026-11-24T05:00:00+01:00'],
    ['Sperrfrist: Montag, 6 Uhr', '2026-11-23T06:00:00+01:00'],
    ['Sperrfrist: Sonntag, 18 Uhr', '2026-11-22T18:00:00+01:00'],
    ['Sperrfrist: Samstag, 0.00 Uhr', '2026-11-28T00:00:00+01:00'],
    ['Sperrfrist bis morgen, 11 Uhr', '2026-11-23T11:00:00+01:00'],
    ['Sperrfrist: heute Morgen, 11 Uhr', '2026-11-22T11:00:00+01:00'],
    ['EMBARGOED UNTIL 6 a.m. ET Saturday', '2026-11-28T06:00:00-05:00'],
    ['Sperrfrist: 2 Uhr', '2026-11-23T02:00:00+01:00'],
    ['Embargoed for Sunday papers until 10 p.m. Saturday', '2026-11-28T22:00:00+01:00'],
    ['Sperrfrist für die Sonntagszeitungen: Samstag, 18 Uhr', '2026-11-28T18:00:00+01:00'],
    ['Sperrfrist: Sa., 6.00 Uhr', '2026-11-28T06:00:00+01:00'],
    ['EMBARGOED UNTIL 0600 GMT SAT', '2026-11-28T06:00:00Z'],
  ])('%s', (text, until) => {
    expect(readEmbargo(`Etwas davor\n${text}\nEtwas danach`, sent)).toMatchObject({ until });
  });

  test.each([
    ['Sperrfrist: heute, 18 Uhr', '2026-11-21T00:30:00+01:00', '2026-11-21T18:00:00+01:00'],
    ['Sperrfrist: morgen, 6 Uhr', '2026-11-21T00:30:00+01:00', '2026-11-22T06:00:00+01:00'],
    ['Embargoed until 11 p.m. EST', '2026-11-20T20:00:00-05:00', '2026-11-20T23:00:00-05:00'],
  ])('%s, sent on one day there and on another in Greenwich', (text, night, until) => {
    expect(readEmbargo(text, night)).toMatchObject({ until });
  });

  test('in a note the day in front of it is another', () => {
    const note = "Updates Friday's story. Embargoed until 6 p.m.";
    expect(embargoTimeIn(note, 'PA', '2026-11-22T12:00:00Z')).toBe('2026-11-22T18:00:00Z');
  });

  test('without a time it is told all the same', () => {
    expect(readEmbargo('Sperrfrist: Ende der Rede', sent)).toEqual({ text: 'Sperrfrist: Ende der Rede' });
  });

  test.each([
    'Sperrfrist aufgehoben',
    'Embargo gegen Tavoria verlängert',
    'Das Embargo gilt bis 24. Januar.',
    'Eine Sperrfrist für Mieten',
  ])('%s is none', (text) => {
    expect(readEmbargo(text, sent)).toBeUndefined();
  });
});

describe('datelines', () => {
  test.each([
    ['Berlin (dpa) - Die Bahn', 'Berlin', 'dpa'],
    ['Moskau/Berlin (dpa) - Die Bahn', 'Moskau/Berlin', 'dpa'],
    ['Frankfurt am Main (dts Nachrichtenagentur) – Die Bahn', 'Frankfurt am Main', 'dts Nachrichtenagentur'],
    ['Halle (Saale) – Die Bahn', 'Halle (Saale)', undefined],
    ['Brüssel - Die Bahn', 'Brüssel', undefined],
    ['Potsdam ( – Die Bahn', 'Potsdam', undefined],
    ['GDN - Die Bahn', undefined, undefined],
    ['HONOLULU (AP) _ Die Bahn', 'HONOLULU', 'AP'],
    ['SAITAMA, Japan, Dec. 9 Kyodo - Die Bahn', 'SAITAMA, Japan, Dec. 9', 'Kyodo'],
    ['LONDON, Feb. 1 /PRNewswire-AsiaNet / -- Die Bahn', 'LONDON, Feb. 1', 'PRNewswire-AsiaNet'],
    ['Genève (ats) Die Bahn', 'Genève', 'ats'],
    ['Bonn (KNA) Die Bahn', 'Bonn', 'KNA'],
    ['Frankfurt a.M. (epd). Die Bahn', 'Frankfurt a.M.', 'epd'],
    ['BRUSSEL 12/3 (BELGA) = Die Bahn', 'BRUSSEL 12/3', 'BELGA'],
    ['Oslo (NTB): Die Bahn', 'Oslo', 'NTB'],
    ['København /ritzau/: Die Bahn', 'København', 'ritzau'],
    ['MOSCOW, January 21. /TASS/. Die Bahn', 'MOSCOW, January 21', 'TASS'],
    ['Nueva Delhi, 21 ene (EFE).- Die Bahn', 'Nueva Delhi, 21 ene', 'EFE'],
    ['(ANSA) - ROME, JUL 11 - Die Bahn', 'ROME, JUL 11', 'ANSA'],
    ['LONDON, Dec 3 (Reuters) - Die Bahn', 'LONDON, Dec 3', 'Reuters'],
  ])('%s', (text, place, agency) => {
    const found = dateline(text);
    expect([found?.place, found?.agency, found?.rest]).toEqual([place, agency, 'Die Bahn']);
  });

  test.each([
    'Der Dax - ein Index - stieg',
    'Merz und Klingbeil – Das Duo regiert',
    'Die Bahn fährt wieder.',
    'Der Sprecher (SPD) – so hieß es – kam.',
    '- Punkt eins',
  ])('%s has none', (text) => {
    expect(dateline(text)).toBeUndefined();
  });
});

describe('the number a kill names', () => {
  test.each([
    ['Please kill item mdp 149', '0157', '0149'],
    ['Bitte Meldung dpa 0157 nicht verwenden', '0200', '0157'],
    ['Kill the story moved as V9991.', 'W1004', 'V9991'],
    ['Please kill dpa 31', '0157', '0031'],
    ['Nothing is named here, in 2026', '0157', undefined],
    ['This is item 0157', '0157', undefined],
  ])('%s', (text, own, number) => {
    expect(namedNumber(text, own)).toBe(number);
  });
});

describe('notes', () => {
  test('lines to editors leave the text, unless they are all of it', () => {
    expect(splitNotes(['Achtung Redaktionen: Bild folgt', 'bis 18 Uhr.', '', 'Der Text.'])).toEqual({
      body: ['', 'Der Text.'],
      notes: [{ kind: 'editor', text: 'Achtung Redaktionen: Bild folgt bis 18 Uhr.' }],
    });
    expect(splitNotes(['Achtung Redaktionen: Bild folgt'])).toEqual({
      body: ['Achtung Redaktionen: Bild folgt'],
      notes: [],
    });
  });

  test('what is not for publication never gets into the text', () => {
    const { body, notes } = splitNotes([
      'Der Text.',
      '',
      '* * * *',
      'Die folgenden Informationen sind nicht zur Veröffentlichung bestimmt',
      '',
      '## Ansprechpartner',
      '- Leitstelle, 0375 5550100',
      'Geheim.',
      '',
      'dpa us zwi n1 vm',
    ]);
    expect(body).toEqual(['Der Text.']);
    expect(notes).toEqual([
      { kind: 'contact', text: 'Ansprechpartner: - Leitstelle, 0375 5550100\nGeheim.' },
      { kind: 'nonpublic', text: 'dpa us zwi n1 vm' },
    ]);
  });
});

describe('blocks', () => {
  test('lines of 69 columns are joined, single lines kept apart', () => {
    expect(
      toBlocks([
        'Die Prüfer haben am Montag an elf von sechzehn Pfeilern der Brücke',
        'Risse entdeckt, wie die Behörde mitteilte. Sie bleibt bis Februar',
        'gesperrt.',
        '',
        '   Das sagte ein dpa-',
        'Korrespondent.',
      ]).map((block) => block.type === 'paragraph' && block.text),
    ).toEqual([
      'Die Prüfer haben am Montag an elf von sechzehn Pfeilern der Brücke Risse entdeckt, wie die Behörde mitteilte. Sie bleibt bis Februar gesperrt.',
      'Das sagte ein dpa-Korrespondent.',
    ]);
    expect(toBlocks(['Eins.', 'Zwei.']).map((block) => block.type)).toEqual(['paragraph', 'paragraph']);
  });

  test('bullets with blank lines between them are one list', () => {
    expect(toBlocks(['* eins', '', '* zwei'])).toEqual([
      { type: 'list', ordered: false, items: [{ text: 'eins' }, { text: 'zwei' }] },
    ]);
  });

  test('rows among text are kept as they stand', () => {
    const types = toBlocks([
      'Die Läufe des Nachmittags, mit Preisgeld und allen Startern, folgen hier.',
      ' 1  2  Silver Spoon     M Dent      58',
      ' 2  4  Late Again       L Corrie    58',
      ' 3  X  Hay Fever        M Walton    57',
      'Änderungen meldet die Rennleitung bis zum Mittag an die Zeitungen weiter.',
      'Das Wetter ist gut, die Bahn ist weich, der Eintritt kostet sechs Euro.',
      'Hunde dürfen nicht mit auf die Bahn.',
    ]).map((block) => block.type);
    expect(types[1]).toBe('preformatted');
    expect(types[0]).toBe('paragraph');
  });
});
