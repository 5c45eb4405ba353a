import { TOPIC_NAMES } from './topic-names.ts';
import { BRANCHES, CAPITALS, SCHEMES, SPORTS_OF_AP } from './topic-schemes.ts';

/** Codes, separated by spaces, with the topic they stand for. */
const pairsOf = (codes: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(codes).flatMap(([digits, words]) => words.split(' ').map((word) => [word, digits] as const)));

const BY_SCHEME = SCHEMES.map(([scheme, codes]) => [scheme, pairsOf(codes)] as const);
const BY_CAPITALS = pairsOf(CAPITALS);

/** Eight digits of the IPTC, with or without prefix or address; systems that take them for numbers lose a leading zero. */
const IPTC = /^(?:[\w-]{1,40}:|https?:\/\/(?:cv|www)\.iptc\.org\/\S{0,60}\/)?(?<code>\d{7,8})\/?$/;

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
  const [, scheme, letters = ''] = /^([\w-]+):([^\s/]\S*)$/.exec(code) ?? [];
  if (scheme === undefined) return topicOfIptc(code) ?? BY_CAPITALS.get(code);
  const lower = scheme.toLowerCase();
  const known = BY_SCHEME.find(([pattern]) => pattern.test(lower))?.[1];
  return known ? known.get(letters.toLowerCase()) : topicOfIptc(code);
}

/** The code behind the cycle of AP's keyword lines: `BC-BBO--Baseball Expanded Glance`. */
const AP_SLUG = /^(?:BC|AM|PM|AP)-{1,2}(?<code>[A-Z]{3})-/;
const BY_AP_SLUG = new Map([...SPORTS_OF_AP.split(' ').map((code) => [code, '15'] as const), ['WEA', '17'] as const]);

/** The topic of the code in a keyword line of AP; undefined for other slugs. */
export const topicOfApSlug = (slug: string): string | undefined =>
  BY_AP_SLUG.get(AP_SLUG.exec(slug)?.groups?.code ?? '');
