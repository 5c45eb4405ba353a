import type { RichText } from '../../preload/contract/contract.ts';

const NUMBER =
  /^[\s(+\-−–±]*(?:[.,'’:][.,'’:\s]*)?\d[\d.,'’:\s]*(?:(?:[%‰€$£)]|Mio\.?|Mrd\.?|EUR|USD|kg|km|t|h|min|s)[)\s]*)?$/u;
const NOTHING = /^[\s\-–—.]*$/u;

/** For each column: true when it holds only numbers, which are right-aligned. */
export function numericColumns(rows: readonly (readonly RichText[])[]): boolean[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return Array.from({ length: width }, (_, column) => {
    const cells = rows.map((row) => row[column]?.text ?? '').filter((cell) => !NOTHING.test(cell));
    return cells.length > 0 && cells.every((cell) => NUMBER.test(cell));
  });
}

/** True for a cell that may wrap; shorter ones stay on one line. */
export const isLong = ({ text }: RichText): boolean => text.length > 40;

/** The same for a column's header, which wraps earlier: the numbers below need little room. */
export const isLongHead = ({ text }: RichText): boolean => text.length > 16;
