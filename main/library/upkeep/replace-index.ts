import { type Message, message } from '../../../preload/contract/messages.ts';
import { reasonMessageOf } from '../../errors.ts';
import { adoptFoldCount, beginFilling } from '../index/fold-count.ts';
import type { Store } from '../index/store.ts';
import type { LibraryFiles } from '../record/day-files.ts';
import type { TextKeeper } from '../search-text/text-keeper.ts';
import { empty, isEmpty, rebuild } from './rebuild.ts';
import { rescue } from './rescue.ts';

/**
 * Rebuilds the index from the library's files, after writing into them what only the index still has; small steps, which yield
 * the progress. False when a file could not be read or written; `notice` gets why.
 */
export function* rebuildIndex(
  store: Store,
  files: LibraryFiles,
  text: TextKeeper,
  notice: (notice: Message) => void,
): Generator<{ done: number; total: number } | undefined, boolean> {
  const wasEmpty = isEmpty(store);
  try {
    if (!wasEmpty) for (const _ of rescue(store, files)) yield undefined;
  } catch (error) {
    notice(message('index.not-rescued', { reason: reasonMessageOf(error) }));
    return false;
  }
  // What came in between counts itself when it is committed, into lists that are about to be emptied.
  store.commit();
  store.begin();
  if (!wasEmpty) {
    empty(store);
    text.forget();
  }
  beginFilling(store);
  store.commit();
  let whole = true;
  yield* rebuild(store, files, (day, error) => {
    whole = false;
    notice(message('library.day-unreadable', { day, reason: reasonMessageOf(error) }));
  });
  if (whole) adoptFoldCount(store, files.root);
  return whole;
}
