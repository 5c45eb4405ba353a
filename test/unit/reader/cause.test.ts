import { expect, test } from 'vitest';
import { causeOf } from '../../../main/reader/watch/cause.ts';
import type { ListRow } from '../../../preload/contract/contract.ts';

const row = (urgency: number, signal?: ListRow['signal']): ListRow => ({
  id: 'a',
  version: 1,
  headline: 'Hafen sperrt alte Mole',
  snippet: '',
  source: 'NORD',
  categories: [],
  publishedAt: '2025-11-10T09:00:00Z',
  receivedAt: '2025-11-10T09:00:00Z',
  urgency,
  status: 'usable',
  ...(signal && { signal }),
  read: false,
  bookmarked: false,
  tags: [],
  hasNote: false,
  updated: false,
});

test.each([
  [1, undefined, 'flash'],
  // "+++ EIL +++": a flash by its marker, but not the highest urgency.
  [2, 'flash', 'urgent'],
  [2, undefined, 'urgent'],
  [3, undefined, undefined],
] as const)('urgency %s with the signal %s is an alarm as the list shows it', (urgency, signal, cause) => {
  const status = { read: false, bookmarked: false, tags: [], notes: [] };
  expect(causeOf({ row: row(urgency, signal), status, targets: [] }, false)?.cause).toBe(cause);
});
