import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { BackupName, type Backups, type Settings } from '../../preload/contract/contract.ts';
import { type Message, message } from '../../preload/contract/messages.ts';
import { makeBackup } from '../backup/make-backup.ts';
import { isRestoreStaged } from '../backup/restore.ts';
import { codeOf, reasonMessageOf } from '../errors.ts';
import { minuteName } from './minute-name.ts';
import { regularly } from './regularly.ts';

const LOOK_EVERY_MS = 10 * 60_000;
/** Until then the window has what it shows first. */
const FIRST_LOOK_MS = 60_000;

interface Parts {
  readonly dataFolder: string;
  readonly folder: () => string;
  readonly settings: () => Pick<Settings, 'dailyBackup' | 'keepBackups'>;
  readonly notice: (notice: Message) => void;
}

/** Makes the backups of a data folder, by hand or once a day, and keeps the newest. */
export class BackupKeeper {
  private readonly parts: Parts;
  private readonly stopLooking: () => void;
  private making: Promise<unknown> = Promise.resolve();

  constructor(parts: Parts) {
    this.parts = parts;
    this.stopLooking = regularly(() => void this.look(new Date()), FIRST_LOOK_MS, LOOK_EVERY_MS);
  }

  async list(): Promise<Backups> {
    const folder = this.parts.folder();
    const names = (await filesOf(folder)).filter((name) => BackupName.safeParse(name).success);
    const backups = await Promise.all(
      names.map(async (name) => {
        const { size, mtime } = await stat(join(folder, name));
        return { name, at: mtime.toISOString(), bytes: size };
      }),
    );
    return {
      folder,
      backups: backups.sort((a, b) => (a.at < b.at ? 1 : -1)),
      staged: isRestoreStaged(this.parts.dataFolder),
    };
  }

  /** One after the other. Then removes the oldest beyond the number to keep. */
  make(now: Date): Promise<void> {
    const made = this.making.catch(() => undefined).then(() => this.makeNow(now));
    this.making = made;
    return made;
  }

  /** The path of a backup in the folder. */
  pathOf(name: string): string {
    return join(this.parts.folder(), name);
  }

  /** Makes the backup of the day, if it is wanted and not there yet. */
  async look(now: Date): Promise<void> {
    if (!this.parts.settings().dailyBackup) return;
    try {
      const [newest] = (await this.list()).backups;
      if (newest && new Date(newest.at).toDateString() === now.toDateString()) return;
      await this.make(now);
    } catch (error) {
      this.parts.notice(message('backup.failed', { folder: this.parts.folder(), reason: reasonMessageOf(error) }));
    }
  }

  /** Resolves when none is being made any more. */
  async stop(): Promise<void> {
    this.stopLooking();
    await this.making.catch(() => undefined);
  }

  private async makeNow(now: Date): Promise<void> {
    const folder = this.parts.folder();
    await makeBackup(this.parts.dataFolder, join(folder, freeName(await filesOf(folder), now)), now);
    const { backups } = await this.list();
    for (const { name } of backups.slice(this.parts.settings().keepBackups)) await rm(join(folder, name));
  }
}

async function filesOf(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

/** Named after the minute, in the system's zone. */
function freeName(taken: readonly string[], now: Date): string {
  const name = `depesche-${minuteName(now)}`;
  let free = `${name}.zip`;
  for (let n = 2; taken.includes(free); n += 1) free = `${name}-${n}.zip`;
  return free;
}
