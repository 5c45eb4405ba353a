import { DEFAULT_SETTINGS } from '../../preload/contract/contract.ts';
import { isSidebarOver } from '../common/use-narrow.ts';
import type { Stores } from '../state/stores.ts';
import type { Command } from './command.ts';
import { drawThenFocus, focusPane, keepFocus } from './focus.ts';
import { chooseFolder, openFolder } from './host-actions.ts';

const dialog = (name: 'settings' | 'help' | 'palette' | 'problems' | 'about') => (stores: Stores) =>
  stores.shell.getState().open({ name });

const textSize = (next: (size: number) => number) => (stores: Stores) => {
  const { settings, change } = stores.settings.getState();
  void change({ textSize: Math.max(12, Math.min(28, next(settings.textSize))) });
};

function toggleImport({ ask, sidebar }: Stores): void {
  void ask(sidebar.getState().progress.state === 'paused' ? 'import.resume' : 'import.pause', {});
}

function toggleSidebar({ shell }: Stores): void {
  const { sidebarHidden, hideSidebar, toggleSidebar: toggle } = shell.getState();
  if (isSidebarOver()) {
    drawThenFocus(toggle, () => focusPane(shell.getState().sidebarOpen ? 'sidebar' : shell.getState().front));
  } else {
    drawThenFocus(
      () => hideSidebar(!sidebarHidden),
      () => keepFocus('list'),
    );
  }
}

/** Commands of the program: dialogs, folders, text size. */
export const appCommands: readonly Command[] = [
  { id: 'problems', title: 'command.problems', group: 'app', keys: [], run: dialog('problems') },
  {
    id: 'pauseImport',
    title: 'command.pauseImport',
    group: 'app',
    keys: [],
    when: ({ sidebar }) => ['importing', 'paused'].includes(sidebar.getState().progress.state),
    run: toggleImport,
  },
  { id: 'openFolder', title: 'command.openFolder', group: 'app', keys: [], run: (stores) => void openFolder(stores) },
  {
    id: 'chooseFolder',
    title: 'command.chooseFolder',
    group: 'app',
    keys: [],
    run: (stores) => void chooseFolder(stores),
  },
  {
    id: 'rebuildIndex',
    title: 'command.rebuildIndex',
    group: 'app',
    keys: [],
    run: ({ ask }) => void ask('library.rebuild', {}),
  },
  {
    id: 'larger',
    repeats: true,
    title: 'command.larger',
    group: 'app',
    keys: ['Mod++', 'Mod+='],
    run: textSize((size) => size + 1),
  },
  {
    id: 'smaller',
    repeats: true,
    title: 'command.smaller',
    group: 'app',
    keys: ['Mod+-'],
    run: textSize((size) => size - 1),
  },
  {
    id: 'normalSize',
    title: 'command.normalSize',
    group: 'app',
    keys: ['Mod+0'],
    run: textSize(() => DEFAULT_SETTINGS.textSize),
  },
  {
    id: 'sidebar',
    title: 'command.sidebar',
    group: 'app',
    keys: ['Mod+B'],
    run: toggleSidebar,
  },
  { id: 'settings', title: 'command.settings', group: 'app', keys: ['Mod+,'], run: dialog('settings') },
  { id: 'palette', title: 'command.palette', group: 'app', keys: ['Mod+K'], inFields: true, run: dialog('palette') },
  { id: 'help', title: 'command.help', group: 'app', keys: ['?'], run: dialog('help') },
  { id: 'about', title: 'command.about', group: 'app', keys: [], run: dialog('about') },
];
