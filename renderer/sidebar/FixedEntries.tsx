import {
  AlarmClock,
  Bookmark,
  CalendarDays,
  CircleDot,
  EyeOff,
  FilePenLine,
  Hourglass,
  Inbox,
  type LucideIcon,
  Zap,
} from 'lucide-react';
import { useStore } from 'zustand';
import { useStores, useTexts } from '../state/context.ts';
import { Entry } from './Entry.tsx';

type FixedList =
  | ('all' | 'unread' | 'today' | 'bookmarks' | 'urgent' | 'corrections')
  | ('embargoes' | 'later' | 'hidden');

interface Fixed {
  readonly list: FixedList;
  readonly icon: LucideIcon;
  readonly counts: 'unread' | 'total';
  /** Shown only as long as there is something on it, or it is the current list. */
  readonly ifAny?: true;
}

const FIXED: readonly Fixed[] = [
  { list: 'all', icon: Inbox, counts: 'unread' },
  { list: 'unread', icon: CircleDot, counts: 'unread' },
  { list: 'today', icon: CalendarDays, counts: 'unread' },
  { list: 'bookmarks', icon: Bookmark, counts: 'total' },
  { list: 'urgent', icon: Zap, counts: 'unread' },
  { list: 'corrections', icon: FilePenLine, counts: 'unread' },
  { list: 'embargoes', icon: Hourglass, counts: 'total' },
  { list: 'later', icon: AlarmClock, counts: 'total' },
  { list: 'hidden', icon: EyeOff, counts: 'total', ifAny: true },
];

/** The lists that every library has. */
export function FixedEntries() {
  const { list: lists, sidebar } = useStores();
  const t = useTexts();
  const tallies = useStore(sidebar, (state) => state.sidebar);
  const current = useStore(lists, (state) => state.query.list);
  return FIXED.map(({ list, icon, counts, ifAny }) => {
    const count = tallies?.[list][counts] ?? 0;
    if (ifAny && count === 0 && current !== list) return null;
    return (
      <li key={list}>
        <Entry query={{ list }} name={t(`list.${list}`)} icon={icon} count={count} counts={counts} />
      </li>
    );
  });
}
