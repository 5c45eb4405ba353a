import type { ListRow, StatusChange } from '../../preload/contract/contract.ts';

/** Rows a request asks for. */
export const PAGE = 100;
/** Pages that are kept: a few screens around what is seen. */
const KEPT = 6;

/** The rows of a list that are at hand, by number of the page; never all of them. */
export type Pages = ReadonlyMap<number, readonly ListRow[]>;

export interface Span {
  readonly first: number;
  readonly last: number;
}

export const rowAt = (pages: Pages, index: number): ListRow | undefined =>
  pages.get(Math.floor(index / PAGE))?.[index % PAGE];

/** Where a dispatch stands, as far as the pages at hand tell. */
export function indexOf(pages: Pages, id: string | undefined): number | undefined {
  if (id === undefined) return undefined;
  for (const [page, rows] of pages) {
    const at = rows.findIndex((row) => row.id === id);
    if (at >= 0) return page * PAGE + at;
  }
  return undefined;
}

/** The pages that cover these rows of a list of `total`. */
export function pagesOf({ first, last }: Span, total: number): number[] {
  const end = Math.min(last, total - 1);
  const start = Math.max(0, Math.min(first, end));
  const from = Math.floor(start / PAGE);
  const to = Math.floor(end / PAGE);
  return total === 0 ? [] : Array.from({ length: to - from + 1 }, (_, n) => from + n);
}

/** Puts a page in and lets go those farthest from what is seen. */
export function withPage(pages: Pages, page: number, rows: readonly ListRow[], seen: Span): Pages {
  const middle = (seen.first + seen.last) / 2 / PAGE;
  const nearest = [...pages.entries(), [page, rows] as const]
    .filter(([number, held]) => number !== page || held === rows)
    .sort(([a], [b]) => Math.abs(a + 0.5 - middle) - Math.abs(b + 0.5 - middle));
  return new Map(nearest.slice(0, KEPT));
}

const sameRow = (a: ListRow, b: ListRow) => a.version === b.version && JSON.stringify(a) === JSON.stringify(b);

/** The rows of a new answer; those that say the same as the ones at hand are the ones at hand, so that nobody draws them again. */
export function keptRows(before: Pages, rows: readonly ListRow[]): ListRow[] {
  const known = new Map([...before.values()].flat().map((row) => [row.id, row]));
  return rows.map((row) => {
    const held = known.get(row.id);
    return held && sameRow(held, row) ? held : row;
  });
}

/** The same pages with a status change shown in every row of these ids. */
export function withChange(pages: Pages, ids: ReadonlySet<string>, change: StatusChange): Pages {
  const { note, ...rest } = change;
  const part = { ...rest, ...(note !== undefined && { hasNote: note !== '' }), ...(change.read && { updated: false }) };
  const patch = (row: ListRow): ListRow => (ids.has(row.id) ? { ...row, ...defined(part) } : row);
  return new Map(
    [...pages].map(([page, rows]) => [page, rows.some((row) => ids.has(row.id)) ? rows.map(patch) : rows]),
  );
}

/** Leaves out what is undefined, so that spreading it overwrites nothing. */
const defined = <T extends object>(part: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };

/** How many rows the view has to move so that the anchor stays where it is; 0 when the anchor has gone. */
export const anchorShift = (before: number, now: number | undefined): number => (now === undefined ? 0 : now - before);
