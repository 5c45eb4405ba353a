import type { CallOut, ListRow } from '../../preload/contract/contract.ts';
import { edgesOfDay } from '../common/time.ts';
import type { Ask } from './calls.ts';
import { hostQuery, type ListState } from './list-state.ts';

/**
 * The first row of the next day in the order of the list (1), or of this day and then of the one before (-1). `zone`: where
 * days begin; undefined is the system's.
 */
export async function dayStep(
  ask: Ask,
  list: ListState,
  from: ListRow,
  step: 1 | -1,
  zone: string | undefined,
): Promise<CallOut<'list.at'> | undefined> {
  const query = hostQuery(list);
  const [first, beyond] = query.order === 'oldest' ? (['begins', 'ends'] as const) : (['ends', 'begins'] as const);
  const at = (row: ListRow, edge: 'begins' | 'ends') =>
    ask('list.at', { query, at: new Date(edgesOfDay(row.publishedAt, { zone })[edge]).toISOString() });
  if (step === 1) return at(from, beyond);
  const top = await at(from, first);
  if (top?.row?.id !== from.id) return top;
  const before = await ask('list.step', { query, from: from.id, step, unreadOnly: false });
  return before?.row && at(before.row, first);
}
