import type { ListRow } from '../../../preload/contract/contract.ts';
import { UNREAD } from '../index/schema.ts';
import type { Store } from '../index/store.ts';
import { storyOnList } from './folding.ts';
import { neighbour } from './list-members.ts';
import { indexOf } from './list-page.ts';
import type { ListSource } from './list-source.ts';

/** A story whose other dispatches stand beneath the row that stands for them. */
export interface OpenStory {
  /** The row's index among the rows of stories that are not open. */
  readonly at: number;
  /** Sort keys, the row's first. */
  readonly members: readonly number[];
}

/** The stories of a list that are open, from the top; `keys` are those of any of their dispatches. */
export function openStories(store: Store, source: ListSource, keys: readonly number[]): OpenStory[] {
  const { folding } = source;
  if (!folding) return [];
  const stories = new Map<number, OpenStory>();
  for (const n of keys) {
    const members = storyOnList(store, folding, n);
    const [head] = members;
    const at = head === undefined || members.length < 2 ? undefined : indexOf(store, source, head);
    if (head !== undefined && at !== undefined) stories.set(head, { at, members });
  }
  return [...stories.values()].sort((a, b) => a.at - b.at);
}

const beneath = ({ members }: OpenStory): number => members.length - 1;

/** How many rows open stories add to a list. */
export const rowsAdded = (open: readonly OpenStory[]): number => open.reduce((sum, story) => sum + beneath(story), 0);

/** A page of rows as `page` answers it for a list without open stories, with the rows of these. */
export function openedPage<Page extends { readonly total: number; readonly keys: readonly number[] }>(
  open: readonly OpenStory[],
  offset: number,
  limit: number,
  page: (offset: number, limit: number) => Page | undefined,
): (Omit<Page, 'keys'> & { readonly keys: readonly number[] }) | undefined {
  if (open.length === 0) return page(offset, limit);
  const first = closedIndex(open, offset);
  const found = page(first, limit === 0 ? 0 : closedIndex(open, offset + limit - 1) - first + 1);
  if (!found) return undefined;
  const storyOf = new Map(open.map((story) => [story.members[0], story]));
  const keys = found.keys.flatMap((n) => storyOf.get(n)?.members ?? [n]);
  const before = offset - openedIndex(open, first);
  return { ...found, total: found.total + rowsAdded(open), keys: keys.slice(before, before + limit) };
}

/** The index without open stories of a row, or of the row that it stands beneath. */
function closedIndex(open: readonly OpenStory[], index: number): number {
  let added = 0;
  for (const story of open) {
    if (index <= story.at + added) break;
    added += Math.min(beneath(story), index - story.at - added);
  }
  return index - added;
}

/** The index with open stories of a row that has `at` without them. */
const openedIndex = (open: readonly OpenStory[], at: number): number =>
  at + rowsAdded(open.filter((story) => story.at < at));

/** The index of a dispatch's row, or of the row that stands for it; undefined when it is not on the list. */
export function rowIndex(store: Store, source: ListSource, open: readonly OpenStory[], n: number): number | undefined {
  const story = open.find(({ members }) => members.includes(n));
  if (story) return openedIndex(open, story.at) + story.members.indexOf(n);
  const at = indexOf(store, source, headOf(store, source, n));
  return at === undefined ? undefined : openedIndex(open, at);
}

/** The dispatch whose row stands for this one. */
const headOf = (store: Store, { folding }: ListSource, n: number): number =>
  (folding && storyOnList(store, folding, n)[0]) ?? n;

/** The row before (-1) or after (1) a dispatch's row; without one, from the top. */
export function nextRow(
  store: Store,
  source: ListSource,
  open: readonly OpenStory[],
  from: number | undefined,
  step: 1 | -1,
): number | undefined {
  const own = from === undefined ? undefined : open.find(({ members }) => members.includes(from));
  const inside = own && from !== undefined ? own.members[own.members.indexOf(from) + step] : undefined;
  if (inside !== undefined) return inside;
  const next = neighbour(store, source, from === undefined ? undefined : headOf(store, source, from), step);
  const story = step === -1 ? open.find(({ members }) => members[0] === next) : undefined;
  return story?.members.at(-1) ?? next;
}

/** The sort keys of rows, each followed by those that are folded into it. */
export const withFolded = (
  store: Store,
  { folding }: ListSource,
  open: readonly OpenStory[],
  keys: readonly number[],
): readonly number[] =>
  keys.flatMap((n) => {
    const members = folding && !open.some((story) => story.members.includes(n)) ? storyOnList(store, folding, n) : [];
    return members.length === 0 ? [n] : members;
  });

/** Adds to rows what is known of their story. `keys` are the rows' sort keys. */
export function withStories(
  store: Store,
  { folding }: ListSource,
  open: readonly OpenStory[],
  keys: readonly number[],
  rows: readonly ListRow[],
): ListRow[] {
  if (!folding || keys.length === 0) return [...rows];
  const members = store
    .sql(
      `SELECT p.value AS row, m.n, d.id, d.row ->> '$.source' AS source, d.row ->> '$.urgency' AS urgency, (${folding.onList.replaceAll('@n', 'm.n')}) AS listed,
         EXISTS (SELECT 1 FROM entry u WHERE u.k = ${UNREAD} AND u.n = m.n) AS unread
       FROM json_each(?) p CROSS JOIN story s ON s.n = p.value JOIN story m ON m.story = s.story JOIN dispatch d ON d.n = m.n
       ORDER BY m.n`,
    )
    .all(...folding.values, JSON.stringify(keys));
  const byRow = Map.groupBy(members, ({ row }) => Number(row));
  const idAt = new Map(members.map(({ n, id }) => [Number(n), String(id)]));
  return rows.map((row, i) => {
    const n = keys[i] ?? 0;
    const all = byRow.get(n);
    if (!all) return row;
    const [head] = open.find((story) => story.members.includes(n))?.members ?? [];
    const others = all.filter((one) => Number(one.n) !== n && one.listed === 1);
    const isFolded = head === undefined;
    const urgency = Math.min(row.urgency, ...(isFolded ? others.map((one) => Number(one.urgency)) : []));
    return {
      ...row,
      story: {
        sources: [...new Set([row.source, ...all.map(({ source }) => String(source))])],
        size: all.length,
        beneath:
          head !== undefined && head !== n
            ? []
            : others.map(({ id, unread }) => ({ id: String(id), unread: unread === 1 })),
        ...(urgency < row.urgency && { urgency }),
        ...(head === n && { isOpen: true }),
        ...(head !== undefined && head !== n && { under: idAt.get(head) ?? '' }),
      },
    };
  });
}
