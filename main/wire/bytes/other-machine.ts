import { cp850 } from './code-pages.ts';

const asMacRoman = (bytes: Uint8Array): string => new TextDecoder('macintosh').decode(bytes);

/** Signs within words; fewer say nothing. */
const MIN_SIGNS = 2;
/** At most, and at least, so great a share of them makes sense: nonsense may hit a letter by chance. */
const NONSENSE = 0.3;
const SENSE = 0.95;
const HEAD = 65_536;

/** Of the signs beyond ASCII within words, the share that is letters of Western Europe, or of `Žižek`; undefined where there are too few. */
function sense(text: string): number | undefined {
  const inside = text.match(/(?<=[a-z])[^\p{ASCII}](?=[a-z])/giu) ?? [];
  if (inside.length < MIN_SIGNS) return undefined;
  return inside.filter((sign) => /[äöüßéèêëàâçñáíóúôîïûåæøœž’]/iu.test(sign)).length / inside.length;
}

/**
 * Text of DOS or an old Mac: read as windows-1252 it makes no sense, and as one of theirs it does all through. Undefined for
 * every other.
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
