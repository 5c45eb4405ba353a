import { type Transferable, Worker } from 'node:worker_threads';

const YOUNG_GENERATION_MB = 12;

const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';

/**
 * Starts a thread from the file of that name beside the caller's (`import.meta.url`): TypeScript when run from
 * source, JavaScript when built, where every entry lies in one folder. `transfer` lists the ports handed over in the data.
 */
export function startThread(
  caller: string,
  name: string,
  workerData: unknown,
  transfer: readonly Transferable[] = [],
): Worker {
  return new Worker(new URL(`./${name}.${extension}`, caller), {
    workerData,
    transferList: [...transfer],
    // Text passes through the threads and is garbage at once: a small young generation finds it just as quickly, and the
    // process stays small. The old generation is not limited: a file of ten megabytes may need room.
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
  });
}
