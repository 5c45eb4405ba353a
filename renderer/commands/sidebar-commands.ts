import type { MessageKey } from '../i18n/translate.ts';
import type { Command } from './command.ts';
import { focusedPane } from './focus.ts';

const sorted = (order: 'name' | 'unread', title: MessageKey): Command => ({
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
    when: () => focusedPane() !== 'article',
    run: ({ shell }) => shell.getState().open({ name: 'go-to' }),
  },
  sorted('name', 'command.listsByName'),
  sorted('unread', 'command.listsByUnread'),
];
