import { Menu, Tray } from 'electron';
import type { Words } from './words.ts';

interface TrayActions {
  open(): void;
  quit(): void;
  keepRunning: boolean;
  setKeepRunning(value: boolean): void;
}

export interface TrayIcon {
  setUnread(words: Words, unread: number): void;
  setMenu(words: Words, actions: TrayActions): void;
}

/** The icon in the system's tray, from an icon file. */
export function createTray(icon: string, onClick: () => void): TrayIcon {
  const tray = new Tray(icon);
  tray.on('click', onClick);
  return {
    setUnread(words, unread) {
      tray.setToolTip(words.unread(unread));
      // Only macOS shows a text beside the icon.
      tray.setTitle(unread === 0 ? '' : String(unread));
    },
    setMenu: (words, { open, quit, keepRunning, setKeepRunning }) =>
      tray.setContextMenu(
        Menu.buildFromTemplate([
          { label: words.open, click: open },
          {
            label: words.keepRunning,
            type: 'checkbox',
            checked: keepRunning,
            click: (item) => setKeepRunning(item.checked),
          },
          { type: 'separator' },
          { label: words.quit, click: quit },
        ]),
      ),
  };
}
