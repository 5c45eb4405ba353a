import { isAbsolute, resolve } from 'node:path';
import type { LowSync } from 'lowdb';
import type { ReaderHandlers } from '../../preload/contract/contract.ts';
import { message } from '../../preload/contract/messages.ts';
import { cancelRestore, mergeBackup, stageRestore } from '../backup/restore.ts';
import { messageOf } from '../errors.ts';
import type { Library } from '../library/library.ts';
import type { BackupKeeper } from './backups.ts';
import { keep, type SettingsContent } from './settings-file.ts';
import type { Host } from './types.ts';

type BackupHandlers = Pick<
  ReaderHandlers,
  'backup.get' | 'backup.make' | 'backup.folder' | 'backup.restore' | 'backup.cancel'
>;

interface Parts {
  readonly backups: BackupKeeper;
  readonly library: Library;
  readonly dataFolder: string;
  readonly settings: LowSync<SettingsContent>;
  readonly host: Host;
}

export function backupHandlers({ backups, library, dataFolder, settings, host }: Parts): BackupHandlers {
  /** What goes wrong is said in the window: the reason is often a file of the user's. */
  const attempt = async <T extends object>(run: () => Promise<T>) => {
    try {
      return { done: true, ...(await run()) };
    } catch (error) {
      return { done: false, reason: messageOf(error) };
    }
  };
  return {
    'backup.get': () => backups.list(),
    'backup.make': () =>
      attempt(async () => {
        await backups.make(new Date());
        return {};
      }),
    'backup.folder': async () => {
      const { folder } = await backups.list();
      if (!host.chooseFolder) return { done: false, reason: message('folder.path-needed') };
      const chosen = await host.chooseFolder(folder);
      if (chosen === undefined) return { done: false };
      if (!isAbsolute(chosen)) return { done: false, reason: message('folder.relative', { path: chosen }) };
      keep(settings, { backups: resolve(chosen) });
      return { done: true };
    },
    'backup.restore': ({ name, mode }) =>
      attempt(async () => {
        if (mode === 'merge') return mergeBackup(library, dataFolder, backups.pathOf(name));
        await stageRestore(dataFolder, backups.pathOf(name));
        return {};
      }),
    'backup.cancel': async () => {
      await cancelRestore(dataFolder);
      return {};
    },
  };
}
