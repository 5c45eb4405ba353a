import { MailOpen, Star } from 'lucide-react';
import type { StatusChange } from '../../preload/contract/contract.ts';
import type { Message } from '../i18n/translate.ts';
import type { Stores } from '../state/stores.ts';
import type { Command } from './command.ts';
import { markPartCommands } from './mark-part-commands.ts';
import { type Target, target } from './target.ts';

const hasTarget = (stores: Stores) => target(stores) !== undefined;

const mark = (change: (target: Target) => StatusChange) => (stores: Stores) => {
  const dispatch = target(stores);
  if (dispatch) void stores.marks.getState().mark(dispatch.ids, change(dispatch));
};

const named = (key: 'command.undoThat' | 'command.redoThat', about: Message | undefined) => about && { key, about };

/** Commands that mark dispatches, and undo. */
export const markCommands: readonly Command[] = [
  {
    id: 'toggleRead',
    title: 'command.toggleRead',
    group: 'mark',
    keys: ['M'],
    icon: MailOpen,
    onRows: true,
    when: hasTarget,
    run: mark(({ read }) => ({ read: read ? null : true })),
  },
  {
    id: 'toggleBookmark',
    title: 'command.toggleBookmark',
    group: 'mark',
    keys: ['S', 'Mod+D'],
    icon: Star,
    onRows: true,
    when: hasTarget,
    run: mark(({ bookmarked }) => ({ bookmark: bookmarked ? null : true })),
  },
  {
    id: 'markAll',
    ofList: true,
    title: 'command.markAll',
    group: 'mark',
    keys: ['Shift+A'],
    run: ({ marks }) => void marks.getState().markList('all'),
  },
  ...markPartCommands,
  {
    id: 'cleanUp',
    ofList: true,
    title: 'command.cleanUp',
    group: 'mark',
    keys: ['X'],
    when: ({ list }) => list.getState().query.list === 'unread' || list.getState().query.unreadOnly === true,
    run: ({ list }) => list.getState().cleanUp(),
  },
];

/** Undo and redo, which say what they are about. */
export const historyCommands: readonly [undo: Command, redo: Command] = [
  {
    id: 'undo',
    title: 'command.undo',
    group: 'mark',
    keys: ['Mod+Z'],
    named: ({ undo }) => named('command.undoThat', undo.getState().undoable.at(-1)?.done),
    run: ({ undo }) => void undo.getState().undo(),
  },
  {
    id: 'redo',
    title: 'command.redo',
    group: 'mark',
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    named: ({ undo }) => named('command.redoThat', undo.getState().redoable.at(-1)?.done),
    run: ({ undo }) => void undo.getState().redo(),
  },
];
