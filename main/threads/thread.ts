import { setFlagsFromString } from 'node:v8';
import { type Transferable, Worker } from 'node:worker_threads';

const YOUNG_GENERATION_MB = 12;

// Run from source, every thread strips types with Node's own WebAssembly module. The wrappers V8 compiles for its imports
// after 1,000 calls are shared by all threads, and V8 13.6 frees one twice when a thread ends while another one compiles
// the same (a crash of the whole process, once in some dozens of test runs). Without the compiled wrappers it cannot.
const fromSource = import.meta.url.endsWith('.ts');
if (fromSource) setFlagsFromString('--wasm-wrapper-tiering-budget=1000000000');

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
  const ending = fromSource ? 'ts' : 'js';
  return new Worker(new URL(`./${name}.${ending}`, caller), {
    workerData,
    transferList: [...transfer],
    // Text passes through the threads and is garbage at once: a small young generation finds it just as quickly, and the
    // process stays small. The old generation is not limited: a file of ten megabytes may need room.
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
  });
}
