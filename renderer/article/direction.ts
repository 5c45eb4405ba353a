import type { Block } from '../../preload/contract/contract.ts';
import { blockText } from '../common/plain-text.ts';

const LETTERS = /\p{L}/gu;
const TO_THE_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu;

const count = (texts: readonly string[], sign: RegExp) =>
  texts.reduce((sum, text) => sum + (text.match(sign)?.length ?? 0), 0);

/**
 * Where the columns and bullets of a text begin: on the right when most of its letters run to the left, though a table may
 * begin with the name of a company or a list with an English word. Else each goes by its own first word.
 */
export function directionOf(body: readonly Block[]): 'rtl' | 'auto' {
  const texts = body.map(blockText);
  const toTheLeft = count(texts, TO_THE_LEFT);
  return toTheLeft > 0 && 2 * toTheLeft > count(texts, LETTERS) ? 'rtl' : 'auto';
}
