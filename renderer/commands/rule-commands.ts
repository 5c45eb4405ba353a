import type { Command } from './command.ts';

/** Commands for rules. */
export const ruleCommands: readonly Command[] = [
  {
    id: 'makeRule',
    title: 'command.makeRule',
    group: 'lists',
    keys: [],
    when: ({ list }) => {
      const { query, searchError } = list.getState();
      return (Boolean(query.search) || query.list === 'saved') && searchError === undefined;
    },
    run: ({ shell }) => shell.getState().open({ name: 'make-rule' }),
  },
  {
    id: 'rules',
    title: 'command.rules',
    group: 'app',
    keys: [],
    run: ({ shell }) => shell.getState().open({ name: 'rules' }),
  },
];
