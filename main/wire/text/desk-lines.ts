import { AGENCY_LETTERS, agencyName } from '../agencies/agency.ts';
import type { Block, Note } from '../dispatch.ts';
import { namesOf } from './byline.ts';
import { dateline } from './dateline.ts';
import { isBoxHeading } from './sub-headings.ts';

/** `(Adds quotes)`, `(Neu: Reaktion der Gewerkschaft)`: what is new in this version. */
export const CHANGES =
  /^\((?:adds?|updates?|corrects?|recasts?|repeats?|removes?|changes?|refiles?|neu|erweitert|aktualisiert|ergänzt)\b[^()]{0,200}\)$/iu;
/** Desk lines above the paragraph with the dateline. */
const MAX_ABOVE = 3;

/** A paragraph in brackets above a dateline speaks of the text: `(Neu: Im zweiten Absatz …)`, `[Wiederholung vom Vortag]`. */
const BRACKETED = /^(?:\([^\n]{3,600}\)|\[[^\n]{3,600}\])$/u;

/** A text without the lines about it, and what these say; without a kind a note's words tell. */
export interface DeskLines {
  readonly body: readonly Block[];
  readonly byline?: string;
  readonly notes: readonly { readonly kind?: Note['kind']; readonly text: string }[];
}

/** Below a byline: `Associated Press`, `AP Business Writer`. */
const AFFILIATION = new RegExp(
  String.raw`^(?:The )?(?:Associated Press|${AGENCY_LETTERS})(?: (?:\p{Lu}[\p{L}-]{1,15} ){0,2}(?:[Ww]riter|[Cc]orrespondent|[Ee]ditor|[Rr]eporter))?$`,
  'u',
);
const isAffiliation = (text: string): boolean =>
  text.length < 50 && (AFFILIATION.test(text) || agencyName(text) !== undefined);
/** Above a release: what is true of all its figures, where it may not be sold, under what letters its shares trade. */
const REMARK =
  /^(?:\(?all (?:amounts|figures|dollar amounts|financial figures|values)\b.{5,140}|unless (?:stated )?otherwise.{5,140}|.{5,120}unless otherwise (?:indicated|stated|noted)\.?\)?|\/?\(?not for (?:distribution|dissemination|release|publication)\b.{5,200}|\(?(?:TSXV?|NYSE|NASDAQ|OTC\w{0,4}|CSE|LSE|FSE|ASX|Frankfurt)\s?:.{1,80}|(?:für die|for) (?:sofortige (?:veröffentlichung|freigabe)|immediate release)\W{0,2}|all (?:times|prices) (?:are )?.{2,60}|this is (?:a|an) .{0,40}(?:announcement|press release).{0,80})$/iu;
/** `Erik Exempel/TT`: how TT and others sign below the text. */
const SIGNED = new RegExp(
  String.raw`^(?<names>\p{Lu}[\p{L}.'’-]{1,25}(?: \p{Lu}[\p{L}.'’-]{1,25}){1,3}\s?/\s?(?:${AGENCY_LETTERS}))$`,
  'u',
);

/** `Ole Brandt, The Canadian Press`. */
const SIGNED_FOR = /^\p{Lu}[\p{L}.'’-]{1,25}(?: \p{Lu}[\p{L}.'’-]{1,25}){1,3}, (?<agency>[^\n,.]{2,40})$/u;

function signedIn(text: string): string | undefined {
  if (text.length > 120) return undefined;
  const agency = SIGNED_FOR.exec(text)?.groups?.agency;
  return (
    SIGNED.exec(text)?.groups?.names ?? (agency !== undefined && agencyName(agency) !== undefined ? text : undefined)
  );
}

/** `und Ole Brandt, dpa`, `and Jane Roe`, `By Ole Brandt`: a second author on a line of its own, with the word before it. */
function secondNames(text: string, names: string | undefined): string | undefined {
  const word = /^(?:und|and|et|y|e|en|og|och) (?=\p{Lu})/u.exec(text)?.[0];
  if (word !== undefined) {
    const others = namesOf(`Von ${text.slice(word.length)}`);
    return others && `${word}${others}`;
  }
  return names && `${text.startsWith('Von') ? 'und' : 'and'} ${names}`;
}

/**
 * Splits from a text what agencies put between headline and dateline (what is new, the author, remarks), and the author below
 * it. What stands in brackets only if a dateline names an agency: otherwise such a paragraph may belong to the story.
 */
export function splitDeskLines(blocks: readonly Block[]): DeskLines {
  const at = blocks.findIndex((block, i) => i > 0 && endsText(blocks[i + 1]) && signedIn(textOf(block)) !== undefined);
  const signed = at < 0 ? undefined : signedIn(textOf(blocks[at]));
  const body = at < 0 ? blocks : blocks.filter((_, i) => i !== at);
  const top = splitTop(body) ?? splitByline(body);
  if (signed === undefined) return top ?? { body, notes: [] };
  return { notes: [], ...(top ?? { body }), byline: top?.byline ?? signed };
}

/** Nothing follows the text, or a box of facts. */
const endsText = (next: Block | undefined): boolean =>
  next === undefined || ((next.type === 'paragraph' || next.type === 'heading') && isBoxHeading(next.text));

const textOf = (block: Block | undefined): string => (block?.type === 'paragraph' ? block.text : '');

function splitTop(blocks: readonly Block[]): DeskLines | undefined {
  const notes: { kind?: Note['kind']; text: string }[] = [];
  const above: Block[] = [];
  let byline: string | undefined;
  let at = 0;
  for (; at < blocks.length; at++) {
    const block = blocks[at];
    const text = textOf(block);
    const names = namesOf(text);
    if (names !== undefined && byline === undefined) byline = names;
    else if (byline !== undefined && isAffiliation(text)) byline = `${byline}, ${text}`;
    else if (byline !== undefined && secondNames(text, names) !== undefined)
      byline = `${byline} ${secondNames(text, names)}`;
    else if (CHANGES.test(text) || BRACKETED.test(text)) notes.push({ text: text.slice(1, -1) });
    else if (REMARK.test(text)) notes.push({ kind: 'editor', text });
    // Reuters lists its main points there, press offices a second headline.
    else if (block !== undefined && isListOrHeading(block) && above.length === 0) above.push(block);
    else if (dateline(text)?.agency !== undefined) break;
    else return undefined;
    if (at > MAX_ABOVE) return undefined;
  }
  if (at === blocks.length || at === above.length) return undefined;
  return { body: [...above, ...blocks.slice(at)], ...(byline === undefined ? {} : { byline }), notes };
}

const isListOrHeading = ({ type }: Block): boolean => type === 'list' || type === 'heading';

/** A paragraph that begins and ends like a sentence. */
const SENTENCE = /^["„“»'(]?[\p{Lu}\d][\s\S]*[.!?]["”“»’]?$/u;

/** A byline above a text without a dateline, and what is printed below it. */
function splitByline(blocks: readonly Block[]): DeskLines | undefined {
  const names = namesOf(textOf(blocks[0]));
  const isBelow = isAffiliation(textOf(blocks[1]));
  const from = isBelow ? 2 : 1;
  if (names === undefined || !SENTENCE.test(textOf(blocks[from]))) return undefined;
  return { body: blocks.slice(from), byline: isBelow ? `${names}, ${textOf(blocks[1])}` : names, notes: [] };
}
