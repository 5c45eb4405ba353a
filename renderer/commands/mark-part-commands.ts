import type { MessageKey } from '../i18n/translate.ts';
import type { Stores } from '../state/stores.ts';
import type { Command } from './command.ts';

const isSelected = (stores: Stores) => stores.list.getState().selectedId !== undefined;
const markList = (part: 'above' | 'below') => (stores: Stores) => void stores.marks.getState().markList(part);

/** The day so many days ago, as the search writes it. */
function daysAgo(days: number): string {
  const now = new Date();
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() - days).toLocaleDateString('sv-SE');
}

const markOnly = (id: string, title: MessageKey, search: () => string): Command => ({
  id,
  title,
  group: 'mark',
  keys: [],
  ofList: true,
  run: ({ marks }) => void marks.getState().markList('all', search()),
});

/** Commands that mark a part of the list as read. */
export const markPartCommands: readonly Command[] = [
  {
    id: 'markAbove',
    title: 'command.markAbove',
    group: 'mark',
    keys: ['[', ','],
    when: isSelected,
    run: markList('above'),
  },
  {
    id: 'markBelow',
    title: 'command.markBelow',
    group: 'mark',
    keys: [']', '.'],
    when: isSelected,
    run: markList('below'),
  },
  markOnly('markUnbookmarked', 'command.markUnbookmarked', () => '-is:bookmarked'),
  markOnly('markBeforeYesterday', 'command.markBeforeYesterday', () => `date:..${daysAgo(2)}`),
  markOnly('markBeforeWeek', 'command.markBeforeWeek', () => `date:..${daysAgo(8)}`),
];
