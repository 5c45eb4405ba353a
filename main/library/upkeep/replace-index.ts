import { type Message, message } from '../../../preload/contract/messages.ts';
import { reasonMessageOf } from '../../errors.ts';
import { adoptStamp, beginFilling } from '../index/stamp.ts';
import type { Store } from '../index/store.ts';
import type { LibraryFiles } from '../record/day-files.ts';
import type { TextKeeper } from '../search-text/text-keeper.ts';
import { empty, isEmpty, rebuild } from './rebuild.ts';
import { rescue } from './rescue.ts';

/**
 * Fills the index from the library's files, and those first with what only the index still has; small steps, which yield how far
 * it is. False when a file could not be read or written, which `notice` has been told.
 */
export function* makeAnew(
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
  if (whole) adoptStamp(store, files.root);
  return whole;
}
