import type { Dispatch, Reference } from '../../wire/dispatch.ts';
import { clearedIn } from '../record/status.ts';
import { hasId, isHead } from './ids.ts';
import { headlineKey, numberKey, type StaticRow } from './index-entry.ts';
import { normKeyOf } from './keys-schema.ts';
import { wholeOf } from './rows.ts';
import type { Store } from './store.ts';

/** Milliseconds. Agencies start counting again every day, and headlines such as `Wetter` return: an order means an item of the day before it. */
const WINDOW_MS = 24 * 3600 * 1000;
/** Clocks of desks differ, and some times are those of the file. */
const HOUR_SLACK_MS = 20 * 60_000;

/** What a dispatch can be meant by. */
export interface Meant {
  readonly id: string;
  /** As `numberKey` writes it. */
  readonly number: string | undefined;
  /** Empty if unknown. */
  readonly source: string;
  /** As `headlineKey` writes it. */
  readonly norm: number;
}

/** How the index names an item by its headline and source. The key comes first: SQL reads it as a number. */
const headlineTarget = (norm: number, source: string): string => `"${norm}:${source}`;

/** SQL: the headline key that a target contains, null for other targets. */
const NORM_OF_TARGET = `CASE WHEN v.target LIKE '"%' THEN CAST(substr(v.target, 2) AS INTEGER) END`;

/** SQL: the dispatch `t` may be the target of `v`. */
export const IS_MEANT = `((${hasId('t', 'v.target')}) OR t.number = v.target
  OR (t.n IN (SELECT rowid FROM keys WHERE keys MATCH ${normKeyOf(NORM_OF_TARGET)}) AND t.norm = ${NORM_OF_TARGET}))`;

/** What an order of a `source` is aimed at: an id, else a number, else a headline; undefined where it names nothing. */
export function targetOf({ id, number, headline }: Reference, source: string | undefined): string | undefined {
  if (id !== undefined) return id;
  if (number !== undefined) return numberKey(source, number);
  return headline === undefined ? undefined : headlineTarget(headlineKey(headline), source ?? '');
}

/** Every target that means a dispatch. */
const targetsOf = ({ id, number, source, norm }: Meant): [string, string, string] => [
  id,
  number ?? id,
  headlineTarget(norm, source),
];

/** An order is probable where it only quotes a headline: two dispatches may have the same. */
const isProbableTarget = (target: string): boolean => target.startsWith('"');

/** A kill or hold as stored. */
export interface Order {
  readonly target: string;
  /** Milliseconds since 1970: when it was given. */
  readonly at: number;
  /** ISO 8601: when its target was sent, as far as it says. */
  readonly sentAt: string | undefined;
}

/**
 * True for a dispatch that was published (milliseconds since 1970) before the order: what the source sends afterwards, perhaps
 * under the same number, is another story.
 */
function reaches({ target, at, sentAt }: Order, publishedAt: number): boolean {
  const age = at - publishedAt;
  if (age < 0) return false;
  if (target.startsWith('#')) return age <= WINDOW_MS;
  if (!isProbableTarget(target)) return true;
  const sent = Date.parse(sentAt ?? '');
  return Number.isNaN(sent) ? age <= WINDOW_MS : Math.abs(publishedAt - sent) <= HOUR_SLACK_MS;
}

/** A kill or hold that reaches a dispatch. */
export interface GivenOrder extends Order {
  readonly relation: string;
  /** The id of the dispatch that gives it. */
  readonly by: string;
  readonly reason: string;
}

/** True for an order that does not mean a dispatch because a person has decided so: only those that quote a headline can be wrong. */
export const isCleared = (store: Store, id: string, { target, by }: { target: string; by: string }): boolean =>
  isProbableTarget(target) && clearedIn(store.status(id)).includes(by);

/** The kills and holds that other dispatches gave for one, the certain ones first, then the latest. */
export function ordersFor(store: Store, dispatch: Meant, publishedAt: number): GivenOrder[] {
  const [id, number, headline] = targetsOf(dispatch);
  return store
    .sql('SELECT target, relation, by, at, reason FROM verdict WHERE target IN (?, ?, ?) AND by <> ?')
    .all(id, number, headline, id)
    .map(({ target, relation, by, at, reason }) => ({
      target: String(target),
      relation: String(relation),
      by: String(by),
      at: Number(at),
      reason: String(reason),
      sentAt: isProbableTarget(String(target)) ? sentAtIn(store, String(by), headline) : undefined,
    }))
    .filter((order) => reaches(order, publishedAt) && !isCleared(store, id, order))
    .sort((a, b) => Number(isProbableTarget(a.target)) - Number(isProbableTarget(b.target)) || b.at - a.at);
}

/** When the target of an order was sent, as the dispatch says that gave it. */
function sentAtIn(store: Store, by: string, target: string): string | undefined {
  const giver = wholeOf(
    store.sql(`SELECT w.json FROM dispatch d JOIN whole w ON w.n = d.n WHERE ${isHead('d', '?1')}`).get(by)?.json,
  );
  return giver?.refersTo?.find((reference) => targetOf(reference, giver.source) === target)?.sentAt;
}

/** A row of `dispatch` with its id, status, number, norm and row. */
type StoredRow = Record<string, unknown>;

/** Who has killed or withheld a dispatch; `probable` where it only quotes the headline. Undefined for one that says so itself, or is neither. */
export function orderFor(
  store: Store,
  stored: StoredRow,
): { readonly by: string; readonly probable: boolean } | undefined {
  const relation = stored.status === 'killed' ? 'kills' : stored.status === 'withheld' ? 'holds' : undefined;
  if (relation === undefined) return undefined;
  const row: StaticRow = JSON.parse(String(stored.row));
  if (row.status === stored.status) return undefined;
  const [first] = ordersFor(store, meantAs(stored, row), Date.parse(row.publishedAt)).filter(
    (order) => order.relation === relation,
  );
  return first && { by: first.by, probable: isProbableTarget(first.target) };
}

/** What a stored dispatch can be meant by. */
export const meantAs = ({ id, number, norm }: StoredRow, { source }: Pick<StaticRow, 'source'>): Meant => ({
  id: String(id),
  number: typeof number === 'string' ? number : undefined,
  source,
  norm: Number(norm),
});

/** A version that an order may mean; `at` in milliseconds since 1970. */
interface Found {
  readonly n: number;
  readonly id: string;
  readonly at: number;
}

/** The dispatches that an order may mean, but the one that gives it. */
export const perhapsMeantBy = (
  store: Store,
  order: Order,
  { id: by, source: sender = '' }: Pick<Dispatch, 'id' | 'source'>,
): Found[] =>
  store
    .sql(
      `SELECT t.n, t.id, t.row FROM (SELECT ? AS target) v
       JOIN dispatch t ON ${IS_MEANT} WHERE t.id <> ?`,
    )
    .all(order.target, by)
    .flatMap(({ n, id, row }) => {
      const { publishedAt, source }: StaticRow = JSON.parse(String(row));
      const at = Date.parse(publishedAt);
      const isMeant = reaches(order, at) && (source === sender || !isProbableTarget(order.target));
      return isMeant ? [{ n: Number(n), id: String(id), at }] : [];
    });

/** The dispatches that an order means: of several with one number or headline, the last one, in all its versions. */
export function meantBy(store: Store, order: Order, by: Pick<Dispatch, 'id' | 'source'>): Found[] {
  const found = perhapsMeantBy(store, order, by);
  const lastAt = found.reduce((latest, { at }) => Math.max(latest, at), Number.NEGATIVE_INFINITY);
  const last = found.find(({ at }) => at === lastAt)?.id;
  return found.filter(({ id }) => id === order.target || id === last);
}

/** The dispatch that a reference of another one means; undefined if the index has none, or a person has decided that it means none. */
export function targetIdOf(store: Store, reference: Reference, by: Dispatch): string | undefined {
  const target = targetOf(reference, by.source);
  if (target === undefined || reference.id !== undefined) return reference.id;
  const order = { target, at: Date.parse(by.publishedAt), sentAt: reference.sentAt };
  return meantBy(store, order, by).find(({ id }) => !isCleared(store, id, { target, by: by.id }))?.id;
}
