import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { message } from '../../preload/contract/messages.ts';
import { failureOf, isOutOfRoom, UserError } from '../errors.ts';
import { Library, LibraryInUse } from '../library/library.ts';
import { startFacts } from '../log/lines.ts';
import { openLog } from '../log/log-file.ts';
import { inEnglish } from './print.ts';
import { folderOf, UsageError } from './usage.ts';

const FULL = 'disk.full-run-again';

/**
 * Runs `use` on the library of a data folder and closes it. With `mustExist`, a folder without a library is a usage error.
 * `died` rejects when nothing more can be added to the library. Returns 3 if another process has the library open.
 */
export async function withLibrary(
  data: string | undefined,
  mustExist: boolean,
  use: (library: Library, died: Promise<never>) => Promise<number>,
): Promise<number> {
  const folder = folderOf('--data', data);
  if (mustExist && !existsSync(join(folder, 'library')) && !existsSync(join(folder, 'journal'))) {
    throw new UsageError(message('usage.no-library', { folder }));
  }
  const log = openLog(folder);
  log.note('start', startFacts('command'));
  const ready = Promise.withResolvers<void>();
  const died = Promise.withResolvers<never>();
  // Only matters to callers that wait for it.
  died.promise.catch(() => undefined);
  try {
    const library = await Library.open(folder, {
      arrived: () => {},
      changed: () => {},
      rebuilding: (progress) => {
        if (!progress) ready.resolve();
      },
      over: () => {},
      failed: (error) => died.reject(error),
      notices: (notices) => {
        for (const { code } of notices) log.note('notice', { code });
        process.stderr.write(notices.map((notice) => `depesche: ${inEnglish(notice)}\n`).join(''));
      },
    });
    // A command that answers once must not answer from an index that is still being filled.
    const used = Promise.race([ready.promise, died.promise]).then(() => use(library, died.promise));
    return await closedAfter(used, library, folder);
  } catch (error) {
    log.error('failed', error);
    if (isOutOfRoom(error)) throw new UserError(failureOf(error, folder, FULL), { cause: error });
    if (!(error instanceof LibraryInUse)) throw error;
    process.stderr.write(`depesche: ${inEnglish(error.userMessage)}\n`);
    return error.exitCode;
  }
}

/** The first error is printed last; a failure to close the library is printed before it. */
async function closedAfter<T>(used: Promise<T>, library: Library, folder: string): Promise<T> {
  const closed = () => library.close();
  return used.then(
    (value) => closed().then(() => value),
    async (error: unknown) => {
      await closed().catch((also: unknown) =>
        process.stderr.write(`depesche: ${inEnglish(failureOf(also, folder, FULL))}\n`),
      );
      throw error;
    },
  );
}
