import type { ListRow, StatusChange } from '../../preload/contract/contract.ts';
import { withRowChange } from './status-change.ts';

/** Rows of a page. */
export const PAGE = 100;
/** Pages kept in memory: a few screens around the visible rows. */
const MAX_PAGES = 6;

/** The loaded rows of a list by page number; never the whole list. */
export type Pages = ReadonlyMap<number, readonly ListRow[]>;

/** Row indexes, both included. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** The row at an index of the list; undefined when its page is not loaded. */
export const rowAt = (pages: Pages, index: number): ListRow | undefined =>
  pages.get(Math.floor(index / PAGE))?.[index % PAGE];

/** The dispatches that a row stands for: its own first, then those folded into it. */
export const standsFor = ({ id, story }: ListRow): string[] =>
  story && !story.isOpen ? [id, ...story.beneath.map((other) => other.id)] : [id];

/** True where something folded into a row is unread. */
export const hasUnread = ({ story }: ListRow): boolean =>
  story !== undefined && !story.isOpen && story.beneath.some(({ unread }) => unread);

/** True for the row of a dispatch, and for the one it is folded into. */
export const isRowOf = (row: ListRow, id: string | undefined): boolean =>
  id !== undefined && standsFor(row).includes(id);

/** The row above the one at an index that is not itself beneath another one: its day is the one that goes on. */
export function rowAbove(pages: Pages, index: number): ListRow | undefined {
  const above = rowAt(pages, index - 1);
  return above?.story?.under === undefined ? above : rowAbove(pages, index - 1);
}

/** The index of the row of a dispatch, or of the row it is folded into; undefined when it is not in a loaded page. */
export function indexOf(pages: Pages, id: string | undefined): number | undefined {
  if (id === undefined) return undefined;
  for (const [page, rows] of pages) {
    const at = rows.findIndex((row) => isRowOf(row, id));
    if (at >= 0) return page * PAGE + at;
  }
  return undefined;
}

/** The row of a dispatch, or the row it is folded into; undefined when it is not in a loaded page. */
export const rowOf = (pages: Pages, id: string | undefined): ListRow | undefined =>
  rowAt(pages, indexOf(pages, id) ?? -1);

/** The numbers of the pages that cover these rows of a list of `total` rows. */
export function pagesOf({ first, last }: Span, total: number): number[] {
  const end = Math.min(last, total - 1);
  const start = Math.max(0, Math.min(first, end));
  const from = Math.floor(start / PAGE);
  const to = Math.floor(end / PAGE);
  return total === 0 ? [] : Array.from({ length: to - from + 1 }, (_, n) => from + n);
}

/** Adds or replaces a page and drops the pages farthest from the visible rows. */
export function withPage(pages: Pages, page: number, rows: readonly ListRow[], visible: Span): Pages {
  const middle = (visible.first + visible.last) / 2 / PAGE;
  const nearest = [...pages.entries(), [page, rows] as const]
    .filter(([number, held]) => number !== page || held === rows)
    .sort(([a], [b]) => Math.abs(a + 0.5 - middle) - Math.abs(b + 0.5 - middle));
  return new Map(nearest.slice(0, MAX_PAGES));
}

const sameRow = (a: ListRow, b: ListRow) => a.version === b.version && JSON.stringify(a) === JSON.stringify(b);

/** The rows of a new answer, with the loaded object for every row that has not changed, so that React does not draw it again. */
export function reuseRows(before: Pages, rows: readonly ListRow[]): ListRow[] {
  const known = new Map([...before.values()].flat().map((row) => [row.id, row]));
  return rows.map((row) => {
    const held = known.get(row.id);
    return held && sameRow(held, row) ? held : row;
  });
}

/** The pages with a status change shown in the rows of these ids. */
export const withChange = (pages: Pages, ids: ReadonlySet<string>, change: StatusChange): Pages =>
  new Map(
    [...pages].map(([page, rows]) => [
      page,
      rows.some((row) => isMeant(row, ids)) ? rows.map((row) => changedRow(row, ids, change)) : rows,
    ]),
  );

/** A row with a status change of these ids shown; the same row if it is not about them. */
export function changedRow(row: ListRow, ids: ReadonlySet<string>, change: StatusChange): ListRow {
  if (!isMeant(row, ids)) return row;
  const own = ids.has(row.id) ? withRowChange(row, change) : row;
  return own.story ? { ...own, story: withRead(own.story, ids, change) } : own;
}

const isMeant = ({ id, story }: ListRow, ids: ReadonlySet<string>): boolean =>
  ids.has(id) || (story?.beneath.some((other) => ids.has(other.id)) ?? false);

const withRead = (
  story: NonNullable<ListRow['story']>,
  ids: ReadonlySet<string>,
  { read }: StatusChange,
): NonNullable<ListRow['story']> => ({
  ...story,
  beneath: story.beneath.map((other) =>
    read !== undefined && ids.has(other.id) ? { ...other, unread: read === null } : other,
  ),
});

/** How many rows the view has to move so that the anchor stays in place on screen; 0 when either index is unknown. */
export const anchorShift = (before: number | undefined, now: number | undefined): number =>
  before === undefined || now === undefined ? 0 : now - before;
