import type { Command } from './command.ts';
import { focusedPane } from './focus.ts';

/** Goes to a list by its name. Where the article has the focus, its key prints. */
export const goToCommands: readonly Command[] = [
  {
    id: 'goTo',
    title: 'command.goTo',
    group: 'lists',
    keys: ['Mod+P'],
    inFields: true,
    when: () => focusedPane() !== 'article',
    run: ({ shell }) => shell.getState().open({ name: 'go-to' }),
  },
];
