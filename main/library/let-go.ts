import { runInNewContext } from 'node:vm';
import type { Database } from './database.ts';

/**
 * Has this thread's heap collected and given back, and SQLite's pages of a connection. After a large import V8 would keep the
 * room for hours, for it collects when it needs more and an idle reader never does. Takes some 40 ms.
 */
export function letGo(db?: Database): void {
  db?.exec('PRAGMA shrink_memory');
  // Threads have V8's collector at hand (thread.ts); the main thread's context is older than that.
  const collect = globalThis.gc ?? collectorOfNewContext();
  collect?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}

function collectorOfNewContext(): NodeJS.GCFunction | undefined {
  // Nothing but V8's function or undefined can be its value: the context is new.
  return runInNewContext('globalThis.gc') as NodeJS.GCFunction | undefined;
}
