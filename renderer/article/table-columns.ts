import type { RichText } from '../../preload/contract/contract.ts';

const NUMBER = /^[\s(+\-−–±]*[\d.,'’:\s]*\d[\d.,'’:\s]*(?:[%‰€$£)]|Mio\.?|Mrd\.?|EUR|USD|kg|km|t|h|min|s)?[)\s]*$/u;
const NOTHING = /^[\s\-–—.]*$/u;

/** For each column: true when it holds numbers and nothing else, and so is set flush right. */
export function numericColumns(rows: readonly (readonly RichText[])[]): boolean[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return Array.from({ length: width }, (_, column) => {
    const cells = rows.map((row) => row[column]?.text ?? '').filter((cell) => !NOTHING.test(cell));
    return cells.length > 0 && cells.every((cell) => NUMBER.test(cell));
  });
}

/** A cell of more signs may take several lines; the others stand in one, however many columns there are. */
export const isLong = ({ text }: RichText): boolean => text.length > 40;

/** The head of a column wraps earlier: numbers below it need little room. */
export const isLongHead = ({ text }: RichText): boolean => text.length > 16;
