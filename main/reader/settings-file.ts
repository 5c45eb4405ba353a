import { join } from 'node:path';
import { LowSync } from 'lowdb';
import { z } from 'zod';
import { DEFAULT_SETTINGS, Saved, Settings } from '../../preload/contract/contract.ts';
import type { Message } from '../../preload/contract/messages.ts';
import { JsonFile, type Migration, migrate, type Shape } from '../library/library.ts';

const Content = z.object({
  version: z.literal(2),
  settings: Settings,
  saved: z.array(Saved),
  /** The wire folder that was chosen; absent: the default. */
  wires: z.string().optional(),
});
export type SettingsContent = z.infer<typeof Content>;

/** Version 2 has the content of version 1. It stands for a library of stamped statuses, which 0.1.0 cannot read. */
const steps: readonly Migration[] = [(old) => old];

const shape: Shape<SettingsContent> = {
  parse: (text, onOlder) => Content.parse(migrate(JSON.parse(text), steps, onOlder)),
  print: (content) => `${JSON.stringify(content, null, 2)}\n`,
};

const DEFAULTS: SettingsContent = {
  version: 2,
  settings: DEFAULT_SETTINGS,
  saved: [],
};

/**
 * Opens `settings.json` of a data folder; `notice` hears of a damaged one. Writes it where there is none in today's layout:
 * an older program reads it first and is refused before it touches the library.
 */
export function openSettings(dataFolder: string, notice: (notice: Message) => void): LowSync<SettingsContent> {
  const path = join(dataFolder, 'settings.json');
  const low = new LowSync<SettingsContent>(new JsonFile(path, shape, notice), structuredClone(DEFAULTS));
  low.read();
  try {
    low.write();
  } catch {
    // Read-only, or no room: the settings can be used all the same, and the library says what it cannot write.
  }
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
