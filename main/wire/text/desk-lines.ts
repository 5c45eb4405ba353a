import type { Block, Note } from '../dispatch.ts';
import { namesOf } from './byline.ts';
import { dateline } from './dateline.ts';

/** `(Adds quotes)`, `(Neu: Reaktion der Gewerkschaft)`: what is new in this version. */
const CHANGES =
  /^\((?:adds?|updates?|corrects?|recasts?|repeats?|removes?|changes?|refiles?|neu|erweitert|aktualisiert|ergänzt)\b[^()]{0,200}\)$/iu;
/** `((anna.brook@example.com; …))`: how Reuters gives the author to its customers. */
const CONTACT = /^\(\(.{3,300}\)\)$/u;
/** Paragraphs above the one the dateline opens. */
const MAX_ABOVE = 3;

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
export function splitDeskLines(blocks: readonly Block[]): DeskLines {
  const none = { body: blocks, notes: [] };
  const notes: Note[] = [];
  const above: Block[] = [];
  let byline: string | undefined;
  let place = 0;
  for (; place < blocks.length; place++) {
    const block = blocks[place];
    const text = block?.type === 'paragraph' ? block.text : '';
    const names = namesOf(text);
    if (names !== undefined && byline === undefined) byline = names;
    else if (CHANGES.test(text)) notes.push({ kind: 'editor', text: text.slice(1, -1) });
    // Reuters lists its main points there.
    else if (block?.type === 'list' && above.length === 0) above.push(block);
    else if (dateline(text)?.agency !== undefined) break;
    else return none;
    if (place === MAX_ABOVE) return none;
  }
  const last = blocks.at(-1);
  const contact = last?.type === 'paragraph' && CONTACT.test(last.text) ? last.text.slice(2, -2) : undefined;
  if (place === blocks.length || (place === above.length && contact === undefined)) return none;
  return {
    body: [...above, ...blocks.slice(place, contact === undefined ? undefined : -1)],
    ...(byline === undefined ? {} : { byline }),
    notes: contact === undefined ? notes : [...notes, { kind: 'contact', text: contact }],
  };
}
