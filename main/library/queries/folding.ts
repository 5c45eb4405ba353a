import { UNREAD } from '../index/schema.ts';
import type { Store } from '../index/store.ts';
import type { Bounds, Folding, ListSource, Part, Plain } from './list-sql.ts';
import { PLACE } from './search/conditions.ts';

/**
 * The list with one row for a story: its newest dispatch on the list stands for the others, in the order of urgency the newest of
 * its most urgent ones, whatever else the list asks for. Lists by relevance are not folded. The source itself if the library has
 * no story of several dispatches.
 */
export function foldedSource(store: Store, source: ListSource): ListSource {
  if (source.order === 'relevance' || store.sql('SELECT 1 FROM story LIMIT 1').get() === undefined) return source;
  const folding: Folding = {
    onList: source.parts.map(({ select, n }) => `EXISTS (${select} AND ${n} = @n)`).join(' OR '),
    values: source.parts.flatMap(({ values }) => values),
    unfolded: source,
    isByUrgency: source.order === 'urgency',
  };
  const { total, classes, ...rest } = source;
  const { plain } = source;
  const folded = total !== undefined && plain ? foldedOf(store, plain) : 0;
  const rows = total !== undefined && plain ? { total: total - folded, folded } : {};
  return {
    ...rest,
    ...rows,
    folding,
    parts: withoutFolded(source.parts, folding),
    ...(classes && { classes: classes.map(({ k, source: one }) => ({ k, source: foldedClass(one, folding) })) }),
  };
}

/** The members of one urgency that stand for their stories. */
const foldedClass = ({ total, plain, ...source }: ListSource, folding: Folding): ListSource => ({
  ...source,
  parts: withoutFolded(source.parts, folding),
});

const withoutFolded = (parts: readonly Part[], folding: Folding): Part[] =>
  parts.map(({ select, values, n }) => ({
    select: `${select} AND NOT EXISTS (SELECT 1 FROM story f JOIN story g ON g.story = f.story AND ${before('g', 'f', folding)}
        WHERE f.n = ${n} AND (${folding.onList.replaceAll('@n', 'g.n')}))`,
    values: [...values, ...folding.values],
    n,
  }));

/** SQL: of two members of a story on the list, the first one comes before the other. */
const before = (one: string, other: string, { isByUrgency }: Folding): string =>
  isByUrgency ? `(${placeOf(one)}) < (${placeOf(other)})` : `${one}.n < ${other}.n`;

/** SQL: the place of a member of a story in the order of urgency. */
const placeOf = (member: string): string =>
  `(SELECT CAST(d.row ->> '$.urgency' AS INTEGER) FROM dispatch d WHERE d.n = ${member}.n), ${member}.n`;

/** SQL: the order of the members of a story in a list. */
const orderOf = (member: string, { isByUrgency }: Folding): string => (isByUrgency ? placeOf(member) : `${member}.n`);

/** How many members of a list without conditions are folded: its running total, and what those kept in it add to that. */
function foldedOf(store: Store, { k, kept }: Plain): number {
  const counted = Number(store.sql('SELECT folded FROM list WHERE k = ?').get(k)?.folded ?? 0);
  if (kept.length === 0) return counted;
  const more = store
    .sql(
      `SELECT sum(max(0, unread + stayed - 1) - max(0, unread - 1)) AS count FROM (
         SELECT count(*) AS stayed,
           (SELECT count(*) FROM story m JOIN entry e ON e.k = ${UNREAD} AND e.n = m.n WHERE m.story = s.story) AS unread
         FROM json_each(?) p CROSS JOIN story s ON s.n = p.value GROUP BY s.story)`,
    )
    .get(JSON.stringify(kept))?.count;
  return counted + Number(more ?? 0);
}

/** How many members of a list within bounds are folded into others. */
export function foldedIn(store: Store, { onList, values }: Folding, { above, below }: Bounds): number {
  const on = (n: string) => onList.replaceAll('@n', n);
  const row = store
    .sql(
      `SELECT count(*) AS count FROM story f WHERE f.n > ${PLACE} AND f.n < ${PLACE} AND (${on('f.n')})
         AND EXISTS (SELECT 1 FROM story g WHERE g.story = f.story AND g.n < f.n AND (${on('g.n')}))`,
    )
    .get(above ?? Number.MIN_SAFE_INTEGER, below ?? Number.MAX_SAFE_INTEGER, ...values, ...values);
  return Number(row?.count ?? 0);
}

/** The members of a dispatch's story that are on the list, in its order: the first stands for them. None if it tells none or is not there. */
export function storyOnList(store: Store, folding: Folding, n: number): number[] {
  const { onList, values } = folding;
  const found = store
    .sql(
      `SELECT m.n FROM story s JOIN story m ON m.story = s.story
       WHERE s.n = ? AND (${onList.replaceAll('@n', 'm.n')}) ORDER BY ${orderOf('m', folding)}`,
    )
    .all(n, ...values)
    .map((row) => Number(row.n));
  return found.includes(n) ? found : [];
}

/** For every dispatch on the list that is folded into another one, that one. */
export function headsOf(store: Store, folding: Folding): ReadonlyMap<number, number> {
  const { onList, values } = folding;
  const heads = new Map<number, number>();
  const rows = store
    .sql(
      `SELECT s.n, s.story FROM story s WHERE ${onList.replaceAll('@n', 's.n')} ORDER BY s.story, ${orderOf('s', folding)}`,
    )
    .all(...values);
  let head = { n: 0, story: 0 };
  for (const row of rows) {
    const [n, story] = [Number(row.n), Number(row.story)];
    if (story === head.story) heads.set(n, head.n);
    else head = { n, story };
  }
  return heads;
}
