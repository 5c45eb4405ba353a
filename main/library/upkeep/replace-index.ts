import { type Message, message } from '../../../preload/contract/messages.ts';
import { reasonMessageOf } from '../../errors.ts';
import { adoptFoldCount, beginFilling } from '../index/fold-count.ts';
import type { Store } from '../index/store.ts';
import type { LibraryFiles } from '../record/day-files.ts';
import type { TextKeeper } from '../search-text/text-keeper.ts';
import { empty, isEmpty, rebuild } from './rebuild.ts';
import { rescue } from './rescue.ts';

/**
 * Rebuilds the index from the library's files, after saving to them what only the index has. Yields its progress in small
 * steps. False if a file could not be read or written; `notice` gets the reason.
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
  // Commits new changes first: otherwise their counts would be added to lists that have been emptied.
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
