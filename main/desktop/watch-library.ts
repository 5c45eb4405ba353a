import type { ListRow } from '../../preload/contract/contract.ts';
import type { Reader } from '../reader/reader.ts';
import { lastReceived, worthTelling } from './news.ts';

/** Rows requested per check: only the newest, however many have arrived. */
const NEWEST = 50;

export interface LibraryNews {
  readonly unread: number;
  /** Dispatches to notify the user of, newest first. */
  readonly rows: readonly ListRow[];
}

/**
 * Checks the library now and whenever it has changed, one check at a time, and passes on what is new since the previous one.
 * The first check only counts.
 */
export function watchLibrary(reader: Reader, onNews: (news: LibraryNews) => void): void {
  let since = new Date().toISOString();
  let looking = false;
  let again = false;

  async function look(): Promise<void> {
    const now = new Date().toISOString();
    const { unread } = await reader.handlers['sidebar.get']({});
    const { notify } = await reader.handlers['settings.get']({});
    const query = { list: 'unread', order: 'newest' } as const;
    const { rows } = await reader.handlers['list.window']({ query, offset: 0, limit: NEWEST });
    onNews({ unread: unread.total, rows: worthTelling(rows, { notify, since, now }) });
    since = lastReceived(rows, since);
  }

  async function lookUntilCurrent(): Promise<void> {
    again = true;
    if (looking) return;
    looking = true;
    while (again) {
      again = false;
      // After a failed check, the next change triggers another one.
      await look().catch(() => undefined);
    }
    looking = false;
  }

  reader.on('library.changed', () => void lookUntilCurrent());
  void lookUntilCurrent();
}
