import { setFlagsFromString } from 'node:v8';
import { isMainThread, type Transferable, Worker } from 'node:worker_threads';

const YOUNG_GENERATION_MB = 12;

// Flags of V8 are the whole process's and nothing guards them: they are set once, before the first thread is there.
if (isMainThread) {
  // What outlives the young generation here is a few megabytes, and text that was on its way when it was collected. V8 would let
  // such a heap grow fourfold before it looks again; a fifth costs no time that could be measured and saves 40 MB in an import.
  setFlagsFromString('--heap-growing-percent=20');
  // What let-go.ts asks for.
  setFlagsFromString('--expose-gc');
}

/**
 * Starts a thread from the file of that name beside the caller's (`import.meta.url`): TypeScript as it is when run from
 * source, JavaScript when built, where every entry lies in one folder. `transfer` lists the ports handed over in the data.
 */
export function startThread(
  caller: string,
  name: string,
  workerData: unknown,
  transfer: readonly Transferable[] = [],
): Worker {
  const ending = caller.endsWith('.ts') ? 'ts' : 'js';
  return new Worker(new URL(`./${name}.${ending}`, caller), {
    workerData,
    transferList: [...transfer],
    // Text passes through the threads and is garbage at once: a small young generation finds it just as quickly, and the
    // process stays small. The old generation is not limited: a file of ten megabytes may need room.
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
  });
}
