import { app, Menu } from 'electron';
import type { Words } from './words.ts';

interface ShortcutActions {
  open(): void;
  run(command: string): void;
}

/** What the icon offers: tasks of the jump list on Windows, a menu in the dock of macOS. Linux has them in the menu entry. */
export function offerShortcuts(words: Words, { open, run }: ShortcutActions): void {
  if (process.platform === 'darwin') {
    const search = () => run('search');
    app.dock?.setMenu(
      Menu.buildFromTemplate([
        { label: words.open, click: open },
        { label: words.search, click: search },
      ]),
    );
  } else if (process.platform === 'win32' && app.isPackaged) {
    app.setUserTasks([unreadTask(words)]);
  }
}

/** Opened by another start of the program, which hands the link over to the running one. */
export const unreadTask = (words: Words): Electron.Task => ({
  program: process.execPath,
  arguments: 'depesche://search?q=is%3Aunread',
  iconPath: process.execPath,
  iconIndex: 0,
  title: words.unreadList,
  description: words.unreadList,
});
