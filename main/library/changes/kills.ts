import type { Dispatch } from '../../wire/dispatch.ts';
import { bodyText } from '../../wire/normalise.ts';
import { KILLED } from '../index/content-lists.ts';
import type { Prepared, StaticRow } from '../index/index-entry.ts';
import { isProbableTarget, NORM_OF_TARGET, type Order, ordersFor, reaches, targetOf } from '../index/kill-target.ts';
import { type DispatchRow, dispatchRow } from '../index/rows.ts';
import type { Store } from '../index/store.ts';
import { alsoOn } from './memberships.ts';
import { leaveStory } from './stories.ts';

const ordersOf = ({ refersTo = [] }: Prepared) =>
  refersTo.filter(({ relation }) => relation === 'kills' || relation === 'holds');

/** True for a dispatch that kills or holds another one. */
export const givesOrders = (prepared: Prepared): boolean => ordersOf(prepared).length > 0;

/** Stores the kills and holds that a dispatch gives for other dispatches, and applies them to those already in the index. */
export function recordKills(store: Store, prepared: Prepared): void {
  const orders = ordersOf(prepared);
  if (orders.length === 0) return;
  const dispatch: Dispatch = JSON.parse(prepared.json);
  for (const order of orders) {
    const target = targetOf(order, dispatch.source);
    if (target === undefined || target === prepared.id) continue;
    store
      .sql('INSERT OR REPLACE INTO verdict VALUES (?, ?, ?, ?, ?)')
      .run(target, order.relation, prepared.id, prepared.at, reasonOf(dispatch));
    const meant = meantBy(store, { target, at: prepared.at, sentAt: order.sentAt }, dispatch);
    // Of several dispatches with one number or headline, the last one, in all its versions.
    const lastAt = meant.reduce((latest, one) => Math.max(latest, one.at), Number.NEGATIVE_INFINITY);
    const last = meant.find((one) => one.at === lastAt)?.id;
    for (const one of meant) if (one.id === target || one.id === last) applyOrder(store, one.n, order.relation);
  }
}

/** The dispatches that an order may mean, but the one that gives it. */
const meantBy = (store: Store, order: Order, { id: by, source: sender = '' }: Pick<Dispatch, 'id' | 'source'>) =>
  store
    .sql(
      `SELECT t.n, t.id, t.row FROM (SELECT ? AS target) v
       JOIN dispatch t ON t.id = v.target OR t.number = v.target OR t.norm = ${NORM_OF_TARGET} WHERE t.id <> ?`,
    )
    .all(order.target, by)
    .flatMap(({ n, id, row }) => {
      const { publishedAt, source }: StaticRow = JSON.parse(String(row));
      const at = Date.parse(publishedAt);
      const isMeant = reaches(order, at) && (source === sender || !isProbableTarget(order.target));
      return isMeant ? [{ n: Number(n), id: String(id), at }] : [];
    });

/** Applies stored kills and holds to a dispatch that arrives after them, unless a later one is known that they mean. */
export function applyKills(store: Store, prepared: Prepared, row: DispatchRow): void {
  for (const order of ordersFor(store, prepared, prepared.at)) {
    const meant = meantBy(store, order, { id: order.by, source: prepared.source });
    if (!meant.some(({ id, at }) => id !== prepared.id && at > prepared.at)) applyOrder(store, row.n, order.relation);
  }
}

function applyOrder(store: Store, n: number, relation: string): void {
  const found = store
    .sql(`SELECT n, id, version, day, status, lists, head FROM dispatch WHERE n = ? AND status <> 'killed'`)
    .get(n);
  if (!found) return;
  leaveStory(store, n);
  store.sql('UPDATE dispatch SET status = ? WHERE n = ?').run(relation === 'kills' ? 'killed' : 'withheld', n);
  const lists = KILLED.map(([kind, value]) => store.lists.idOf(kind, value));
  alsoOn(store, dispatchRow(found), found.head === 1, lists);
}

/** The agency's reason, else the first words of the message itself. */
function reasonOf(dispatch: Dispatch): string {
  const reason = dispatch.notes.find((note) => note.kind === 'reason' || note.kind === 'correction');
  return (reason?.text ?? [dispatch.headline, bodyText(dispatch.body)].filter(Boolean).join('\n')).slice(0, 600);
}
