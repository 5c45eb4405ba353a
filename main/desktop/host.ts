import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, dialog, shell } from 'electron';
import type { HistoryNames } from '../../preload/contract/contract.ts';
import { message } from '../../preload/contract/messages.ts';
import type { View } from '../../preload/contract/view.ts';
import type { Host } from '../reader/reader.ts';
import { safeLink } from '../reader/safe-link.ts';
import { dragFile } from './drag-file.ts';
import { systemKeychain } from './keychain.ts';
import { pdfOf } from './pdf.ts';
import type { Words } from './words.ts';

/** BCP 47: the language the system prefers. */
export const systemLocale = (): string => app.getPreferredSystemLanguages()[0] ?? app.getLocale();

/** The host functions of the desktop, in the language of `words`. `icon`: the picture of what is dragged out of a window. */
export function desktopHost(
  words: () => Words,
  openWindow: (view: View) => void,
  icon: string,
  restart: () => void,
  nameHistory: (names: HistoryNames) => void,
): Host {
  return {
    name: 'electron',
    locale: systemLocale(),
    documents: app.getPath('documents'),
    keychain: systemKeychain,
    async openFolder(path) {
      const reason = await shell.openPath(path);
      if (reason === '') return { done: true };
      return { done: false, reason: message('folder.not-opened', { path, reason: message('system', { reason }) }) };
    },
    async revealFile(path) {
      shell.showItemInFolder(path);
      return { done: true };
    },
    async chooseFolder(current) {
      const { canceled, filePaths } = await dialog.showOpenDialog({
        defaultPath: current,
        properties: ['openDirectory', 'createDirectory'],
      });
      return canceled ? undefined : filePaths[0];
    },
    pdfOf,
    async saveFile(name, content) {
      const { canceled, filePath } = await dialog.showSaveDialog({
        title: words().saveExport,
        defaultPath: join(app.getPath('documents'), name),
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      });
      if (canceled || filePath === '') return false;
      await writeFile(filePath, content);
      return true;
    },
    openWindow,
    restart,
    nameHistory,
    dragFile: (name, text) => dragFile(name, text, icon),
    async openLink(address) {
      const link = safeLink(address);
      if (link === undefined) return false;
      await shell.openExternal(link);
      return true;
    },
  };
}
