import { expect, test } from 'vitest';
import { StatusChange } from '../../../preload/contract/contract.ts';

const id = '0191d000-0000-7000-8000-000000000001';

test.each([
  { read: true, bookmark: null },
  { 'tag:Rat': true, 'tag:a:b': null },
  { [`note:${id}`]: 'Rückruf' },
  { taken: 'Sport', later: '2025-11-11T08:00:00Z' },
  { hidden: true, copied: { time: '2025-11-11T08:00:00Z', version: 2 } },
  { [`rule:${id}`]: { name: 'Häfen', did: ['read', { tag: 'Küste' }] } },
  {},
])('%j is a change', (change) => expect(StatusChange.parse(change)).toEqual(change));

test.each([
  { bookmarked: true },
  { read: false },
  { read: 2 },
  { 'read:x': true },
  { 'tag:': true },
  { [`tag:${'x'.repeat(81)}`]: true },
  { 'tag:Rat': 'ja' },
  { 'note:1': 'Rückruf' },
  { [`note:${id}`]: '' },
  { [`note:${id}`]: 'x'.repeat(20_001) },
  { hidden: false },
  { copied: '2025-11-11T08:00:00Z' },
  { 'rule:1': { name: 'Häfen', did: [] } },
  { [`rule:${id}`]: { name: 'Häfen', did: ['run'] } },
  { tags: null },
  [],
  null,
])('%j is none', (change) => expect(StatusChange.safeParse(change).success).toBe(false));
