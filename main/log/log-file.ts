import { appendFileSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../make-folder.ts';
import { factsOf, line } from './lines.ts';
import type { Facts, Log } from './log.ts';

/** Bytes of a file; there are two, the current one and the one before it. */
const MAX_BYTES = 512 * 1024;

/**
 * The log of a data folder: `log/depesche.log`, and `log/depesche.1.log` with what came before. Writes each line at once, since the
 * last one before a crash is the one that matters. A log that cannot be written is not worth an error.
 */
export function openLog(dataFolder: string): Log {
  const folder = join(dataFolder, 'log');
  const file = join(folder, 'depesche.log');
  const earlier = join(folder, 'depesche.1.log');

  function write(event: string, facts: Facts): void {
    try {
      makeFolder(folder, 0o700);
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) >= MAX_BYTES) renameSync(file, earlier);
      appendFileSync(file, `${line(new Date(), process.pid, event, facts)}\n`, { mode: 0o600 });
    } catch {}
  }

  return {
    note: (event, facts = {}) => write(event, facts),
    error: (event, error, facts = {}) => write(event, { ...facts, ...factsOf(error) }),
    tail(lines) {
      const kept = linesOf(file);
      return (kept.length < lines ? [...linesOf(earlier), ...kept] : kept).slice(-lines);
    },
  };
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n').filter(Boolean);
  } catch {
    return [];
  }
}

/** Notes what ends this process without being caught; whether and how it ends stays as it is. */
export function logUncaught(log: Log): void {
  process.on('uncaughtExceptionMonitor', (error, origin) => log.error(origin, error));
}
