import { TOPIC_NAMES } from './topic-words.ts';

/**
 * Media Topics below the top ones, by the number behind `20000000`: the IPTC numbered them branch by branch in alphabetical order
 * in 2010. Later ones (from 1132 on) are scattered and unknown here.
 */
const BRANCHES: readonly (readonly [first: number, last: number, digits: string])[] = [
  [2, 52, '01'],
  [53, 81, '16'],
  [82, 138, '02'],
  [139, 168, '03'],
  [170, 397, '04'],
  [398, 417, '05'],
  [418, 445, '06'],
  [446, 495, '07'],
  [498, 508, '08'],
  [509, 537, '09'],
  [538, 573, '10'],
  [574, 655, '11'],
  [656, 709, '12'],
  [710, 767, '13'],
  [768, 821, '14'],
  [822, 1124, '15'],
  [1128, 1131, '17'],
];

/** Letters of desks and services by topic, per scheme, lower case. */
const SCHEMES: readonly (readonly [scheme: RegExp, codes: Readonly<Record<string, string>>])[] = [
  // Reuters (Refinitiv, "N2000" topic codes; also in MRN).
  [
    /^(?:n2|rcs|rtrs)$/,
    {
      '01': 'ent film mus art arts media book tv pubs',
      '02': 'crim judic law legal frau corr judge court',
      '03': 'dis fire quak flood acc aviac',
      '04': 'eci econ fin bus bact cen int stx dbt frx mce gol crg crpt oilg ngs nrg mtal grai sof res mrg reguly taxs trad bnk ins auto airl ret prop cmpny trd com',
      '05': 'edu',
      '06': 'env clima cdm renew',
      '07': 'hea med dise hlth pharma bio epid',
      '08': 'odd hum royals',
      '09': 'job lab strk emplt',
      '10': 'lif life trav tour fash food',
      '11': 'pol vote votp dip def gov defbuy govt parl ele',
      '12': 'rel islm chr judai',
      '13': 'sci tech space itse',
      '14': 'soci migr immig race',
      '15': 'spo socc cric golf tenn athl base bask hock rugb motr olym box cycl',
      '16': 'war vio insurg civ secur terror peace milit',
      '17': 'wea',
    },
  ],
  // Categories of dpa, APA and KNA in 7901 and NewsML.
  [/^(?:dpacat|dpadesk|apacat|desk)$/, { '01': 'ku ki', '04': 'wi', '11': 'pl ii aa', '15': 'sp si' }],
  // ANPA 1312, category codes; AP and AAP use the same letters.
  [
    /^(?:anpa|anpa_category|apcategorycode|apcat|categorycode)$/,
    { '01': 'e', '04': 'f', '10': 'd l t', '11': 'p w', '15': 's q r y', '17': 'o' },
  ],
];

const BY_SCHEME = SCHEMES.map(([scheme, codes]) => {
  const pairs = Object.entries(codes).flatMap(([digits, words]) =>
    words.split(' ').map((word) => [word, digits] as const),
  );
  return [scheme, new Map(pairs)] as const;
});

/** Capitals without a scheme: the IPTC's own three letters (Subject Reference), AFP's, ANSA's, Belga's, TT's. */
const CAPITALS = new Map(
  Object.entries({
    '01': 'ACE ART CLT CUL KLT KUL SPE NOJ ENT',
    '02': 'CLJ CRI JUS JUD LAW CRO',
    '03': 'DIS ACC CAT',
    '04': 'FIN ECO EKO BIZ BUS WIR',
    '05': 'EDU',
    '06': 'ENV EVN',
    '07': 'HTH HEA SAN',
    '08': 'HUM',
    '09': 'LAB',
    '10': 'LIF TOU',
    '11': 'POL',
    '12': 'REL',
    '13': 'SCI TEC',
    '14': 'SOI',
    '15': 'SPO SPT SPR SPF SPN',
    '16': 'WAR UNR',
    '17': 'WEA MET',
  }).flatMap(([digits, words]) => words.split(' ').map((word) => [word, digits] as const)),
);

/** Eight digits of the IPTC, with or without prefix; systems that take them for numbers lose a leading zero. */
const IPTC = /^(?:[\w-]+:)?(?<code>\d{7,8})$/;

/** The first two digits of a Subject Code or a Media Topic (`subj:04011002`, `4011002`, `medtop:20000394`). */
export function topicOfIptc(code: string): string | undefined {
  const eight = IPTC.exec(code)?.groups?.code?.padStart(8, '0');
  if (eight === undefined) return undefined;
  if (/^2000/.test(eight)) {
    const number = Number(eight.slice(3));
    return BRANCHES.find(([first, last]) => number >= first && number <= last)?.[2];
  }
  const digits = eight.slice(0, 2);
  return digits in TOPIC_NAMES ? digits : undefined;
}

/** The same for codes of any known scheme: `N2:SPO`, `dpacat:wi`, `anpa:f`, `POL`. */
export function topicOfCode(code: string): string | undefined {
  const [, scheme, letters = ''] = /^([\w-]+):(\S+)$/.exec(code) ?? [];
  if (scheme === undefined) return topicOfIptc(code) ?? CAPITALS.get(code);
  const lower = scheme.toLowerCase();
  const known = BY_SCHEME.find(([pattern]) => pattern.test(lower))?.[1];
  return known ? known.get(letters.toLowerCase()) : topicOfIptc(code);
}

/** Sports and the like behind the cycle of AP's keyword lines: `BC-BBO--Baseball Expanded Glance`. */
const AP_SLUG = /^(?:BC|AM|PM|AP)-{1,2}(?<code>[A-Z]{3})-/;
const AP_CODES = new Map([
  ...'BBO BBA BBN BBC BBI BBM FBN FBC FBH FBO BKN BKC BKO BKL BKW HKN HKO HKC GLF TEN SOC CAR RAC OLY SKI TRK BOX CYC WRE SWM GYM FIG CRI RGL RGU'
    .split(' ')
    .map((code) => [code, '15'] as const),
  ['WEA', '17'] as const,
]);

/** The topic of the code in a keyword line of AP; undefined for other slugs. */
export const topicOfApSlug = (slug: string): string | undefined => AP_CODES.get(AP_SLUG.exec(slug)?.groups?.code ?? '');
