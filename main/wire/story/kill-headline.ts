import { type Block, blockText, type Reference } from '../dispatch.ts';
import { killReferences } from './kill-number.ts';

/** `ADVISORY: KILL - …`, `MANDATORY KILL`, `KILL KILL KILL`, `KILL ADVISORY`: never news. */
const ORDER =
  /^\W{0,3}(?:(?:ADVISORY|ATTENTION|ATTENTION EDITORS|EDITORS|URGENT|BULLETIN)\s*[:–—-]\s*(?:MANDATORY )?KILL|(?:MANDATORY|BULLETIN) KILL|KILL(?:\W{1,2}KILL)+|KILL (?:ADVISORY|NOTICE))(?=\W*$|\s*[:–—-]|,? ["„“]|,? [A-Z]?\d)/u;
/** `KILL`, `KILL - …`, `KILL: …`: an order from an agency, but a song or a film on a page. */
const WORD = /^\W{0,3}KILL(?:\W*$|\s*:|\s+[–—-]{1,2}\s)/u;

/** Blocks in which an order stands. */
const TOP_BLOCKS = 3;

/** What the rule looks at. */
export interface KillContext {
  readonly headline: string | undefined;
  readonly body: readonly Block[];
  readonly refersTo: readonly Reference[];
}

/**
 * The kill that the headline of marked-up copy orders, with what it kills where it names another story; undefined where it
 * orders none. `isAgency`: only agencies write this format; in others the text has to say it as well.
 */
export function killOfHeadline(
  { headline, body, refersTo }: KillContext,
  isAgency: boolean,
): { readonly refersTo?: readonly Reference[] } | undefined {
  if (headline === undefined || !headline.includes('KILL')) return undefined;
  const named = killReferences(...body.slice(0, TOP_BLOCKS).map(blockText));
  if (!ORDER.test(headline) && !(WORD.test(headline) && (isAgency || named.length > 0))) return undefined;
  const [meant] = [...refersTo, ...named];
  // If it names no other story, it may be the story to be killed itself.
  return meant ? { refersTo: [{ ...meant, relation: 'kills' }] } : {};
}
