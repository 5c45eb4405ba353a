import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

let kept = false;

/**
 * Has V8 keep the heaps of this process small from now on. Flags are the whole process's and nothing guards them: to be called
 * by the main thread, which does it once. Not before the program is loaded, for what Node has compiled beforehand fits its own
 * flags only: 70 ms of a start.
 */
export function keepHeapsSmall(): void {
  if (kept) return;
  kept = true;
  // What outlives the young generation here is a few megabytes, and text that was on its way when it was collected. V8 would let
  // such a heap grow fourfold before it looks again; a fifth costs no time that could be measured and saves 40 MB in an import.
  setFlagsFromString('--heap-growing-percent=20');
  // What `letGo` asks for.
  setFlagsFromString('--expose-gc');
}

/**
 * Has this thread's heap collected and given back, and SQLite's pages of a connection. After a large import V8 would keep the
 * room for hours, for it collects when it needs more and an idle reader never does. Takes some 40 ms.
 */
export function letGo(db?: { exec(sql: string): void }): void {
  db?.exec('PRAGMA shrink_memory');
  // Threads started since have V8's collector at hand; the contexts of the others are older than that.
  const collect = globalThis.gc ?? collectorOfNewContext();
  collect?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}

function collectorOfNewContext(): NodeJS.GCFunction | undefined {
  // Nothing but V8's function or undefined can be its value: the context is new.
  return runInNewContext('globalThis.gc') as NodeJS.GCFunction | undefined;
}
