import type { MenuItemConstructorOptions } from 'electron';
import type { HistoryNames, Settings } from '../../preload/contract/contract.ts';
import type { StartAtLogin } from './start-at-login.ts';
import type { Words } from './words.ts';

/** An entry that runs a command of the renderer: its label, the command's name and the shortcut shown next to it. */
type Entry = readonly [word: keyof Words & string, command: string, key?: string];

const separator = 'separator';

// Only keys with a modifier, the same as in the renderer: a single key here would stop working in every text field.
const file: readonly (Entry | typeof separator)[] = [
  ['openFolder', 'openFolder'],
  ['chooseFolder', 'chooseFolder'],
  ['problems', 'problems'],
  separator,
  ['export', 'export', 'CmdOrCtrl+E'],
  ['exportList', 'exportList'],
  ['exportBookmarks', 'exportBookmarks'],
  separator,
  ['print', 'print', 'CmdOrCtrl+P'],
];
const settings: Entry = ['settings', 'settings', 'CmdOrCtrl+,'];
const view: readonly (Entry | typeof separator)[] = [
  ['search', 'search'],
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
  ['copyDiagnostics', 'copyDiagnostics'],
  ['about', 'about'],
];

export interface MenuActions {
  /** Keys that the user has changed, by command; absent: none. */
  readonly shortcuts?: Settings['shortcuts'];
  /** What undo and redo would do; absent: nothing that has a name. */
  readonly history?: HistoryNames;
  /** Runs a command of the renderer by its name. */
  run(command: string): void;
  toggleMaximised(): void;
  keepRunning: boolean;
  setKeepRunning(value: boolean): void;
  /** Absent: the app is not installed. */
  readonly login?: StartAtLogin | undefined;
  /** Absent: nobody may update this copy from within. */
  readonly checkForUpdates?: (() => void) | undefined;
}

/**
 * The application menu: roles for system functions, `run` for commands of the renderer. Every role has our own label: the
 * default would be in English.
 */
export function menuTemplate(
  words: Words,
  actions: MenuActions,
  platform: NodeJS.Platform,
): MenuItemConstructorOptions[] {
  const { run, shortcuts, history = {}, keepRunning, setKeepRunning, login, checkForUpdates } = actions;
  const mac = platform === 'darwin';
  const named: Readonly<Record<string, string | undefined>> = {
    undo: history.undo && labelOf(history.undo),
    redo: history.redo && labelOf(history.redo),
  };
  const items = (entries: readonly (Entry | typeof separator)[]): MenuItemConstructorOptions[] =>
    entries.map((entry) => {
      if (entry === separator) return { type: 'separator' };
      const [word, command, ownKey] = entry;
      const changed = shortcuts?.[command];
      const accelerator = changed === undefined ? ownKey : acceleratorOf(changed);
      // Shown, not registered: the renderer listens to its keys itself.
      const key = accelerator === undefined ? {} : { accelerator, registerAccelerator: false };
      return { label: named[command] ?? String(words[word]), click: () => run(command), ...key };
    });
  const closing: MenuItemConstructorOptions[] = [
    { type: 'separator' },
    {
      label: words.keepRunning,
      type: 'checkbox',
      checked: keepRunning,
      click: (item) => setKeepRunning(item.checked),
    },
    ...(login === undefined ? [] : [loginItem(words, login)]),
    mac ? { role: 'close', label: words.close } : { role: 'quit', label: words.quit },
  ];
  const updating: MenuItemConstructorOptions[] =
    checkForUpdates === undefined ? [] : [{ label: words.checkForUpdates, click: () => checkForUpdates() }];
  // Both also concern marks: the renderer knows whether a text field has the focus.
  const edit: MenuItemConstructorOptions[] = [
    ...items([
      ['undo', 'undo', 'CmdOrCtrl+Z'],
      ['redo', 'redo', 'CmdOrCtrl+Shift+Z'],
    ]),
    { type: 'separator' },
    { role: 'cut', label: words.cut },
    { role: 'copy', label: words.copy },
    { role: 'paste', label: words.paste },
    { role: 'delete', label: words.delete },
    { type: 'separator' },
    { role: 'selectAll', label: words.selectAll },
    { type: 'separator' },
    ...items([['find', 'find', 'CmdOrCtrl+F']]),
  ];
  return [
    ...(mac ? [appMenu(words, items([settings]), run)] : []),
    { label: words.file, submenu: [...items(mac ? file : [...file, separator, settings]), ...closing] },
    { label: words.edit, submenu: edit },
    {
      label: words.view,
      submenu: [...items(view), { type: 'separator' }, { role: 'togglefullscreen', label: words.fullScreen }],
    },
    { label: words.dispatch, submenu: items(dispatch) },
    { label: words.window, role: 'window', submenu: windowItems(words, actions, mac) },
    { label: words.help, role: 'help', submenu: [...items(help), ...updating] },
  ];
}

/** As a menu shows a text: an ampersand would underline the next letter. */
const labelOf = (text: string): string =>
  (text.length > MAX_LABEL_CHARS ? `${text.slice(0, MAX_LABEL_CHARS - 1)}…` : text).replaceAll('&', '&&');

const MAX_LABEL_CHARS = 60;

/**
 * The first of some keys, in the renderer's notation, that a menu can show: Electron refuses names it does not know, and a key
 * without a modifier would stop working in text fields on macOS.
 */
function acceleratorOf(keys: readonly string[]): string | undefined {
  const shown = keys.find((key) => /^Mod\+(?:Shift\+)?[!-~]$/.test(key));
  return shown?.replace(/\+$/, 'Plus').replace('Mod', 'CmdOrCtrl');
}

const loginItem = (words: Words, login: StartAtLogin): MenuItemConstructorOptions => ({
  label: words.startAtLogin,
  type: 'checkbox',
  checked: login.get(),
  click: (item) => login.set(item.checked),
});

/** The menu that macOS shows under the name of the app; `preferences` belong there. */
function appMenu(
  words: Words,
  preferences: MenuItemConstructorOptions[],
  run: MenuActions['run'],
): MenuItemConstructorOptions {
  return {
    role: 'appMenu',
    label: 'Depesche',
    submenu: [
      { label: words.about, click: () => run('about') },
      { type: 'separator' },
      ...preferences,
      { type: 'separator' },
      { role: 'services', label: words.services },
      { type: 'separator' },
      { role: 'hide', label: words.hide },
      { role: 'hideOthers', label: words.hideOthers },
      { role: 'unhide', label: words.showAll },
      { type: 'separator' },
      { role: 'quit', label: words.quitApp },
    ],
  };
}

function windowItems(words: Words, actions: MenuActions, mac: boolean): MenuItemConstructorOptions[] {
  const minimise: MenuItemConstructorOptions = { role: 'minimize', label: words.minimise };
  if (mac) {
    const front: MenuItemConstructorOptions = { role: 'front', label: words.toFront };
    return [minimise, { role: 'zoom', label: words.zoom }, { type: 'separator' }, front];
  }
  // The role `zoom` does something on macOS only.
  const maximise: MenuItemConstructorOptions = { label: words.maximise, click: actions.toggleMaximised };
  return [minimise, maximise, { role: 'close', label: words.close }];
}
