import { MAX_POSITIONS, type ReaderClient, type ReadingPosition } from '../../preload/contract/contract.ts';

/** Positions are kept this long after the last scrolling, and when the window is left. */
const SAVE_AFTER_MS = 1_000;

/** How far each article was read, by dispatch id. */
export interface ReadingPositions {
  get(id: string): ReadingPosition | undefined;
  /** Undefined: at the beginning. */
  set(id: string, position: ReadingPosition | undefined): void;
  /** Gets what the host has kept; what was read since then stays. */
  load(): Promise<void>;
}

export function createReadingPositions(client: ReaderClient): ReadingPositions {
  const positions = new Map<string, ReadingPosition>();
  const changed = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const save = () => {
    clearTimeout(timer);
    if (changed.size === 0) return;
    const left = [...changed].slice(-MAX_POSITIONS).map((id) => ({ id, position: positions.get(id) }));
    changed.clear();
    // Not worth a message: without it, a text begins at its top after the next start.
    client.call('positions.put', { left }).catch((error: unknown) => console.error('positions.put failed', error));
  };
  window.addEventListener('pagehide', save);
  return {
    get: (id) => positions.get(id),
    set(id, position) {
      if (position) positions.set(id, position);
      else if (!positions.delete(id)) return;
      changed.add(id);
      clearTimeout(timer);
      timer = setTimeout(save, SAVE_AFTER_MS);
    },
    async load() {
      try {
        const { positions: kept } = await client.call('positions.get', {});
        for (const { id, position } of kept) if (!positions.has(id)) positions.set(id, position);
      } catch (error) {
        console.error('positions.get failed', error);
      }
    },
  };
}
