import { describe, expect, test } from 'vitest';
import { readTeaser } from '../../../../main/wire/formats/dts/teaser.ts';
import { repairGlue } from '../../../../main/wire/text/glue.ts';
import { splitByHeadline, splitByLead } from '../../../../main/wire/text/known-headline.ts';

const TAIL = '(Inland, 20.11.2026 - 10:07) weiterlesen...';

describe('guessing where a headline ends', () => {
  test.each([
    [
      'Bahn will marode Brücken im Osten schneller ersetzen',
      'Die Deutsche Bahn will bis 2030 rund 300 marode Brücken erneuern.Das sagte Vorständin Karla Wenzel.',
    ],
    [
      'Hallmann kündigt Reform der Krankenkassen an',
      'Bundesgesundheitsministerin Petra Hallmann (SPD) hat eine Reform der Krankenkassen angekündigt.Der Entwurf solle bald vorliegen.',
    ],
    [
      'Dax startet freundlich - Anleger warten auf US-Daten',
      'Der Dax ist am Montagmorgen mit Kursgewinnen in den Handelstag gestartet.',
    ],
    [
      'Umfrage: Mehrheit der Deutschen gegen Böllerverbot',
      'Eine Mehrheit der Bundesbürger lehnt ein generelles Verbot von Silvesterböllern ab.',
    ],
    [
      '1. Bundesliga: Leipzig gewinnt Spitzenspiel gegen Mainz',
      'Am 11. Spieltag der Fußball-Bundesliga hat Leipzig das Spitzenspiel mit 2:1 gewonnen.',
    ],
    [
      'Kommt die Maut für Lieferwagen?',
      'Verkehrsminister Jonas Reuter (FDP) hat sich offen für eine Maut auf Lieferwagen gezeigt.',
    ],
    [
      'Lottozahlen vom Mittwoch (18.11.2026)',
      'In der Mittwochs-Ausspielung von "6 aus 49" wurden am Abend die Lottozahlen gezogen.',
    ],
    [
      'Grüne fordern Tempolimit auf Landstraßen',
      'Grünen-Fraktionschefin Marlene Voss hat sich für ein Tempolimit von 80 Kilometern pro Stunde ausgesprochen.',
    ],
    [
      'Zahl der Insolvenzen steigt auf höchsten Stand seit 2013',
      'Im Oktober haben so viele Unternehmen Insolvenz angemeldet wie seit über zehn Jahren nicht mehr.',
    ],
    [
      'US-Regierung verhängt neue Zölle auf Stahl aus Kanada',
      'US-Präsident Walter Drummond hat neue Zölle auf Stahlimporte aus Kanada verkündet.',
    ],
    [
      'Wüllner: "Wir müssen den Hafen retten"',
      'Hamburgs Wirtschaftssenator Tjark Wüllner (CDU) hat sich für Staatshilfen ausgesprochen.',
    ],
    [
      'Union und SPD einigen sich auf Rentenpaket',
      'CDU, CSU und SPD haben sich nach wochenlangem Streit auf ein gemeinsames Rentenpaket geeinigt.',
    ],
    [
      'Polizei nimmt drei Verdächtige nach Überfall fest',
      'Nach dem Überfall auf einen Geldtransporter hat die Polizei drei Verdächtige festgenommen.',
    ],
    [
      'Gasspeicher so voll wie seit acht Jahren nicht',
      'Die deutschen Gasspeicher sind so voll wie seit acht Jahren nicht mehr.',
    ],
  ])('%s', (headline, lead) => {
    expect(readTeaser(`${headline} ${lead} ${TAIL}`)).toMatchObject({
      text: `${headline} ${lead}`,
      headline,
      lead: repairGlue(lead),
      certain: false,
      category: 'Inland',
      publishedAt: '2026-11-20T10:07:00+01:00',
    });
  });

  test('a line without any boundary stays whole', () => {
    const teaser = readTeaser(`alles klein und ohne jede grenze ${TAIL}`);
    expect(teaser.headline).toBeUndefined();
    expect(teaser.certain).toBe(false);
  });

  test('brackets of the text are not taken for the tail', () => {
    expect(
      readTeaser(`Bund prüft Verkauf Der Bund prüft den Verkauf (EDFL, so heißt er) von Anteilen. ${TAIL}`).text,
    ).toMatch(/\(EDFL, so heißt er\) von Anteilen\.$/);
  });
});

describe('a headline that is known', () => {
  const text = 'Nato: “Zone” soll kommen – bald Die Nato plant eine Zone.Das gilt.';
  test('splits whatever quotes, dashes and spaces differ', () => {
    expect(splitByHeadline(text, 'Nato: "Zone"  soll kommen - bald')).toEqual({
      headline: 'Nato: “Zone” soll kommen – bald',
      lead: 'Die Nato plant eine Zone. Das gilt.',
    });
  });

  test('is not found in the middle of a word, nor where it differs', () => {
    expect(splitByHeadline('Bahnhof in Köln gesperrt', 'Bahn')).toBeUndefined();
    expect(splitByHeadline(text, 'Nato: Zone soll kommen')).toBeUndefined();
    expect(splitByHeadline(text, '')).toBeUndefined();
  });

  test('may be found without the space behind it', () => {
    expect(splitByHeadline('Deich hältDer Deich hat gehalten.', 'Deich hält')).toEqual({
      headline: 'Deich hält',
      lead: 'Der Deich hat gehalten.',
    });
  });

  test('a known beginning of the story splits as well', () => {
    expect(splitByLead(text, 'Die Nato plant eine Zone. Das gilt.')?.headline).toBe('Nato: “Zone” soll kommen – bald');
    expect(
      splitByLead(
        'Deich bei Tönning hält Der Deich bei Tönning hat in der Nacht gehalten.',
        'Der Deich bei Tönning hat in der Nacht gehalten. Mehr.',
      ),
    ).toMatchObject({
      headline: 'Deich bei Tönning hält',
    });
  });
});

describe('glued sentences', () => {
  test.each([
    ['mehr Waffen einlagern."Wir werden', 'mehr Waffen einlagern. "Wir werden'],
    ['der "Welt am Sonntag".Zudem will', 'der "Welt am Sonntag". Zudem will'],
    ['er sagte "überwinden muss".Mit ihm', 'er sagte "überwinden muss". Mit ihm'],
    ['Forum in Davos.Dabei ging', 'Forum in Davos. Dabei ging'],
    ['"Das ist gut."Dann ging er', '"Das ist gut." Dann ging er'],
    ['Kampf (EDFL).Das gilt', 'Kampf (EDFL). Das gilt'],
  ])('%s', (glued, repaired) => {
    expect(repairGlue(glued)).toBe(repaired);
  });

  test.each([
    'z.B. in Köln',
    'i.d.R.',
    'die U.S.Army',
    'am 24.12.Mittwoch',
    'auf www.nordpresse.de/Seite.Html',
    'an desk@example.Com',
  ])('%s stays', (text) => {
    expect(repairGlue(text)).toBe(text);
  });
});
