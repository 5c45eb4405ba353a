import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { app, dialog } from 'electron';
import type { Progress } from '../../preload/contract/contract.ts';
import type { Log } from '../log/log.ts';
import type { Words } from './words.ts';

/** A newer version of the program. */
export interface Update {
  readonly version: string;
  /** What has changed; empty if the feed does not say. */
  readonly notes: string;
}

/** Gets newer versions of the program from the feed that its package names. */
export interface Updater {
  /** The latest version if it is newer; undefined if not. Rejects if the feed cannot be read. */
  find(): Promise<Update | undefined>;
  /**
   * Downloads what was found, and verifies it: the checksum of the feed, and the signature where Windows or macOS have one. It is
   * installed when the app has quit. Rejects if it cannot be downloaded or verified.
   */
  fetch(): Promise<void>;
}

/** Where a copy of the program is. */
export interface Place {
  readonly resources: string;
  readonly executable: string;
  readonly platform: NodeJS.Platform;
  /** The file of an AppImage that runs. */
  readonly appImage: string | undefined;
}

/** Whether a copy may replace itself: its package names a feed, and neither a package manager nor an archive put it there. */
export function mayReplaceItself({ resources, executable, platform, appImage }: Place): boolean {
  // electron-builder writes it when a feed is named; it is in the deb, rpm and archives of the same build, too.
  if (!existsSync(join(resources, 'app-update.yml'))) return false;
  if (platform === 'linux') return appImage !== undefined;
  // Only the installer leaves this beside the program.
  if (platform === 'win32') return existsSync(join(dirname(executable), 'Uninstall Depesche.exe'));
  return platform === 'darwin';
}

/** The place of the program that runs; undefined if it is not packaged. */
export const ownPlace = (): Place | undefined =>
  app.isPackaged
    ? {
        resources: process.resourcesPath,
        executable: process.execPath,
        platform: process.platform,
        appImage: process.env.APPIMAGE,
      }
    : undefined;

export interface UpdateCheck {
  readonly updater: Updater;
  readonly log: Log;
  words(): Words;
  progress(): Progress | Promise<Progress>;
}

/** Characters of release notes that a message box has room for. */
const MAX_NOTES = 1_500;

/**
 * Looks for a newer version when the user asks for it, and downloads it if the user wants it: never during an import. It is
 * installed when the user quits, after the library has been closed. Never rejects; one check at a time.
 */
export function updateCheck({ updater, log, words, progress }: UpdateCheck): () => Promise<void> {
  let checking = false;

  const say = (message: string, detail = '') =>
    dialog.showMessageBox({ type: 'info', title: 'Depesche', message, detail, buttons: [words().ok], noLink: true });

  async function wants({ version, notes }: Update): Promise<boolean> {
    const { updateFound, updateFetch, updateLater } = words();
    const { response } = await dialog.showMessageBox({
      type: 'question',
      title: 'Depesche',
      message: updateFound(version),
      detail: notes.length > MAX_NOTES ? `${notes.slice(0, MAX_NOTES)}…` : notes,
      buttons: [updateFetch, updateLater],
      noLink: true,
      defaultId: 0,
      cancelId: 1,
    });
    return response === 0;
  }

  const isImporting = async () => ['importing', 'rebuilding'].includes((await progress()).state);

  async function check(): Promise<void> {
    if (await isImporting()) return void (await say(words().updateImporting));
    const update = await updater.find();
    if (update === undefined) return void (await say(words().upToDate));
    if (!(await wants(update))) return;
    // The question may have been open for hours.
    if (await isImporting()) return void (await say(words().updateImporting));
    await updater.fetch();
    await say(words().updateFetched(update.version), words().updateFetchedDetail);
  }

  return async () => {
    if (checking) return;
    checking = true;
    try {
      await check();
    } catch (error) {
      log.error('update-failed', error);
      await say(words().updateFailed, error instanceof Error ? error.message.slice(0, MAX_NOTES) : '');
    } finally {
      checking = false;
    }
  };
}
