import { type Message, message } from '../../../preload/contract/messages.ts';
import { reasonMessageOf } from '../../errors.ts';
import { adoptFoldCount, beginFilling } from '../index/fold-count.ts';
import type { Store } from '../index/store.ts';
import { type LibraryFiles, OLD_BOOKMARKS } from '../record/day-files.ts';
import type { TextKeeper } from '../search-text/text-keeper.ts';
import { empty, isEmpty, rebuild } from './rebuild.ts';
import { beginRebuilt, forgetRebuilt, rebuiltSoFar } from './rebuilt-so-far.ts';
import { rescue } from './rescue.ts';

/**
 * Rebuilds the index from the library's files, after saving to them what only the index has. Yields its progress in small
 * steps, and continues where it was interrupted. False when a file could not be written, and the index is as it was. Days whose files could not be read are withheld from
 * folding, and the next start rebuilds again. `notice` gets why.
 */
export function* rebuildIndex(
  store: Store,
  files: LibraryFiles,
  text: TextKeeper,
  notice: (notice: Message) => void,
): Generator<{ done: number; total: number } | undefined, boolean> {
  files.release();
  const soFar = rebuiltSoFar(store, files);
  if (!soFar && !(yield* makeEmpty(store, files, text, notice))) return false;
  const unreadable = new Map<string, unknown>();
  yield* rebuild(store, files, soFar, (day, error) => {
    unreadable.set(day, error);
    const reason = reasonMessageOf(error);
    const isOld = day === OLD_BOOKMARKS;
    notice(
      isOld ? message('library.bookmarks-unreadable', { reason }) : message('library.day-unreadable', { day, reason }),
    );
  });
  // Not earlier: what is in its other files belongs in the lists.
  for (const [day, error] of unreadable) files.withhold(day, error);
  forgetRebuilt(store);
  if (files.isKnown) adoptFoldCount(store, files.root);
  return true;
}

/** Empties the index after saving what only it has; false when that could not be saved. */
function* makeEmpty(
  store: Store,
  files: LibraryFiles,
  text: TextKeeper,
  notice: (notice: Message) => void,
): Generator<undefined, boolean> {
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
  beginRebuilt(store, files);
  store.commit();
  return true;
}
