import { blockText } from '../normalise.ts';
import type { Found } from './agency-draft.ts';
import { killReferences } from './kill-number.ts';

/** `ADVISORY: KILL - …`, `MANDATORY KILL`, `KILL KILL KILL`, `KILL ADVISORY`: no news has it so, with nothing to kill behind it. */
const ORDER =
  /^\W{0,3}(?:(?:ADVISORY|ATTENTION|ATTENTION EDITORS|EDITORS|URGENT|BULLETIN)\s*[:–—-]\s*(?:MANDATORY )?KILL|(?:MANDATORY|BULLETIN) KILL|KILL(?:\W{1,2}KILL)+|KILL (?:ADVISORY|NOTICE))(?=\W*$|\s*[:–—-]|,? ["„“]|,? [A-Z]?\d)/u;
/** `KILL`, `KILL - …`, `KILL: …`: in the fields of an agency an order, on pages a song or a film. */
const WORD = /^\W{0,3}KILL(?:\W*$|\s*:|\s+[–—-]{1,2}\s)/u;

/** Paragraphs an order stands in. */
const TOP = 3;

/**
 * The kill that a headline orders, as fields of what was found; nothing where it orders none. `agency`: only agencies write
 * this format; in others the text has to say it as well.
 */
export function killOfHeadline(
  { headline, body, refersTo = [] }: Pick<Found, 'headline' | 'body' | 'refersTo'>,
  agency: boolean,
): Pick<Found, 'status' | 'signal' | 'refersTo'> {
  if (headline === undefined || !headline.includes('KILL')) return {};
  const named = killReferences(...body.slice(0, TOP).map(blockText));
  if (!ORDER.test(headline) && !(WORD.test(headline) && (agency || named.length > 0))) return {};
  const [meant] = [...refersTo, ...named];
  // Where it names no other, it may be what has to be killed: its text then is that story's.
  return meant
    ? { status: 'killed', signal: 'advisory', refersTo: [{ ...meant, relation: 'kills' }] }
    : { status: 'killed' };
}

/** What was found in a format only agencies write, with the kill its headline orders where its fields take nothing back. */
export function withKillOfHeadline(found: Found): Found {
  const isTakenBack = found.status === 'killed' || found.status === 'withheld';
  return isTakenBack ? found : { ...found, ...killOfHeadline(found, true) };
}
