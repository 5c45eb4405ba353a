import { cp850 } from './code-pages.ts';

const asMacRoman = (bytes: Uint8Array): string => new TextDecoder('macintosh').decode(bytes);

/** Characters inside words; fewer prove nothing. */
const MIN_SIGNS = 2;
/** Shares of them that make sense: at most in the wrong encoding (some do by chance), at least in the right one. */
const NONSENSE = 0.3;
const SENSE = 0.95;
const HEAD = 65_536;

/** The share of Western European letters (and `Žž`) among non-ASCII characters inside words; undefined if there are too few. */
function sense(text: string): number | undefined {
  const inside = text.match(/(?<=[a-z])[^\p{ASCII}](?=[a-z])/giu) ?? [];
  if (inside.length < MIN_SIGNS) return undefined;
  return inside.filter((sign) => /[äöüßéèêëàâçñáíóúôîïûåæøœž’]/iu.test(sign)).length / inside.length;
}

/**
 * Text from DOS or an old Mac, which makes no sense as windows-1252 and full sense in their encoding. Undefined for other text.
 */
export function otherMachine(bytes: Uint8Array): { readonly text: string; readonly encoding: string } | undefined {
  const head = bytes.subarray(0, HEAD);
  const here = sense(new TextDecoder('windows-1252').decode(head));
  if (here === undefined || here > NONSENSE) return undefined;
  // 437 has the same letters for German and French.
  if ((sense(cp850.decode(head)) ?? 0) > SENSE) return { text: cp850.decode(bytes), encoding: 'ibm850' };
  if ((sense(asMacRoman(head)) ?? 0) > SENSE) return { text: asMacRoman(bytes), encoding: 'macintosh' };
  return undefined;
}
