import type { Block, Note } from '../dispatch.ts';
import { dateline } from './dateline.ts';

const BYLINE = /^(?:By|Von) (?<names>\p{Lu}[^.:?!]{3,80})$/u;
/** `(Adds quotes)`, `(Neu: Reaktion der Gewerkschaft)`: what is new in this version. */
const CHANGES =
  /^\((?:adds?|updates?|corrects?|recasts?|repeats?|removes?|changes?|refiles?|neu|erweitert|aktualisiert|ergänzt)\b[^()]{0,200}\)$/iu;
/** `((anna.brook@example.com; …))`: how Reuters gives the author to its customers. */
const CONTACT = /^\(\(.{3,300}\)\)$/u;
/** Paragraphs above the one the dateline opens. */
const MOST_ABOVE = 3;

/** A text without the lines that speak of it, and what they say. */
export interface DeskLines {
  readonly body: readonly Block[];
  readonly byline?: string;
  readonly notes: readonly Note[];
}

/**
 * Parts a text from what agencies put between the headline and the dateline (what is new, the author), and from the contact
 * below it. Without a dateline that names an agency a paragraph like these may be the story's own.
 */
export function partDeskLines(blocks: readonly Block[]): DeskLines {
  const place = blocks.slice(0, MOST_ABOVE + 1).findIndex((block) => agencyOf(block) !== undefined);
  if (place < 0) return { body: blocks, notes: [] };
  let byline: string | undefined;
  const notes: Note[] = [];
  const above: Block[] = [];
  for (const block of blocks.slice(0, place)) {
    const text = block.type === 'paragraph' ? block.text : '';
    const names = BYLINE.exec(text)?.groups?.names;
    if (names !== undefined && byline === undefined) byline = names;
    else if (CHANGES.test(text)) notes.push({ kind: 'editor', text: text.slice(1, -1) });
    else above.push(block);
  }
  // A list stays above the dateline, and anything else is the story's own beginning.
  if (above.some((block) => block.type !== 'list')) return { body: blocks, notes: [] };
  const last = blocks.at(-1);
  const contact = last?.type === 'paragraph' && CONTACT.test(last.text) ? last.text.slice(2, -2) : undefined;
  const story = contact === undefined ? blocks.slice(place) : blocks.slice(place, -1);
  return {
    body: [...above, ...story],
    ...(byline === undefined ? {} : { byline }),
    notes: contact === undefined ? notes : [...notes, { kind: 'contact', text: contact }],
  };
}

const agencyOf = (block: Block): string | undefined =>
  block.type === 'paragraph' ? dateline(block.text)?.agency : undefined;
