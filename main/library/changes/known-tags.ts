import { partsOf } from '../../../preload/contract/status.ts';
import type { Store } from '../index/store.ts';
import type { Values } from '../record/status.ts';

/** The change with every tag in the spelling already in use, ignoring case. */
export function withKnownTags(store: Store, change: Values): Values {
  if (!Object.keys(change).some((name) => tagOf(name) !== undefined)) return change;
  const spellings = new Map<string, string>();
  const known = store.sql("SELECT value FROM list WHERE kind = 'tag' AND total > 0 ORDER BY total, k DESC").all();
  // The most used spelling comes last and wins.
  for (const { value } of known) spellings.set(keyOf(String(value)), String(value));
  const names = new Set(known.map(({ value }) => value));
  const spelled = (name: string): string => {
    const tag = tagOf(name);
    return tag === undefined || names.has(tag) ? name : `tag:${spellings.get(keyOf(tag)) ?? tag}`;
  };
  return Object.fromEntries(Object.entries(change).map(([name, value]) => [spelled(name), value]));
}

function tagOf(name: string): string | undefined {
  const [kind, tag] = partsOf(name);
  return kind === 'tag' ? tag : undefined;
}

const keyOf = (tag: string): string => tag.normalize('NFC').toLowerCase();
