import type { MenuItemConstructorOptions } from 'electron';
import type { Words } from './words.ts';

/** An entry that runs a command of the renderer: its word, the command's name and the key shown beside it. */
type Entry = readonly [word: keyof Words & string, command: string, key?: string];

const separator = 'separator';

// Keys with a modifier only, and the same as in the renderer: a single key here would take it from every text field.
const file: readonly (Entry | typeof separator)[] = [
  ['openFolder', 'openFolder'],
  ['chooseFolder', 'chooseFolder'],
  ['problems', 'problems'],
  separator,
  ['exportMarkdown', 'exportMarkdown'],
  ['exportJson', 'exportJson'],
  separator,
  ['print', 'print', 'CmdOrCtrl+P'],
  separator,
  ['settings', 'settings', 'CmdOrCtrl+,'],
];
const view: readonly (Entry | typeof separator)[] = [
  ['search', 'search', 'CmdOrCtrl+F'],
  ['sidebar', 'sidebar', 'CmdOrCtrl+B'],
  separator,
  ['larger', 'larger', 'CmdOrCtrl+Plus'],
  ['smaller', 'smaller', 'CmdOrCtrl+-'],
  ['normalSize', 'normalSize', 'CmdOrCtrl+0'],
];
const dispatch: readonly (Entry | typeof separator)[] = [
  ['toggleRead', 'toggleRead'],
  ['toggleBookmark', 'toggleBookmark', 'CmdOrCtrl+D'],
  separator,
  ['nextUnread', 'nextUnread'],
  ['previousUnread', 'previousUnread'],
  separator,
  ['markAll', 'markAll'],
];
const help: readonly (Entry | typeof separator)[] = [
  ['palette', 'palette', 'CmdOrCtrl+K'],
  ['keys', 'help'],
  ['about', 'about'],
];

export interface MenuActions {
  /** Runs a command of the renderer by its name. */
  run(command: string): void;
  keepRunning: boolean;
  setKeepRunning(value: boolean): void;
}

/** The application menu. Roles for what the system knows itself, `command.run` for what the renderer does. */
export function menuTemplate(
  words: Words,
  { run, keepRunning, setKeepRunning }: MenuActions,
  platform: NodeJS.Platform,
): MenuItemConstructorOptions[] {
  const items = (entries: readonly (Entry | typeof separator)[]): MenuItemConstructorOptions[] =>
    entries.map((entry) => {
      if (entry === separator) return { type: 'separator' };
      const [word, command, accelerator] = entry;
      // Shown, not registered: the renderer listens to its keys itself.
      const key = accelerator === undefined ? {} : { accelerator, registerAccelerator: false };
      return { label: String(words[word]), click: () => run(command), ...key };
    });
  const closing: MenuItemConstructorOptions[] = [
    { type: 'separator' },
    {
      label: words.keepRunning,
      type: 'checkbox',
      checked: keepRunning,
      click: (item) => setKeepRunning(item.checked),
    },
    platform === 'darwin' ? { role: 'close' } : { role: 'quit', label: words.quit },
  ];
  return [
    ...(platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    { label: words.file, submenu: [...items(file), ...closing] },
    { label: words.edit, role: 'editMenu' },
    { label: words.view, submenu: [...items(view), { type: 'separator' }, { role: 'togglefullscreen' }] },
    { label: words.dispatch, submenu: items(dispatch) },
    { label: words.window, role: 'windowMenu' },
    { label: words.help, role: 'help', submenu: items(help) },
  ];
}
