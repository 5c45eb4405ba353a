import type { JournalPlace } from '../record/journal.ts';
import type { Store } from './store.ts';

/** The row of `meta` with the journal position up to which the index has everything. */
const APPLIED = 'journal';

/** Records how much of the journal the index has; call it within the transaction that adds it. */
export const setApplied = (store: Store, { segment, offset }: JournalPlace): void =>
  store.setMeta(APPLIED, `${segment} ${offset}`);

export function applied(store: Store): JournalPlace {
  const [segment = 0, offset = 0] = (store.meta(APPLIED) ?? '').split(' ').map(Number);
  return { segment, offset };
}
