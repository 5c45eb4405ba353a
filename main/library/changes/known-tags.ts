import type { StatusChange } from '../../../preload/contract/contract.ts';
import type { Store } from '../index/store.ts';

/** A change in which every tag is written as it is on other dispatches: one that differs in capitals only is the same. */
export function withKnownTags(store: Store, change: StatusChange): StatusChange {
  if (change.tags === undefined) return change;
  const tags = new Map<string, string>();
  const known = store.sql("SELECT value FROM list WHERE kind = 'tag' AND total > 0 ORDER BY total, k DESC").all();
  // The one that is used most comes last and stays.
  for (const { value } of known) tags.set(keyOf(String(value)), String(value));
  const names = new Set(known.map(({ value }) => value));
  return { ...change, tags: change.tags.map((tag) => (names.has(tag) ? tag : (tags.get(keyOf(tag)) ?? tag))) };
}

const keyOf = (tag: string): string => tag.normalize('NFC').toLowerCase();
