import { isBareEmbargo } from './embargo.ts';

/** Between an embargo and a headline on one line. */
const BETWEEN = /\s?(?:\||:(?=\s)|\/{2}|\s[-–—]{1,2}\s|\+{2,5}|\*{2,5}|(?<=[)\]])\s|\s(?=[([]))\s?/gu;
const SPEAKS = /sperr|embargo|gesperrt|frei (?:ab|für)/iu;
/** Characters of a headline. */
const MAX_CHARS = 300;

/** A headline, and the embargo that stood on its line. */
export interface WithoutEmbargo {
  readonly headline: string;
  readonly embargo?: string;
}

/** Splits an embargo from the line of a headline: `Sperrfrist 14.03., 6 Uhr: Studie …`, `Study finds (embargo 17 March 00:01 GMT)`. */
export function withoutEmbargo(line: string): WithoutEmbargo {
  if (line.length > MAX_CHARS || !SPEAKS.test(line)) return { headline: line };
  const cuts = [...line.matchAll(BETWEEN)];
  const isEmbargo = (text: string) => SPEAKS.test(text) && isBareEmbargo(bare(text));
  for (const { 0: sign, index } of cuts.toReversed()) {
    const [front, back] = [line.slice(0, index), line.slice(index + sign.length)];
    if (/\p{L}/u.test(back) && isEmbargo(front)) return { headline: bare(back), embargo: bare(front) };
  }
  for (const { 0: sign, index } of cuts) {
    const [front, back] = [line.slice(0, index), line.slice(index + sign.length)];
    if (/\p{L}/u.test(front) && isEmbargo(back)) return { headline: bare(front), embargo: bare(back) };
  }
  return { headline: line };
}

const bare = (text: string): string =>
  text
    .replace(/^[\s([+*!–-]+/u, '')
    .replace(/(?<![\s+*!–-])[\s+*!–-]+$/u, '')
    .replace(/^([^([]*)[)\]]$/u, '$1')
    .trim();
