import { spawn } from 'node:child_process';
import { message } from '../../preload/contract/messages.ts';
import { reasonMessageOf } from '../errors.ts';
import type { Host } from '../reader/reader.ts';
import { safeLink } from '../reader/safe-link.ts';
import { documentsFolder } from './documents.ts';
import { folderDialog } from './folder-dialog.ts';

const openers: Partial<Record<NodeJS.Platform, string>> = { darwin: 'open', win32: 'explorer.exe' };

/**
 * The host functions that need only the programs every desktop has. `dialogs`: whether the user sits in front of this machine's
 * display, where a dialog can ask for a folder.
 */
export const browserHost = (dialogs: boolean): Host => ({
  name: 'browser',
  get documents() {
    return documentsFolder();
  },
  locale: Intl.DateTimeFormat().resolvedOptions().locale,
  async openFolder(path) {
    const failure = await open(path);
    return failure === undefined
      ? { done: true }
      : { done: false, reason: message('folder.not-opened', { path, reason: reasonMessageOf(failure) }) };
  },
  async openLink(address) {
    const link = safeLink(address);
    return link !== undefined && (await open(link)) === undefined;
  },
  ...folderDialog(dialogs),
});

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
