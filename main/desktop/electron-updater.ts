import type { AppUpdater, UpdateInfo } from 'electron-updater';
import type { Updater } from './updates.ts';

/** The updates of the feed in `app-update.yml`, by electron-updater. It is loaded at the first check. */
export function electronUpdater(): Updater {
  let loading: Promise<AppUpdater> | undefined;
  const updater = () => {
    loading ??= load();
    return loading;
  };
  return {
    async find() {
      const result = await (await updater()).checkForUpdates();
      if (!result?.isUpdateAvailable) return undefined;
      const { version, releaseNotes } = result.updateInfo;
      return { version, notes: notesOf(releaseNotes) };
    },
    async fetch() {
      await (await updater()).downloadUpdate();
    },
  };
}

async function load(): Promise<AppUpdater> {
  const { autoUpdater } = await import('electron-updater');
  autoUpdater.autoDownload = false;
  autoUpdater.autoInstallOnAppQuit = true;
  autoUpdater.logger = null;
  return autoUpdater;
}

/** Text of one version, or of all that were left out. */
function notesOf(notes: UpdateInfo['releaseNotes']): string {
  if (!Array.isArray(notes)) return notes ?? '';
  return notes.map(({ version, note }) => `${version}\n${note ?? ''}`.trim()).join('\n\n');
}
