import { expect, test } from 'vitest';
import { type Status, sinceOf, viewOf } from '../../../main/library/record/status.ts';
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
  expect(causeOf({ row: row(urgency, signal), status, since: {}, targets: [] }, false)?.cause).toBe(cause);
});

const AT = '2025-11-10T13:02:00.000Z';
const at = (time: string) => `${time}-0000-aaaaaa`;
const later = (status: Status) => ({
  row: { ...row(5), version: 2, status: 'killed' as const },
  status: viewOf(status),
  since: sinceOf(status),
  targets: [],
});

test.each([
  [{ read: { value: 1, stamp: at(AT) } }, { how: 'read', at: AT, version: 1 }],
  [{ bookmark: { value: true, stamp: at(AT) } }, { how: 'bookmarked', at: AT }],
  // Nobody has read what a rule has marked as read.
  [
    {
      read: { value: 1, stamp: at(AT) },
      'rule:6d9f5ad4-7f55-4d41-9b0c-5f3c5d0c1b01': { value: { name: 'Handball', did: ['read'] }, stamp: at(AT) },
    },
    undefined,
  ],
] satisfies [Status, unknown][])(
  'a kill says what the user had done with the dispatch, and when',
  (status, touched) => {
    expect(causeOf(later(status), true)).toMatchObject({ cause: 'kill' });
    expect(causeOf(later(status), true)?.touched).toEqual(touched);
  },
);
