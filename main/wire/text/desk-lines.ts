import type { Block, Note } from '../dispatch.ts';
import { namesOf } from './byline.ts';
import { dateline } from './dateline.ts';

/** `(Adds quotes)`, `(Neu: Reaktion der Gewerkschaft)`: what is new in this version. */
export const CHANGES =
  /^\((?:adds?|updates?|corrects?|recasts?|repeats?|removes?|changes?|refiles?|neu|erweitert|aktualisiert|ergänzt)\b[^()]{0,200}\)$/iu;
/** `((anna.brook@example.com; …))`: how Reuters gives its customers the author's contact. */
const CONTACT = /^\(\(.{3,300}\)\)$/u;
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

/**
 * Splits from a text what agencies put between headline and dateline (what is new, the author), and the contact below it. Only
 * if a dateline names an agency: otherwise such a paragraph may belong to the story.
 */
export function splitDeskLines(blocks: readonly Block[]): DeskLines {
  const none = { body: blocks, notes: [] };
  const notes: { kind?: Note['kind']; text: string }[] = [];
  const above: Block[] = [];
  let byline: string | undefined;
  let at = 0;
  for (; at < blocks.length; at++) {
    const block = blocks[at];
    const text = block?.type === 'paragraph' ? block.text : '';
    const names = namesOf(text);
    if (names !== undefined && byline === undefined) byline = names;
    else if (CHANGES.test(text) || BRACKETED.test(text)) notes.push({ text: text.slice(1, -1) });
    // Reuters lists its main points there.
    else if (block?.type === 'list' && above.length === 0) above.push(block);
    else if (dateline(text)?.agency !== undefined) break;
    else return none;
    if (at === MAX_ABOVE) return none;
  }
  const last = blocks.at(-1);
  const contact = last?.type === 'paragraph' && CONTACT.test(last.text) ? last.text.slice(2, -2) : undefined;
  if (at === blocks.length || (at === above.length && contact === undefined)) return none;
  return {
    body: [...above, ...blocks.slice(at, contact === undefined ? undefined : -1)],
    ...(byline === undefined ? {} : { byline }),
    notes: contact === undefined ? notes : [...notes, { kind: 'contact', text: contact }],
  };
}
