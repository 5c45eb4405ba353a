import { app, dialog, shell } from 'electron';
import type { Host } from '../reader/reader.ts';
import { safeLink } from '../reader/safe-link.ts';

/** What the desktop does for the reader. */
export function desktopHost(): Host {
  return {
    name: 'electron',
    locale: app.getPreferredSystemLanguages()[0] ?? app.getLocale(),
    async openFolder(path) {
      const reason = await shell.openPath(path);
      return reason === '' ? { done: true } : { done: false, reason };
    },
    async chooseFolder(current) {
      const { canceled, filePaths } = await dialog.showOpenDialog({
        defaultPath: current,
        properties: ['openDirectory', 'createDirectory'],
      });
      return canceled ? undefined : filePaths[0];
    },
    async openLink(address) {
      const link = safeLink(address);
      if (link === undefined) return false;
      await shell.openExternal(link);
      return true;
    },
  };
}
