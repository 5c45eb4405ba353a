import type { Block } from '../dispatch.ts';

/** Characters. */
const MAX_CHARS = 80;
const MIN_NEIGHBOUR_CHARS = 60;
const MAX_WORDS = 10;

/**
 * Typed text marks its sub-headings with nothing but their shortness (dpa-AFX): a short line without the end of a sentence
 * that stands between two whole paragraphs. Others, such as rows of results or names below a text, stay paragraphs.
 */
export const withSubHeadings = (blocks: readonly Block[]): Block[] =>
  blocks.map((block, i) =>
    block.type === 'paragraph' && isTitle(block.text) && isProse(blocks[i - 1]) && isProse(blocks[i + 1])
      ? { ...block, type: 'heading', level: 2 }
      : block,
  );

const isTitle = (text: string): boolean =>
  text.length <= MAX_CHARS &&
  /^["„“»]?[\p{Lu}\d][^\n]*[\p{L}\d)"“”«%]$/u.test(text) &&
  !/[|@;=]|:\/\/|\d:\d|^\d+(?:[.,]\d+)*$|www\./u.test(text) &&
  text.split(/\s+/).length <= MAX_WORDS;

const isProse = (block: Block | undefined): boolean =>
  block?.type === 'paragraph' && block.text.length >= MIN_NEIGHBOUR_CHARS && /[.!?]["”“»«)]*$/u.test(block.text);
