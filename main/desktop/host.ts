import { app, dialog, shell } from 'electron';
import { message } from '../../preload/contract/messages.ts';
import type { Host } from '../reader/reader.ts';
import { safeLink } from '../reader/safe-link.ts';

/** What the desktop does for the reader. */
export function desktopHost(): Host {
  return {
    name: 'electron',
    locale: app.getPreferredSystemLanguages()[0] ?? app.getLocale(),
    documents: app.getPath('documents'),
    async openFolder(path) {
      const reason = await shell.openPath(path);
      if (reason === '') return { done: true };
      return { done: false, reason: message('folder.not-opened', { path, reason: message('system', { reason }) }) };
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
