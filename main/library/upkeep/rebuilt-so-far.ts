import type { Store } from '../index/store.ts';
import type { LibraryFiles } from '../record/day-files.ts';

/** The kinds of files that a rebuild reads, one after the other, each from the newest day to the oldest. */
export const KINDS = ['statuses', 'dispatches', 'bookmarks'] as const;

/** The last file whose content a rebuild has added to the index. */
export interface RebuiltSoFar {
  readonly kind: (typeof KINDS)[number];
  readonly day: string;
}

/** Rows of `meta`: the state of the library's files when the rebuild began, and the last file added. */
const FILES = 'rebuilt-from';
const LAST = 'rebuilt-so-far';

/** Call it within the transaction that empties the index. */
export const beginRebuilt = (store: Store, files: LibraryFiles): void => store.setMeta(FILES, files.state());

/** Call it within the transaction that adds the file. */
export const noteRebuilt = (store: Store, { kind, day }: RebuiltSoFar): void => store.setMeta(LAST, `${kind} ${day}`);

/** Makes the next rebuild begin from the start. */
export function forgetRebuilt(store: Store): void {
  store.begin();
  store.sql('DELETE FROM meta WHERE key IN (?, ?)').run(FILES, LAST);
  store.commit();
}

/** Where an interrupted rebuild can continue; undefined if it has to begin from the start: a file has changed since, say. */
export function rebuiltSoFar(store: Store, files: LibraryFiles): RebuiltSoFar | undefined {
  const [name, day] = (store.meta(LAST) ?? '').split(' ');
  const kind = KINDS.find((one) => one === name);
  return kind && day !== undefined && store.meta(FILES) === files.state() ? { kind, day } : undefined;
}

/** Whether a file was already added when a rebuild was interrupted. */
export const isRebuilt = (so: RebuiltSoFar | undefined, { kind, day }: RebuiltSoFar): boolean =>
  so !== undefined && (kind === so.kind ? day >= so.day : KINDS.indexOf(kind) < KINDS.indexOf(so.kind));
