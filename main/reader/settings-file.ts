import { join } from 'node:path';
import { LowSync } from 'lowdb';
import { z } from 'zod';
import { DEFAULT_SETTINGS, Saved, Settings } from '../../preload/contract/contract.ts';
import { Encoding } from '../../preload/contract/encoding.ts';
import { MAX_FOLDERS, WireFolder } from '../../preload/contract/folders.ts';
import type { Message } from '../../preload/contract/messages.ts';
import { JsonFile, type Migration, migrate, type Shape } from '../library/library.ts';

/** A setting that the file lacks, because an older program wrote it, has its default. */
const WrittenSettings = z.preprocess(
  (given) => (typeof given === 'object' && given !== null ? { ...DEFAULT_SETTINGS, ...given } : given),
  Settings,
);

const Content = z.object({
  version: z.literal(2),
  settings: WrittenSettings,
  saved: z.array(Saved),
  /** The wire folder that was chosen before there could be several. */
  wires: z.string().optional(),
  /** The wire folders that were chosen; absent: the default. */
  folders: z.array(WireFolder).max(MAX_FOLDERS).optional(),
  /** Folders outside the reader's own that the user has chosen for rules and digests to write to. */
  handovers: z.array(z.string()).max(100).optional(),
  /** Encodings that were chosen for single files, by the library's path. */
  encodings: z.record(z.string(), Encoding).optional(),
  /** The folder for backups that was chosen; absent: one in the data folder. */
  backups: z.string().optional(),
});
export type SettingsContent = z.infer<typeof Content>;

/**
 * Version 2 has the same content as version 1. The number shows that the library has stamped statuses, which 0.1.0 cannot read.
 */
const steps: readonly Migration[] = [(old) => old];

/** What is fixed counts instead of the user's own value, which the file keeps for the day it is not fixed any more. */
function shapeWith(fixed: Partial<Settings>): Shape<SettingsContent> {
  let own = onlyOf(DEFAULT_SETTINGS, fixed);
  return {
    parse(text, onOlder) {
      const content = withFolders(Content.parse(migrate(JSON.parse(text), steps, onOlder)));
      own = onlyOf(content.settings, fixed);
      return { ...content, settings: { ...content.settings, ...fixed } };
    },
    print: (content) => `${JSON.stringify({ ...content, settings: { ...content.settings, ...own } }, null, 2)}\n`,
  };
}

/** The one wire folder of 0.2.0 is the first of several. */
function withFolders({ wires, ...content }: SettingsContent): SettingsContent {
  if (!wires || content.folders !== undefined) return content;
  return { ...content, folders: [{ key: '', name: '', path: wires }] };
}

const onlyOf = (settings: Settings, fixed: Partial<Settings>): Partial<Settings> =>
  Object.fromEntries(Object.entries(settings).filter(([name]) => Object.hasOwn(fixed, name)));

const DEFAULTS: SettingsContent = {
  version: 2,
  settings: DEFAULT_SETTINGS,
  saved: [],
};

/**
 * Opens `settings.json` of a data folder; `notice` is called if it is damaged; `fixed` are settings an administrator has fixed. Writes it unless it exists in the current
 * layout: an older program reads it first and stops before it touches the library.
 */
export function openSettings(
  dataFolder: string,
  notice: (notice: Message) => void,
  fixed: Partial<Settings> = {},
): LowSync<SettingsContent> {
  const path = join(dataFolder, 'settings.json');
  const low = new LowSync<SettingsContent>(new JsonFile(path, shapeWith(fixed), notice), structuredClone(DEFAULTS));
  low.read();
  low.data.settings = { ...low.data.settings, ...fixed };
  try {
    low.write();
  } catch {
    // Read-only or full: the settings can still be used, and the library reports what it cannot write.
  }
  return low;
}

/** Changes a file and writes it. If that fails (a full disk), restores what it was and throws. */
export function keep<T extends object>(file: LowSync<T>, change: Partial<T>): void {
  const before = file.data;
  file.data = { ...before, ...change };
  try {
    file.write();
  } catch (error) {
    file.data = before;
    throw error;
  }
}

/** The window is to show the screens of the first start. Where that cannot be written, they are shown this once. */
export function greet(file: LowSync<SettingsContent>): void {
  file.data.settings = { ...file.data.settings, welcome: true };
  try {
    file.write();
  } catch {
    // Read-only or full: the library reports what it cannot write.
  }
}
