import { readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Health, ReaderHandlers } from '../../preload/contract/contract.ts';
import type { Library } from '../library/library.ts';

const DAYS = 14;
const HOUR_MS = 3_600_000;

type HealthHandlers = Pick<ReaderHandlers, 'health.get' | 'library.verify'>;

export const healthHandlers = (library: Library): HealthHandlers => ({
  'health.get': () => healthOf(library, new Date()),
  'library.verify': async () => {
    const damage = await library.verify();
    return damage ? { damage } : {};
  },
});

async function healthOf(library: Library, now: Date): Promise<Health> {
  const starts = Array.from({ length: DAYS }, (_, i) =>
    new Date(now.getFullYear(), now.getMonth(), now.getDate() - (DAYS - 1 - i)).getTime(),
  );
  const end = now.getTime() + 1_000;
  const hour = library.arrivals([end - HOUR_MS, end]);
  const { all } = library.sidebar([]);
  const oldest = library.oldest();
  const folder = dirname(library.indexPath);
  return {
    days: starts.map((at) => new Date(at).toISOString()),
    sources: library.arrivals([...starts, end]),
    lastHour: hour.reduce((sum, { counts }) => sum + (counts[0] ?? 0), 0),
    dispatches: all.total,
    ...(oldest && { oldest: oldest.toISOString() }),
    bytes: {
      record: (await sizeOf(join(folder, 'library'))) + (await sizeOf(join(folder, 'journal'))),
      index: await sizeOf(folder, /^(?:index|search)\.sqlite/),
    },
  };
}

/** The bytes of the files in a folder; with `only`, of those directly in it that match. */
async function sizeOf(folder: string, only?: RegExp): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: only === undefined }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile() && (only?.test(entry.name) ?? true));
  const sizes = await Promise.all(
    // What is being renamed counts the next time.
    files.map(({ parentPath, name }) =>
      stat(join(parentPath, name)).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((a, b) => a + b, 0);
}
