import { join } from 'node:path';
import { LowSync } from 'lowdb';
import { z } from 'zod';
import { DEFAULT_SETTINGS, Saved, Settings } from '../../preload/contract/contract.ts';
import type { Message } from '../../preload/contract/messages.ts';
import { JsonFile, type Migration, migrate, type Shape } from '../library/library.ts';

const Content = z.object({
  version: z.literal(1),
  settings: Settings,
  saved: z.array(Saved),
  /** The wire folder that was chosen; absent: the default. */
  wires: z.string().optional(),
});
export type SettingsContent = z.infer<typeof Content>;

const steps: readonly Migration[] = [];

const shape: Shape<SettingsContent> = {
  parse: (text) => Content.parse(migrate(JSON.parse(text), steps)),
  print: (content) => `${JSON.stringify(content, null, 2)}\n`,
};

const DEFAULTS: SettingsContent = {
  version: 1,
  settings: DEFAULT_SETTINGS,
  saved: [],
};

/** Opens `settings.json` of a data folder; `notice` hears of a damaged one. */
export function openSettings(dataFolder: string, notice: (notice: Message) => void): LowSync<SettingsContent> {
  const path = join(dataFolder, 'settings.json');
  const low = new LowSync<SettingsContent>(new JsonFile(path, shape, notice), structuredClone(DEFAULTS));
  low.read();
  return low;
}

/** Changes what is kept and writes it. What cannot be written (a full disk) stays as it was, and throws. */
export function keep(settings: LowSync<SettingsContent>, change: Partial<SettingsContent>): void {
  const before = settings.data;
  settings.data = { ...before, ...change };
  try {
    settings.write();
  } catch (error) {
    settings.data = before;
    throw error;
  }
}
