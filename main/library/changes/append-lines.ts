import { setApplied } from '../index/applied.ts';
import type { Store } from '../index/store.ts';
import type { Journal } from '../record/journal.ts';

/**
 * Appends lines to the journal about what the open transaction holds. `isWhole`: the index has everything before them, so that
 * it has everything up to them; otherwise a replay comes by them later.
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
