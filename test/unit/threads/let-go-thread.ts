import { parentPort } from 'node:worker_threads';
import { letGo } from '../../../main/threads/heaps.ts';

// A weak reference keeps what it names until the turn it was made in is over.
const held = new WeakRef({ text: 'x'.repeat(1_000) });
setImmediate(() => {
  letGo();
  parentPort?.postMessage(held.deref() === undefined);
});
