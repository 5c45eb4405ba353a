import type { Block, RichText } from '../dispatch.ts';
import { attributeOf, childrenOf, type MarkupElement, type MarkupNode } from './markup.ts';

const maxColumns = 60;
const empty: RichText = { text: '' };

/** True if a table has a single column or no rows: it is only for layout. */
export const isLayout = (table: MarkupElement): boolean =>
  !rowsOf(table).some((row) => cellsOf(row.element).reduce((count, cell) => count + 1 + span(cell), 0) > 1);

/**
 * A table as a block: the first row is its header if it is in `thead` or consists of `th`. Undefined for an empty
 * table.
 */
export function tableBlock(
  table: MarkupElement,
  cellText: (nodes: readonly MarkupNode[]) => RichText | undefined,
): Block | undefined {
  const rows = rowsOf(table).map(({ element, head }) => {
    const cells = cellsOf(element);
    const texts = cells.flatMap((cell) => [
      cellText(cell.children) ?? empty,
      ...Array<RichText>(span(cell)).fill(empty),
    ]);
    return { texts, head: head || (cells.length > 0 && cells.every((cell) => /^th$/i.test(cell.name))) };
  });
  const filled = rows.filter((row) => row.texts.some((cell) => cell.text !== ''));
  if (filled.length === 0) return undefined;
  const width = filled.reduce((widest, row) => Math.max(widest, Math.min(maxColumns, row.texts.length)), 0);
  const padded = (cells: readonly RichText[]) => [...cells, ...Array<RichText>(width).fill(empty)].slice(0, width);
  const [first, ...others] = filled;
  const header = first?.head ? padded(first.texts) : undefined;
  const [captionElement] = childrenOf(table, 'caption');
  const caption = captionElement && cellText(captionElement.children)?.text;
  return {
    type: 'table',
    ...(caption ? { caption } : {}),
    ...(header ? { header } : {}),
    rows: (header ? others : filled).map((row) => padded(row.texts)),
  };
}

function rowsOf(table: MarkupElement): { element: MarkupElement; head: boolean }[] {
  return childrenOf(table).flatMap((part) => {
    const name = part.name.toLowerCase();
    if (name === 'tr') return [{ element: part, head: false }];
    if (/^(?:thead|tbody|tfoot)$/.test(name)) {
      return childrenOf(part, 'tr').map((element) => ({ element, head: name === 'thead' }));
    }
    return [];
  });
}

const cellsOf = (row: MarkupElement) => childrenOf(row).filter((cell) => /^t[dh]$/i.test(cell.name));

/** How many additional columns a cell spans. */
function span(cell: MarkupElement): number {
  const columns = Number(attributeOf(cell, 'colspan') ?? 1);
  return Number.isInteger(columns) && columns > 1 ? Math.min(columns, maxColumns) - 1 : 0;
}
