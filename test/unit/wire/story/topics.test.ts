import { expect, test } from 'vitest';
import { categoryNames, subjectName, topicsOf } from '../../../../main/wire/story/topics.ts';

type About = Parameters<typeof topicsOf>[0];

test.each<[string, NonNullable<About['categories']>, string[]]>([
  ['Subject Codes', [{ code: 'subj:04011002' }, { code: '15054000' }], ['04', '15']],
  ['top Media Topics', [{ code: 'medtop:17000000' }], ['17']],
  ['codes that are none of the IPTC', [{ code: 'subj:99000000' }, { code: 'medtop:29000002' }, { code: '4' }], []],
  [
    'Media Topics below the top',
    [{ code: 'medtop:20000002' }, { code: 'medtop:20000394' }, { code: 'medtop:20000638' }, { code: '20001065' }],
    ['01', '04', '11', '15'],
  ],
  [
    'Subject Codes without their leading zero',
    ['4000000', { code: '11003000' }, { code: 'subj:2001000' }],
    ['04', '11', '02'],
  ],
  [
    'topic codes of Reuters',
    ['N2:POL', { code: 'N2:SOCC' }, { code: 'n2:wea' }, { code: 'N2:DE' }],
    ['11', '15', '17'],
  ],
  ['letters of ANPA and AP', [{ code: 'anpa:f' }, { code: 'apcategorycode:s' }, { code: 'anpa:i' }], ['04', '15']],
  ['categories of dpa', [{ code: 'dpacat:wi' }, { code: 'dpacat:vm' }], ['04']],
  ['three capitals', ['ECO', 'SPO', 'CLJ', 'GEN'], ['04', '15', '02']],
  ['accents or none', ['Économie', 'ECONOMIE', 'Météo', 'SANTE'], ['04', '17', '07']],
  ['Dutch', ['Economie en financiën', 'Onderwijs', 'Misdaad', 'Buitenland'], ['04', '05', '02']],
  ['Italian', ['Politica', 'Cronaca nera', 'Spettacoli', 'Calcio'], ['11', '02', '01', '15']],
  ['Spanish', ['Deportes', 'Salud', 'Sucesos', 'Internacional'], ['15', '07', '02']],
  ['Danish and Norwegian', ['Erhverv', 'Idræt', 'Næringsliv', 'Innenriks', 'Olje og energi'], ['04', '15']],
  ['Swedish and Finnish', ['Ekonomi', 'Nöje', 'Krig, konflikter och oroligheter', 'Urheilu'], ['04', '01', '16', '15']],
  ['leagues', ['NFL football', "Women's basketball"], ['15']],
  ['paths', ['Transport\\Shipping'], ['04']],
  ['German and English words in any case', ['Wirtschaft', 'SPORT', 'weather'], ['04', '15', '17']],
  ['the parts of a name', ['Finanzen & Börse', 'Politik/Kultur'], ['04', '11', '01']],
  ['names beside codes', [{ name: 'Segeln', code: 'subj:15000000' }], ['15']],
  ['the names of the IPTC', ['conflict, war and peace', 'lifestyle and leisure'], ['16', '10']],
  ['words that say where and not what', ['Ausland', 'Inland', 'Vermischtes', undefined], []],
  [
    'policies',
    ['Agrarpolitik', 'Klimapolitik', 'Rentenpolitik', 'Weltpolitik', 'EU-Politik'],
    ['04', '06', '14', '11'],
  ],
  ['politics of somewhere', ['US Politics', 'Politique française', 'Política nacional', 'Indland politik'], ['11']],
  ['elections', ['Landtagswahl', 'Bundestagswahl 2029', 'Elections 2026'], ['11']],
  ['words that only look like elections', ['Auswahl', 'Berufswahl', 'Senatswahlkampfhelferin'], []],
  [
    'wars',
    ['Krieg in der Ukraine', 'Oorlog in Oekraïne', 'Nahost-Konflikt', 'Guerra de Ucrania', 'Ukrainan sota'],
    ['16'],
  ],
  ['conflicts that are no wars', ['Tarifkonflikt', 'Arbeidskonflikt', 'Interessenkonflikt'], ['09']],
  ['championships by their year', ['WM 2030', 'Fußball-EM', 'EM 2028', 'JO 2028', 'WM'], ['15']],
  ['addresses of the IPTC', ['http://cv.iptc.org/newscodes/mediatopic/20000002'], ['01']],
  [
    'later Media Topics',
    [{ code: 'medtop:20001216' }, { code: 'medtop:20001301' }, { code: 'medtop:20001999' }],
    ['05', '15'],
  ],
  ['business sectors of Reuters', [{ code: 'N2:SHIP' }, { code: 'N2:STEE' }], ['04']],
  ['Ressorts of APA', [{ code: 'apacat:AA' }, { code: 'dpax-apacat:SA' }, { code: 'apa:CI' }], ['11', '15']],
  ['subjects of Factiva', [{ code: 'factiva:gspo' }, { code: 'factiva:ccat' }, { code: 'factiva:ncat' }], ['15', '04']],
  ['letters of EFE and Lusa', ['DEP', 'DES', 'GOS'], ['15', '04']],
  ['news in one word', ['Kulturnachrichten', 'Börsen-Ticker', 'Wirtschaft regional'], ['01', '04']],
  ['competitions', ['2. Bundesliga', 'Champions League', 'Formel 1', 'Serie A', 'Allsvenskan'], ['15']],
  ['news of something', ['Business News', 'Wetter aktuell', 'Nachrichten: Kultur'], ['04', '17', '01']],
  ['and as a sign', ['Essen & Trinken', 'Race & Ethnicity', 'Oil & Gas'], ['10', '14', '04']],
  ['subjects of Dow Jones', [{ code: 'DJ:ERN' }, { code: 'DJ:POL' }, { code: 'DJ:DJIN' }], ['04', '11']],
  [
    'codes that are words',
    [
      { code: 'NEWS/SPORTS' },
      { code: 'knasubj:Kirche' },
      { code: 'belga:CULTURE_LIFESTYLE' },
      { code: 'epd:Soziales' },
    ],
    ['15', '12', '01', '10', '14'],
  ],
  ['one topic once', ['Sport', 'Fußball', { code: '15000000' }], ['15']],
])('%s', (_, categories, digits) => {
  expect(topicsOf({ categories })).toEqual(digits.map((two) => `medtop:${two}000000`));
});

test.each<[string, About, string[]]>([
  ['a slug', { slug: 'Wahlen/Beispielland' }, ['11']],
  ['the first subject of a slug', { slug: 'Unfälle/Verkehr/Sandau' }, ['03']],
  ['the sport in a keyword line of AP', { slug: 'BC-BBO--Baseball Expanded Glance' }, ['15']],
  ['the region in a keyword line of AP', { slug: 'BC-EU--Sandau Port' }, []],
  ['keywords', { keywords: ['Justice', 'Politics', 'Sandau'] }, ['02', '11']],
  ['keywords of all kinds', { keywords: ['Justice', 'Politics', 'Music', 'Weather'] }, []],
  ['a keyword in which a subject stands', { keywords: ['Minister of Justice', 'Sporthalle'] }, []],
  ['categories first', { categories: ['Sport'], slug: 'Wahlen/Verband', keywords: ['Justice'] }, ['15']],
  ['a slug before keywords', { categories: ['Inland'], slug: 'Wetter/Sturm', keywords: ['Verkehr'] }, ['17']],
])('%s', (_, about, digits) => {
  expect(topicsOf(about)).toEqual(digits.map((two) => `medtop:${two}000000`));
});

test('a category has its own name, else that of its code', () => {
  expect(
    categoryNames(['Inland', { name: 'Hafen', code: '04000000' }, { code: 'subj:17001000' }, { code: 'x' }]),
  ).toEqual(['Inland', 'Hafen', 'weather']);
  expect(subjectName('subj:11000000')).toBe('politics');
});

test.each<[string, Parameters<typeof categoryNames>[0], string[]]>([
  ['one in any case', ['sport', 'SPORT', 'Sport ', 'Hafen'], ['sport', 'Hafen']],
  ['words of the agency instead of its letters', ['POL', 'Innenpolitik', 'z'], ['Innenpolitik']],
  ['letters as what they stand for where there is nothing better', ['POL'], ['politics']],
  ['letters that nobody knows', ['z'], ['z']],
  ['codes that lost a zero', ['Erhverv', '4000000'], ['Erhverv', 'economy, business and finance']],
  ['codes of other schemes', ['N2:POL', 'Hafen'], ['Hafen']],
  ['the last of a path', ['Transport\\Shipping', 'Other\\Other'], ['Shipping', 'Other']],
  ['words with a colon', ['Sport: Tennis', 'Sport:Segeln'], ['Sport: Tennis', 'Sport:Segeln']],
  ['abbreviations that are words', ['TV', 'EU'], ['TV', 'EU']],
])('names of categories: %s', (_, categories, names) => {
  expect(categoryNames(categories)).toEqual(names);
});

test('codes have German names in a German text', () => {
  expect(categoryNames([{ code: 'subj:04010000' }, 'POL'], 'de-AT')).toEqual(['Wirtschaft und Finanzen']);
  expect(categoryNames(['POL'], 'de')).toEqual(['Politik']);
  expect(categoryNames([{ code: '4000000' }], 'da')).toEqual(['economy, business and finance']);
});
