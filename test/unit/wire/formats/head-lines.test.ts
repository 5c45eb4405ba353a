import { describe, expect, test } from 'vitest';
import { blockText } from '../../../../main/wire/dispatch.ts';
import { onlyOf } from '../reading.ts';

const HEADLINE = 'Kran in Lundsund steht wieder';
const TEXT = 'Der Kran steht wieder. Das teilte der Hafen am Samstag mit.';
const textsOf = ({ body }: ReturnType<typeof onlyOf>) => body.map(blockText);

describe('lines above a headline', () => {
  test.each([
    ['AFP0214', 'AFP', { number: '0214' }],
    ['EFE1234\nTRANSPORTES', 'EFE', { number: '1234', slug: 'TRANSPORTES' }],
    ['AFP0214\n4 i 0213 FRA /AFP-AB12\nTransport-mer', 'AFP', { number: '0214', slug: 'Transport-mer' }],
    ['PTI DEL24', 'PTI', { number: 'DEL24' }],
    ['NTB Nyhetstjenesten', 'NTB', {}],
    ['dpa-Landesdienst Nord', 'dpa', {}],
    ['TT 14/3 2026 10.12', 'TT', { publishedAt: '2026-03-14T10:12:00+01:00' }],
    ['epd-bas 2026-03-14 10:12:00', 'epd', { publishedAt: '2026-03-14T10:12:00+01:00' }],
    ['Häfen/Technik/Lundsund/', 'dpa', { slug: 'Häfen/Technik/Lundsund' }],
    ['Samstag, 14. März 2026, 10:12 Uhr', 'dpa', { publishedAt: '2026-03-14T10:12:00+01:00' }],
    ['AFP', 'AFP', {}],
    ['KYODO NEWS', 'Kyodo', {}],
    ['PAP, 2026-03-14 10:12', 'PAP', { publishedAt: '2026-03-14T10:12:00+01:00' }],
    ['*** Terminmeldung ***', 'dpa-AFX', { signal: 'advisory' }],
    ['Von Anna Brook', 'dpa', { byline: 'Anna Brook' }],
  ])('%s', (above, source, said) => {
    const dispatch = onlyOf(`${above}\n${HEADLINE}\n\nLundsund (${source}) - ${TEXT}\n\nEr ist alt.\n`);
    expect(dispatch).toMatchObject({ headline: HEADLINE, source, dateline: 'Lundsund', ...said });
    expect(textsOf(dispatch)).toEqual([TEXT, 'Er ist alt.']);
  });

  test('are also whose release it is, and where its shares are traded', () => {
    const top =
      'NEWS RELEASE TRANSMITTED BY Marketwired\n\nFOR: HAMPLE CRANES INC.\n\nTSX SYMBOL: HCR\n\nMARCH 14, 2026 - 08:30 ET';
    const dispatch = onlyOf(
      `${top}\n\nHample Cranes Reports\n\nLUNDSUND, NY--(Marketwired - March 14, 2026) - The crane moved.\n\nIt is old.\n`,
    );
    expect(dispatch).toMatchObject({
      headline: 'Hample Cranes Reports',
      source: 'Marketwired',
      dateline: 'LUNDSUND, NY',
      publishedAt: '2026-03-14T08:30:00-04:00',
    });
    expect(textsOf(dispatch)).toEqual(['The crane moved.', 'It is old.']);
  });

  test('are also a time in words, above a text without an agency', () => {
    const dispatch = onlyOf('14 March 2026, 10.12am EDT\n\nCrane moves\n\nLUNDSUND - The crane moved on Saturday.\n');
    expect(dispatch).toMatchObject({ headline: 'Crane moves', publishedAt: '2026-03-14T10:12:00-04:00' });
  });

  test('are also the caption of a picture, which is a note', () => {
    const caption = 'Bildtext: Der Kran im Hafen. Foto: Ole Brandt/dpa';
    const dispatch = onlyOf(`${caption}\n\n${HEADLINE}\n\nLundsund (dpa) - ${TEXT}\n`);
    expect(dispatch).toMatchObject({ headline: HEADLINE, notes: [{ kind: 'copyright', text: caption }] });
    expect(textsOf(dispatch)).toEqual([TEXT]);
  });

  test('are also our own author', () => {
    const dispatch = onlyOf(`Von unserem Korrespondenten Ole Brandt\n${HEADLINE}\n\nLundsund - ${TEXT}\n`);
    expect(dispatch).toMatchObject({ headline: HEADLINE, byline: 'Ole Brandt', dateline: 'Lundsund' });
  });

  test.each(['AFP feiert Jubiläum', 'Sport/Politik: Kran zieht um', 'Von der Leyen in Lundsund', 'EFE gewinnt Preis'])(
    '%s is the headline',
    (headline) => {
      expect(onlyOf(`${headline}\n\nLundsund (AFP) - ${TEXT}\n\nEr ist alt.\n`).headline).toBe(headline);
    },
  );
});

test('a Polish dateline begins with the day', () => {
  const dispatch = onlyOf('PAP, 2026-03-14 10:21\n\nŻuraw znowu stoi\n\n14.03. Lundsund (PAP) - Żuraw znowu stoi.\n');
  expect(dispatch).toMatchObject({ headline: 'Żuraw znowu stoi', source: 'PAP', dateline: 'Lundsund' });
});

test('the number of dpa-AFX counts above its copyright line, too', () => {
  const copy = `${HEADLINE}\n\nLUNDSUND (dpa-AFX) - ${TEXT}\n\nAXC0012 2026-03-14/17:35\nCopyright dpa-AFX. Alle Rechte vorbehalten.\n`;
  const dispatch = onlyOf(copy);
  expect(dispatch.publishedAt).toBe('2026-03-14T17:35:00+01:00');
  expect(textsOf(dispatch)).toEqual([TEXT]);
});

test('the second headline of APA is one without a header, too', () => {
  const dispatch = onlyOf(`${HEADLINE}\nUtl.: Hafen freut sich\n\nWien (APA) - ${TEXT}\n`);
  expect(dispatch).toMatchObject({ headline: HEADLINE, subhead: 'Hafen freut sich', dateline: 'Wien' });
});

test('a time below a long headline is not its second line', () => {
  const headline = 'UPDATE 2-Sample Crane shares jump after harbour order';
  expect(onlyOf(`${headline}\n14-Mar-2026 11:02:13\n\nLUNDSUND, March 14 (Reuters) - Shares rose.\n`)).toMatchObject({
    headline,
    publishedRaw: '14-Mar-2026 11:02:13',
  });
});

test('a text without a headline has its first sentence, however it is wrapped', () => {
  const dispatch = onlyOf(
    '   LUNDSUND, March 14 (Xinhua) -- The new crane entered service on\nSaturday, the company said. It is blue.\n\n   "A great day," the mayor said. Enditem\n',
  );
  expect(dispatch.headline).toBe('The new crane entered service on Saturday, the company said.');
});

test.each([
  ['Von Anna Brook, dpa\nund Ole Brandt, dpa', 'Anna Brook, dpa und Ole Brandt, dpa'],
  ['By Jane Roe\n\nand Ole Brandt', 'Jane Roe and Ole Brandt'],
  ['By Jane Roe\n\nBy Ole Brandt', 'Jane Roe and Ole Brandt'],
])('two authors on two lines: %s', (lines, byline) => {
  const dispatch = onlyOf(`${HEADLINE}\n\n${lines}\n\nLundsund (dpa) - ${TEXT}\n`);
  expect(dispatch).toMatchObject({ headline: HEADLINE, byline, dateline: 'Lundsund' });
});

test.each([
  ['Stockholm (TT)', 'Stockholm', 'TT'],
  ['BRUSSEL 14/03 (BELGA)', 'BRUSSEL 14/03', 'Belga'],
  ['Ville-Exemple, 14 mars 2026 (AFP) -', 'Ville-Exemple, 14 mars 2026', 'AFP'],
])('a dateline on a line of its own: %s', (line, dateline, source) => {
  const dispatch = onlyOf(`${HEADLINE}\n\n${line}\n\n${TEXT}\n`);
  expect(dispatch).toMatchObject({ dateline, source });
  expect(textsOf(dispatch)).toEqual([TEXT]);
});

test('the author stands between a text and its box of facts', () => {
  const dispatch = onlyOf(
    'Kranen går igen\n\nLundsund (TT)\n\nKranen går igen, meddelar hamnen.\n\nErik Exempel/TT\n\nFAKTA: Kranen\nHöjd: 90 meter.\nKälla: Hamnen\n',
  );
  expect(dispatch.byline).toBe('Erik Exempel/TT');
  expect(dispatch.body.map(({ type }) => type)).toEqual(['paragraph', 'heading', 'paragraph']);
});
