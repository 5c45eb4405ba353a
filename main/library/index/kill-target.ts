import type { Reference } from '../../wire/dispatch.ts';
import { headlineKey, numberKey, type StaticRow } from './index-entry.ts';
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
export const NORM_OF_TARGET = `CASE WHEN v.target LIKE '"%' THEN CAST(substr(v.target, 2) AS INTEGER) END`;

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
export const isProbableTarget = (target: string): boolean => target.startsWith('"');

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
export function reaches({ target, at, sentAt }: Order, publishedAt: number): boolean {
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
    .filter((order) => reaches(order, publishedAt))
    .sort((a, b) => Number(isProbableTarget(a.target)) - Number(isProbableTarget(b.target)) || b.at - a.at);
}

/** When the target of an order was sent, as the dispatch says that gave it. */
function sentAtIn(store: Store, by: string, target: string): string | undefined {
  const json = store
    .sql('SELECT w.json FROM dispatch d JOIN whole w ON w.n = d.n WHERE d.id = ? AND d.head = 1')
    .get(by)?.json;
  if (typeof json !== 'string') return undefined;
  const { refersTo = [], source }: { refersTo?: Reference[]; source?: string } = JSON.parse(json);
  return refersTo.find((reference) => targetOf(reference, source) === target)?.sentAt;
}

/** A row of `dispatch` with its id, status, number, norm and row. */
type StoredRow = Record<string, unknown>;

/** True for a dispatch that is killed or withheld only because another one quotes its headline. */
export function isProbable(store: Store, stored: StoredRow): boolean {
  const relation = stored.status === 'killed' ? 'kills' : stored.status === 'withheld' ? 'holds' : undefined;
  if (relation === undefined) return false;
  const row: StaticRow = JSON.parse(String(stored.row));
  if (row.status === stored.status) return false;
  const [first] = ordersFor(store, meantBy(stored, row), Date.parse(row.publishedAt)).filter(
    (order) => order.relation === relation,
  );
  return first !== undefined && isProbableTarget(first.target);
}

const meantBy = ({ id, number, norm }: StoredRow, { source }: StaticRow): Meant => ({
  id: String(id),
  number: typeof number === 'string' ? number : undefined,
  source,
  norm: Number(norm),
});
