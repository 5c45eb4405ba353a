/**
 * Has this thread's heap collected and given back. After a large import V8 would keep the room for hours, for it collects when
 * it needs more and an idle reader never does. Only threads made by `startThread` have V8's collector at hand.
 */
export function letGo(): void {
  globalThis.gc?.();
}
