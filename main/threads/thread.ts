import { type Transferable, Worker } from 'node:worker_threads';

const YOUNG_GENERATION_MB = 12;

const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';

/**
 * Starts a thread from the file of that name next to the caller's (`import.meta.url`): TypeScript when run from source,
 * JavaScript when built, where all entries are in one folder. `transfer` lists the ports passed in the data.
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
    // Text that passes through the threads soon becomes garbage: a small young generation collects it just as fast, and the
    // process stays small. The old generation is not limited: a file of ten megabytes may need room.
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
  });
}
