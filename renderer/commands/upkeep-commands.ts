import type { Command } from './command.ts';
import { makeBackup, verifyLibrary } from './host-actions.ts';

const health: Command['run'] = ({ shell }) => shell.getState().open({ name: 'health' });

/** The health page and what can be done on it. */
export const upkeepCommands: readonly Command[] = [
  { id: 'health', title: 'command.health', group: 'app', keys: [], run: health },
  {
    id: 'makeBackup',
    title: 'command.makeBackup',
    group: 'app',
    keys: [],
    run: (stores) => void makeBackup(stores),
  },
  { id: 'restoreBackup', title: 'command.restoreBackup', group: 'app', keys: [], run: health },
  {
    id: 'verifyLibrary',
    title: 'command.verifyLibrary',
    group: 'app',
    keys: [],
    run: (stores) => void verifyLibrary(stores),
  },
];
