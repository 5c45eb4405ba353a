import type { Dispatch } from '../../wire/dispatch.ts';
import { bodyText } from '../../wire/normalise.ts';
import { numberKey, type Prepared } from '../index/index-entry.ts';
import type { DispatchRow } from '../index/rows.ts';
import type { Store } from '../index/store.ts';

/** Milliseconds. Agencies start counting again every day: a kill by number means an item of the day before it. */
const NUMBER_WINDOW_MS = 24 * 3600 * 1000;

/** Stores the kills and holds that a dispatch gives for other dispatches, and applies them to those already in the index. */
export function recordKills(store: Store, prepared: Prepared): void {
  const orders = (prepared.refersTo ?? []).filter(({ relation }) => relation === 'kills' || relation === 'holds');
  if (orders.length === 0) return;
  const dispatch: Dispatch = JSON.parse(prepared.json);
  for (const { relation, id, number } of orders) {
    const target = id ?? (number === undefined ? undefined : numberKey(dispatch.source, number));
    if (target === undefined || target === prepared.id) continue;
    store
      .sql('INSERT OR REPLACE INTO verdict VALUES (?, ?, ?, ?, ?)')
      .run(target, relation, prepared.id, prepared.at, reasonOf(dispatch));
    const meant = store
      .sql('SELECT n, id, row FROM dispatch WHERE (id = ? OR number = ?) AND id <> ?')
      .all(target, target, prepared.id)
      .map(({ n, id: other, row }) => ({
        n: Number(n),
        id: String(other),
        at: Date.parse(JSON.parse(String(row)).publishedAt),
      }))
      .filter((one) => appliesTo(target, prepared.at, one.at));
    // Of several dispatches that had the number, the last one, in all its versions.
    const lastAt = meant.reduce((latest, one) => Math.max(latest, one.at), Number.NEGATIVE_INFINITY);
    const last = meant.find((one) => one.at === lastAt)?.id;
    for (const one of meant) if (one.id === target || one.id === last) applyOrder(store, one.n, relation);
  }
}

/** Applies stored kills and holds to a dispatch that arrives after them. */
export function applyKills(store: Store, prepared: Prepared, row: DispatchRow): void {
  const orders = store
    .sql('SELECT target, relation, at FROM verdict WHERE target IN (?, ?) AND by <> ?')
    .all(prepared.id, prepared.number ?? null, prepared.id);
  for (const { target, relation, at } of orders) {
    if (appliesTo(String(target), Number(at), prepared.at)) applyOrder(store, row.n, String(relation));
  }
}

/** A kill or hold applies to what was published before it: what the source sends afterwards is the corrected story. */
const appliesTo = (target: string, orderedAt: number, publishedAt: number): boolean =>
  publishedAt <= orderedAt && !(target.startsWith('#') && orderedAt - publishedAt > NUMBER_WINDOW_MS);

const applyOrder = (store: Store, n: number, relation: string): void => {
  store
    .sql("UPDATE dispatch SET status = ? WHERE n = ? AND status <> 'killed'")
    .run(relation === 'kills' ? 'killed' : 'withheld', n);
};

/** The agency's reason, else the first words of the message itself. */
function reasonOf(dispatch: Dispatch): string {
  const reason = dispatch.notes.find((note) => note.kind === 'reason' || note.kind === 'correction');
  return (reason?.text ?? [dispatch.headline, bodyText(dispatch.body)].filter(Boolean).join('\n')).slice(0, 600);
}
