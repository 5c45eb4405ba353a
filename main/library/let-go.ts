import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Has this thread's heap collected and given back. After a large import V8 would keep the room for hours, for it collects when
 * it needs more and an idle reader never does. V8 has no other door to its collector than this flag (Node docs, `v8`).
 */
export function letGo(): void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  setFlagsFromString('--no-expose-gc');
  if (typeof collect === 'function') collect();
}
