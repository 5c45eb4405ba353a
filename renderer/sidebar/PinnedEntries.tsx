import { Pin } from 'lucide-react';
import { useStore } from 'zustand';
import { useStores } from '../state/context.ts';
import { type GroupedList, ownLists, pinsOf } from '../state/own-lists.ts';
import { ListEntry } from './ListEntry.tsx';

const SECTIONS = { topic: 'topics', category: 'categories', source: 'sources', tag: 'tags' } as const;

const isGrouped = (list: string): list is GroupedList => list in SECTIONS;

/** The lists that the user has pinned below the fixed ones. */
export function PinnedEntries() {
  const { settings, sidebar } = useStores();
  const pins = pinsOf(useStore(settings, ownLists));
  const counts = useStore(sidebar, (state) => state.sidebar);
  return pins.map(({ list, value = '' }) => {
    if (!isGrouped(list)) return null;
    const tally = counts?.[SECTIONS[list]].find(({ name }) => name === value) ?? { name: value, total: 0, unread: 0 };
    return <ListEntry key={`${list} ${value}`} list={list} tally={tally} icon={Pin} />;
  });
}
