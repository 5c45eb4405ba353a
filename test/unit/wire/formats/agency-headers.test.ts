import { describe, expect, test } from 'vitest';
import { blockText } from '../../../../main/wire/dispatch.ts';
import { onlyOf } from '../reading.ts';

const textsOf = ({ body }: ReturnType<typeof onlyOf>) => body.map(blockText);

describe('a note in brackets above the dateline', () => {
  const page = (headline: string, note: string) =>
    `Wirtschaft, Industrie\n\n${headline}\n\n14.03.2026 - 15:40:00\n\n${note}\n\nSandau (dts Nachrichtenagentur) - Die Werft baut Stellen ab.\n\nBetroffen sind 300.\n\n@ dts-nachrichtenagentur.de\n`;

  test.each([
    [
      'correction',
      'Neu: In der um 14:03 Uhr gesendeten Meldung muss es richtig heißen: 300 statt 3.000 (zweiter Absatz).',
    ],
    ['correction', 'Im zweiten Absatz wurde die Zahl berichtigt.'],
    ['editor', 'Diese Meldung wurde um Reaktionen ergänzt.'],
    ['editor', 'Adds quotes'],
  ])('is a note (%s): %s', (kind, text) => {
    const dispatch = onlyOf(page('Korrektur: Werft baut 300 Stellen ab', `(${text})`));
    expect(dispatch).toMatchObject({
      headline: 'Werft baut 300 Stellen ab',
      signal: 'correction',
      dateline: 'Sandau',
      notes: [{ kind, text }],
    });
    expect(textsOf(dispatch)).toEqual(['Die Werft baut Stellen ab.', 'Betroffen sind 300.']);
  });

  test('is text without a dateline below it', () => {
    const note = '(Ein Märchen aus dem Norden)';
    const dispatch = onlyOf(`Der Fischer\n\n${note}\n\nEs war einmal ein Fischer.\n`);
    expect(textsOf(dispatch)).toEqual([note, 'Es war einmal ein Fischer.']);
  });
});

describe('a line with a day', () => {
  test('names no source: the dateline does', () => {
    const dispatch = onlyOf(
      'WDH/KORREKTUR: Werft AG erhöht Prognose\n14.03.2026, 08:15 Uhr\n(Im zweiten Absatz wurde der Wert berichtigt: 12 Prozent)\n\nSANDAU (dpa-AFX) - Die Werft AG hat ihre Prognose erhöht.\n\nDer Umsatz wachse um 12 Prozent.\n\n/mis/DP/zb\n',
    );
    expect(dispatch).toMatchObject({
      headline: 'Werft AG erhöht Prognose',
      source: 'dpa-AFX',
      signal: 'correction',
      publishedAt: '2026-03-14T08:15:00+01:00',
      file: { warnings: [] },
    });
    expect(textsOf(dispatch)).toEqual(['Die Werft AG hat ihre Prognose erhöht.', 'Der Umsatz wachse um 12 Prozent.']);
    expect(dispatch.notes.map(({ kind }) => kind).sort()).toEqual(['correction', 'nonpublic']);
  });

  test('without any name leaves the source open', () => {
    expect(
      onlyOf('Werft baut Fähren\n\n14.03.2026, 08:15 Uhr\n\nDie Werft baut drei Fähren.\n').source,
    ).toBeUndefined();
  });
});

describe('the header of an agency above a text without frame', () => {
  test.each([
    ['KNA 0017 Kirche Glocken Sandau 14.03.2026 10:12', 'KNA', '0017', '2026-03-14T10:12:00+01:00'],
    ['epd 231 Kirche 14.03.2026 - 10:12 Uhr', 'epd', '231', '2026-03-14T10:12:00+01:00'],
    ['APA 0412 Glocken', 'APA', '0412', undefined],
  ])('%s', (header, source, number, time) => {
    const dispatch = onlyOf(
      `${header}\n\nKirche/Glocken/Sandau/\nGlocken läuten wieder\n\nSandau (${source.toUpperCase()}) - Die Glocken läuten\nwieder.\n`,
    );
    expect(dispatch).toMatchObject({
      headline: 'Glocken läuten wieder',
      slug: 'Kirche/Glocken/Sandau',
      dateline: 'Sandau',
      source,
      number,
    });
    if (time !== undefined) expect(dispatch.publishedAt).toBe(time);
  });

  test.each(['AFP 2026: Ein Rückblick', 'APA 500 Jahre alt', 'Epd 1234 Kilometer Küste'])(
    '%s is a headline',
    (line) => {
      expect(onlyOf(`${line}\n\nEin langer Text steht hier.\n`).headline).toBe(line);
    },
  );

  test('a release of OTS with wide gaps in its header', () => {
    const dispatch = onlyOf(
      `OTS0142   5 CI 0162 HAF0001 CA                          Fr, 13.Mär 2026

Verkehr/Häfen/Wien

Neuer Kai geht in Betrieb =

   Utl.: 120 Schiffe haben Platz =

   Wien (OTS) - Der neue Kai ist am Freitag in Betrieb
gegangen.

~
Rückfragehinweis:
   Hafen Wien
   Tel.: +43 1 000000
~

Digitale Pressemappe: http://presse.example/1

*** OTS-ORIGINALTEXT PRESSEAUSSENDUNG UNTER AUSSCHLIESSLICHER
INHALTLICHER VERANTWORTUNG DES AUSSENDERS ***

OTS0142    2026-03-13/10:15

131015 Mär 26

Link zur Aussendung:
https://presse.example/OTS0142
`,
    );
    expect(dispatch).toMatchObject({
      headline: 'Neuer Kai geht in Betrieb',
      subhead: '120 Schiffe haben Platz',
      slug: 'Verkehr/Häfen/Wien',
      publishedAt: '2026-03-13T10:15:00+01:00',
      number: '0142',
      source: 'OTS',
    });
    expect(textsOf(dispatch)).toEqual(['Der neue Kai ist am Freitag in Betrieb gegangen.']);
    expect(dispatch.notes.map(({ kind }) => kind)).toEqual(['contact', 'contact', 'copyright']);
  });
});

test('a notice in NewsML-G2 stays one when it is corrected', () => {
  const dispatch = onlyOf(
    '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:nord.example:20260314:3" version="2" xml:lang="de"><itemMeta><itemClass qcode="ninat:text"/><provider literal="dpa"/><versionCreated>2026-03-14T16:45:28+01:00</versionCreated><pubStatus qcode="stat:usable"/><edNote role="dpaednoterole:correction">Zeit korrigiert</edNote><signal qcode="sig:correction"/></itemMeta><contentMeta><genre qcode="dpatextgenre:27"><name>Achtung</name></genre><headline>Zum Urteil folgt bis 18.00 Uhr eine Zusammenfassung</headline></contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body><p>(Diese Informationen sind nicht zur Veröffentlichung bestimmt)</p></body></html></inlineXML></contentSet></newsItem>',
  );
  expect(dispatch).toMatchObject({
    signal: 'advisory',
    body: [],
    notes: [{ kind: 'correction' }, { kind: 'nonpublic' }],
  });
});
