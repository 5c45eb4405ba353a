import { type Block, blockText } from '../../preload/contract/contract.ts';

const LETTERS = /\p{L}/gu;
const RTL_LETTERS = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu;

const count = (texts: readonly string[], pattern: RegExp) =>
  texts.reduce((sum, text) => sum + (text.match(pattern)?.length ?? 0), 0);

/**
 * The writing direction of tables and lists in a text: right to left when most letters of the whole text are, since a table may
 * begin with a company name and a list with an English word. Otherwise each is decided by its own first word.
 */
export function directionOf(body: readonly Block[]): 'rtl' | 'auto' {
  const texts = body.map(blockText);
  const rtl = count(texts, RTL_LETTERS);
  return rtl > 0 && 2 * rtl > count(texts, LETTERS) ? 'rtl' : 'auto';
}
