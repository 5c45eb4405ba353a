import type { Dispatch } from '../../wire/dispatch.ts';
import { bodyText } from '../../wire/normalise.ts';
import { contentLists, KILLED } from '../index/content-lists.ts';
import { hasId } from '../index/ids.ts';
import { type Prepared, prepare, type StaticRow } from '../index/index-entry.ts';
import { isCleared, type Meant, meantAs, meantBy, ordersFor, perhapsMeantBy, targetOf } from '../index/kill-target.ts';
import { dispatchRow, wholeOf } from '../index/rows.ts';
import type { Store } from '../index/store.ts';
import { alsoOn, noLongerOn } from './memberships.ts';
import { joinStory, leaveStory } from './stories.ts';

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
    for (const { id, n } of meant)
      if (!isCleared(store, id, { target, by: prepared.id })) applyOrder(store, n, order.relation);
  }
}

/** Applies stored kills and holds to a dispatch that was published at `at` and is stored as `n`, unless a later one is known that they mean. */
export function applyKills(store: Store, dispatch: Meant & { readonly at: number }, n: number): void {
  for (const order of ordersFor(store, dispatch, dispatch.at)) {
    const meant = perhapsMeantBy(store, order, { id: order.by, source: dispatch.source });
    if (!meant.some(({ id, at }) => id !== dispatch.id && at > dispatch.at)) applyOrder(store, n, order.relation);
  }
}

/** Applies the kills and holds for a dispatch anew, in all its versions: a person has decided which of them mean it. */
export function reviewKills(store: Store, id: string): void {
  const rows = store
    .sql(
      `SELECT d.n, d.id, d.version, d.day, d.status, d.lists, d.head, d.row, d.number, d.norm, w.json
       FROM dispatch d JOIN whole w ON w.n = d.n WHERE ${hasId('d', '?1')}`,
    )
    .all(id);
  for (const stored of rows) {
    const { status, publishedAt, source }: StaticRow = JSON.parse(String(stored.row));
    const dispatch = wholeOf(stored.json);
    if (stored.status !== status) {
      store.sql('UPDATE dispatch SET status = ? WHERE n = ?').run(status, Number(stored.n));
      const own = dispatch ? contentLists(dispatch) : [];
      const left = KILLED.filter(([kind, value]) => !own.some(([k, v]) => k === kind && v === value));
      noLongerOn(
        store,
        dispatchRow(stored),
        stored.head === 1,
        left.map(([kind, value]) => store.lists.idOf(kind, value)),
      );
      if (stored.head === 1 && status === 'usable' && dispatch) joinStory(store, prepare(dispatch), Number(stored.n));
    }
    applyKills(store, { ...meantAs(stored, { source }), at: Date.parse(publishedAt) }, Number(stored.n));
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
