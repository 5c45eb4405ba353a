import type { MessageKey } from '../i18n/translate.ts';
import type { Command } from './command.ts';
import { isWholeWindow } from './list-commands.ts';

const sorted = (order: 'name' | 'unread' | 'latest', title: MessageKey): Command => ({
  id: `lists.${order}`,
  title,
  group: 'lists',
  keys: [],
  isOn: ({ settings }) => (settings.getState().settings.sidebarOrder ?? 'name') === order,
  run: ({ settings }) => void settings.getState().change({ sidebarOrder: order }),
});

/** Commands for the lists of the sidebar. */
export const sidebarCommands: readonly Command[] = [
  {
    id: 'goTo',
    title: 'command.goTo',
    group: 'lists',
    keys: ['Mod+P'],
    inFields: true,
    // In the article the key prints.
    places: ['sidebar', 'list'],
    when: isWholeWindow,
    run: ({ shell }) => shell.getState().open({ name: 'go-to' }),
  },
  sorted('name', 'command.listsByName'),
  sorted('unread', 'command.listsByUnread'),
  sorted('latest', 'command.listsByLatest'),
];
