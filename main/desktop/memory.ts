import { readFileSync } from 'node:fs';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';

const Place = z.object({ x: z.int(), y: z.int(), width: z.int().min(200), height: z.int().min(200) });

/** State of the desktop only; everything about the reader is in its settings. */
const Memory = z.object({
  bounds: Place.optional(),
  /** The bounds for every arrangement of displays (`arrangementOf`) the window was in, the latest last. */
  places: z.array(z.object({ displays: z.string(), bounds: Place })).default([]),
  maximised: z.boolean().default(false),
  fullScreen: z.boolean().default(false),
  /** Closing the window hides it; on macOS programs always do so. */
  keepRunning: z.boolean().default(process.platform === 'darwin'),
});
type Memory = z.infer<typeof Memory>;

export interface DesktopMemory {
  get(): Memory;
  set(change: Partial<Memory>): void;
  /** Resolves when everything set is on disk. */
  written(): Promise<void>;
}

/** The memory in a file. A missing or damaged file means the defaults: nothing in it is important enough to bother the user. */
export function desktopMemory(file: string): DesktopMemory {
  let memory = read(file);
  let writing = Promise.resolve();
  return {
    get: () => memory,
    set(change) {
      memory = { ...memory, ...change };
      const text = `${JSON.stringify(memory, null, 2)}\n`;
      // A full disk must not end the reader; the window then opens where it was before.
      writing = writing.then(() => writeFileAtomic(file, text)).catch(() => undefined);
    },
    written: () => writing,
  };
}

function read(file: string): Memory {
  try {
    return Memory.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return Memory.parse({});
  }
}
