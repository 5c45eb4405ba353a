import type { Dispatch } from '../../wire/dispatch.ts';
import { bodyText } from '../../wire/normalise.ts';
import { numberKey, type Prepared } from '../index/index-entry.ts';
import type { DispatchRow } from '../index/rows.ts';
import type { Store } from '../index/store.ts';

/** Numbers come round again: a kill by number means the item of these days. */
const NUMBER_WINDOW = 3 * 24 * 3600 * 1000;

/** Remembers what a kill or hold says of other dispatches, and applies it to those that are here. */
export function passVerdicts(store: Store, prepared: Prepared): void {
  const verdicts = (prepared.refersTo ?? []).filter(({ relation }) => relation === 'kills' || relation === 'holds');
  if (verdicts.length === 0) return;
  const dispatch: Dispatch = JSON.parse(prepared.json);
  for (const { relation, id, number } of verdicts) {
    const target = id ?? (number === undefined ? undefined : numberKey(dispatch.source, number));
    if (target === undefined || target === prepared.id) continue;
    store
      .sql('INSERT OR REPLACE INTO verdict VALUES (?, ?, ?, ?, ?)')
      .run(target, relation, prepared.id, prepared.at, reasonOf(dispatch));
    const found = store
      .sql('SELECT n, row FROM dispatch WHERE (id = ? OR number = ?) AND id <> ?')
      .all(target, target, prepared.id);
    for (const row of found) {
      const at = Date.parse(JSON.parse(String(row.row)).publishedAt);
      if (means(target, prepared.at, at)) condemn(store, Number(row.n), relation);
    }
  }
}

/** A dispatch that comes after its own kill is killed all the same. */
export function applyVerdicts(store: Store, prepared: Prepared, row: DispatchRow): void {
  const verdicts = store
    .sql('SELECT target, relation, at FROM verdict WHERE target IN (?, ?) AND by <> ?')
    .all(prepared.id, prepared.number ?? null, prepared.id);
  for (const { target, relation, at } of verdicts) {
    if (means(String(target), Number(at), prepared.at)) condemn(store, row.n, String(relation));
  }
}

/** A verdict is about what was published before it: what its source sends afterwards is the mended story. */
const means = (target: string, verdictAt: number, publishedAt: number): boolean =>
  publishedAt <= verdictAt && !(target.startsWith('#') && verdictAt - publishedAt > NUMBER_WINDOW);

const condemn = (store: Store, n: number, relation: string): void => {
  store
    .sql("UPDATE dispatch SET status = ? WHERE n = ? AND status <> 'killed'")
    .run(relation === 'kills' ? 'killed' : 'withheld', n);
};

/** What the agency says why: its reason, else the first words of the message itself. */
function reasonOf(dispatch: Dispatch): string {
  const reason = dispatch.notes.find((note) => note.kind === 'reason' || note.kind === 'correction');
  return (reason?.text ?? [dispatch.headline, bodyText(dispatch.body)].filter(Boolean).join('\n')).slice(0, 600);
}
