import { analyse } from 'chardet';
import { centralEurope } from './central-europe.ts';
import { otherMachine } from './other-machine.ts';

/** Confidence in per cent that statistics need if the text may be Western European, and if it cannot be. */
const CONFIDENT = 50;
const FAINT = 20;
const DIFFERENT_NEIGHBOURS = /([^\p{ASCII}])(?!\1)[^\p{ASCII}]/gu;

/**
 * The encoding (WHATWG name, or `ibm850`) of bytes that are not UTF-8 and declare none; undefined if windows-1252 fits. Statistics
 * are not used for Western European text: they mistake short German copy for Turkish or Czech.
 */
export function guessEncoding(bytes: Uint8Array): { readonly encoding: string; readonly text?: string } | undefined {
  const western = new TextDecoder('windows-1252').decode(bytes);
  const high = western.match(/[^\p{ASCII}]/gu)?.length ?? 0;
  const letters = western.match(/\p{L}/gu)?.length ?? 0;
  const alphabet = otherAlphabet(bytes, western);
  if (alphabet) return { encoding: alphabet };
  const neighbour = otherMachine(bytes) ?? centralEurope(western);
  if (neighbour) return neighbour;
  const odd = western.match(/\p{Ll}[¡-©«-¿×÷Ð-Þ](?=\p{Ll})|[\u0080-\u009f]/gu)?.length ?? 0;
  if (high < letters * 0.25 && odd <= high * 0.1) return undefined;
  const name = statistics(bytes, CONFIDENT);
  return name ? { encoding: name } : undefined;
}

/**
 * The encoding of bytes in a different alphabet, which no old Mac or DOS wire is in; undefined where `western`, the same as
 * windows-1252, may be right. Characters such as `½` are isolated or repeated.
 */
export function otherAlphabet(bytes: Uint8Array, western: string): string | undefined {
  const high = western.match(/[^\p{ASCII}]/gu)?.length ?? 0;
  const letters = western.match(/\p{L}/gu)?.length ?? 0;
  const isOther = high > letters * 0.4 && (western.match(DIFFERENT_NEIGHBOURS)?.length ?? 0) > letters * 0.1;
  return isOther ? statistics(bytes, FAINT) : undefined;
}

function statistics(bytes: Uint8Array, least: number): string | undefined {
  const best = analyse(bytes.subarray(0, 16_384))[0];
  if (!best || best.confidence < least) return undefined;
  try {
    const { encoding } = new TextDecoder(best.name);
    return encoding === 'windows-1252' || encoding.startsWith('utf-16') ? undefined : encoding;
  } catch {
    return undefined;
  }
}
