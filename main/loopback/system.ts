import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { type Message, message } from '../../preload/contract/messages.ts';
import { reasonMessageOf } from '../errors.ts';
import type { Host } from '../reader/reader.ts';
import { safeLink } from '../reader/safe-link.ts';
import { documentsFolder } from './documents.ts';
import { folderDialog } from './folder-dialog.ts';

const openers: Partial<Record<NodeJS.Platform, string>> = { darwin: 'open', win32: 'explorer.exe' };

/**
 * The host functions that need only the programs every desktop has. `dialogs`: whether the user sits in front of this machine's
 * display, where a dialog can ask for a folder. `restart`: closes the reader and opens it again.
 */
export const browserHost = (dialogs: boolean, restart: () => void): Host => ({
  name: 'browser',
  restart,
  get documents() {
    return documentsFolder();
  },
  locale: Intl.DateTimeFormat().resolvedOptions().locale,
  openFolder: showFolder,
  revealFile: (path) => showFolder(dirname(path)),
  async openLink(address) {
    const link = safeLink(address);
    return link !== undefined && (await open(link)) === undefined;
  },
  ...folderDialog(dialogs),
});

async function showFolder(path: string): Promise<{ done: boolean; reason?: Message }> {
  const failure = await open(path);
  if (failure === undefined) return { done: true };
  return { done: false, reason: message('folder.not-opened', { path, reason: reasonMessageOf(failure) }) };
}

/** Opens something with the system's opener, never through a shell. Resolves with the reason if that could not be started. */
function open(what: string): Promise<Error | undefined> {
  const program = openers[process.platform] ?? 'xdg-open';
  return new Promise((resolve) => {
    const child = spawn(program, [what], { detached: true, stdio: 'ignore' });
    child.once('error', resolve);
    child.once('spawn', () => {
      child.unref();
      resolve(undefined);
    });
  });
}
