import type { Block, RichText } from './dispatch.ts';
import { attributeOf, childrenOf, type MarkupElement, type MarkupNode } from './markup.ts';

const maxColumns = 60;
const empty: RichText = { text: '' };

/**
 * A table as a block: the first row is its header when it stands in `thead` or consists of `th`. Undefined when it has a
 * single column or nothing in it, for then it only lays out text.
 */
export function tableBlock(
  table: MarkupElement,
  cellText: (nodes: readonly MarkupNode[]) => RichText | undefined,
): Block | undefined {
  const rows = rowsOf(table).map((row) => ({
    cells: cellsOf(row.element).flatMap((cell) => [
      cellText(cell.children) ?? empty,
      ...Array<RichText>(span(cell)).fill(empty),
    ]),
    head:
      row.head || (cellsOf(row.element).length > 0 && cellsOf(row.element).every((cell) => /^th$/i.test(cell.name))),
  }));
  const filled = rows.filter((row) => row.cells.some((cell) => cell.text !== ''));
  const width = Math.min(maxColumns, Math.max(0, ...filled.map((row) => row.cells.length)));
  if (width < 2) return undefined;
  const padded = (cells: readonly RichText[]) => [...cells, ...Array<RichText>(width).fill(empty)].slice(0, width);
  const [first, ...others] = filled;
  const header = first?.head ? padded(first.cells) : undefined;
  const caption = childrenOf(table, 'caption').map((found) => cellText(found.children)?.text)[0];
  return {
    type: 'table',
    ...(caption ? { caption } : {}),
    ...(header ? { header } : {}),
    rows: (header ? others : filled).map((row) => padded(row.cells)),
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

/** How many columns more than one a cell takes. */
function span(cell: MarkupElement): number {
  const columns = Number(attributeOf(cell, 'colspan') ?? 1);
  return Number.isInteger(columns) && columns > 1 ? Math.min(columns, maxColumns) - 1 : 0;
}
