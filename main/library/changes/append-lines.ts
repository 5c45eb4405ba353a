import { setApplied } from '../index/applied.ts';
import type { Store } from '../index/store.ts';
import type { Journal } from '../record/journal.ts';

/**
 * Appends lines about the open transaction to the journal. `isWhole`: the index already has every earlier line, so these count
 * as applied too; otherwise a later replay applies them.
 */
export function appendLines(
  store: Store,
  journal: Pick<Journal, 'append'>,
  lines: readonly string[],
  isWhole: boolean,
): void {
  const place = journal.append(lines);
  if (isWhole) setApplied(store, place);
}
