import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { type Message, message } from '../../preload/contract/messages.ts';
import { UserError } from '../errors.ts';
import { InboxClient } from '../inbox/inbox-client.ts';
import type { InboxEvent } from '../inbox/messages.ts';
import { isSameFolder } from '../inbox/real-path.ts';
import type { Library } from '../library/library.ts';
import { ProgressMeter } from '../reader/progress.ts';
import { openSettings } from '../reader/settings-file.ts';
import { foldersAt, readingOf } from '../reader/wire-folders.ts';
import { withLibrary } from './open-library.ts';
import { inEnglish, print } from './print.ts';
import { folderOf, foldersOf, UsageError } from './usage.ts';

const options = { wires: { type: 'string', multiple: true }, data: { type: 'string' } } as const;

/**
 * `depesche import --wires DIR… --data DIR`: reads new files once, reports its progress on standard error, and finally prints
 * one JSON object: files, dispatches, problems, seconds, peakMemoryMB.
 */
export async function importAll(args: string[]): Promise<number> {
  const { wires, data } = parseArgs({ args, options }).values;
  const roots = foldersOf('--wires', wires ?? ['']);
  for (const folder of roots) {
    if (!existsSync(folder)) throw new UsageError(message('usage.folder-missing', { option: '--wires', folder }));
    if (isSameFolder(folder, folderOf('--data', data)))
      throw new UsageError(message('usage.folder-data', { option: '--wires', folder }));
  }
  const began = performance.now();
  let result: Settled | undefined;
  const code = await withLibrary(data, false, async (library, died) => {
    result = await settled(library, roots, died);
    return 0;
  });
  if (!result) return code;
  const { files, imported, problems } = result;
  const report = {
    files,
    dispatches: imported.new + imported.versions,
    known: imported.known,
    problems,
    seconds: Math.round(performance.now() - began) / 1000,
    // Kilobytes on every system that Node runs on (libuv, uv_getrusage).
    peakMemoryMB: Math.round(process.resourceUsage().maxRSS / 1024),
  };
  await print(`${JSON.stringify(report)}\n`);
  return code;
}

type Settled = Extract<InboxEvent, { kind: 'settled' }>;

async function settled(library: Library, roots: readonly string[], died: Promise<never>): Promise<Settled> {
  const meter = new ProgressMeter();
  // Settings of folders count here, too: the same file must not be read in two ways.
  const folders = foldersAt(roots, openSettings(dirname(library.indexPath), () => undefined).data.folders).map(
    (folder) => ({ root: folder.path, reading: readingOf(folder), away: false }),
  );
  const start = { folders, index: library.indexPath, connect: () => library.inboxPort(), once: true };
  const { promise, resolve: done, reject } = Promise.withResolvers<Settled>();
  const inbox = new InboxClient(start, (event) => {
    if (event.kind === 'settled') done(event);
    else if (event.kind === 'progress') showProgress(meter, event);
    // The reason has been printed, and a command does not wait until the user frees space.
    else if (event.kind === 'refused') reject(new UserError(unfinished(library)));
    else if (event.message !== undefined) reject(new UserError(event.message));
  });
  try {
    return await Promise.race([promise, died]);
  } finally {
    await inbox.close();
  }
}

const unfinished = (library: Library): Message => message('import.incomplete', { folder: dirname(library.indexPath) });

function showProgress(meter: ProgressMeter, event: Extract<InboxEvent, { kind: 'progress' }>): void {
  const { done, total, rate, secondsLeft } = meter.measure(event.state, event.done, event.total, Date.now());
  if (total === 0) return;
  const values = { done, total, rate: Math.round(rate) };
  const progress =
    secondsLeft === undefined
      ? message('import.progress', values)
      : message('import.progress-left', { ...values, seconds: Math.ceil(secondsLeft) });
  process.stderr.write(`${inEnglish(progress)}\n`);
}
