import type { Block } from '../dispatch.ts';

const MAX_CHARS = 80;
const MIN_NEIGHBOUR_CHARS = 60;
const MAX_WORDS = 10;

/** `FAKTA: Färjan`, `Info-Kasten:`: above the box that follows a text. */
const BOX =
  /^(?:FAKTA|Fakta|FACTBOX|Factbox|FACTS|Faktabox|Faktenkasten|Infokasten|Info-Kasten|Infobox|INFO|ENCADRÉ|Encadré|Despiece|RECUADRO|KADER)(?:\s?:[^\n]{0,70})?$/u;

/** True for the heading of a fact box. */
export const isBoxHeading = (text: string): boolean => BOX.test(text);

/**
 * In typed text a sub-heading is just a short line (dpa-AFX): it does not end like a sentence and is between two full
 * paragraphs, or begins a box. Other short lines, such as results or names below a text, stay paragraphs.
 */
export const withSubHeadings = (blocks: readonly Block[]): Block[] =>
  blocks.map((block, i) =>
    block.type === 'paragraph' &&
    ((isTitle(block.text) && isProse(blocks[i - 1]) && isProse(blocks[i + 1])) ||
      (i > 0 && i + 1 < blocks.length && isBoxHeading(block.text)))
      ? { ...block, type: 'heading', level: 2 }
      : block,
  );

const isTitle = (text: string): boolean =>
  text.length <= MAX_CHARS &&
  /^["„“»]?[\p{Lu}\d][^\n]*[\p{L}\d)"“”«%]$/u.test(text) &&
  !/[|@;=]|:\/\/|\d:\d|^\d+(?:[.,]\d+)*$|www\./u.test(text) &&
  text.split(/\s+/).length <= MAX_WORDS;

const isProse = (block: Block | undefined): boolean =>
  block?.type === 'paragraph' &&
  block.text.length >= MIN_NEIGHBOUR_CHARS &&
  /[.!?]["”“»«)]*(?:\/[a-zäöü/]{2,16})?$/u.test(block.text);
