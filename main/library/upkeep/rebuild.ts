import { isOfDatabase } from '../../errors.ts';
import { Dispatch } from '../../wire/dispatch.ts';
import { insert, restore } from '../changes/insert.ts';
import { replayMark } from '../changes/mark-line.ts';
import { mergeStatus } from '../changes/marks.ts';
import { setApplied } from '../index/applied.ts';
import { prepare } from '../index/index-entry.ts';
import { PROGRAM } from '../index/schema.ts';
import { statusOfId } from '../index/statuses.ts';
import type { Store } from '../index/store.ts';
import { Bookmark, type LibraryFiles, OLD_BOOKMARKS } from '../record/day-files.ts';
import type { Journal, JournalPlace } from '../record/journal.ts';
import { forgetRebuilt, isRebuilt, KINDS, noteRebuilt, type RebuiltSoFar } from './rebuilt-so-far.ts';

/** The journal line for a dispatch, given as JSON. */
export const dispatchLine = (json: string): string => `{"t":"d","dispatch":${json}}`;

const FIRST_SEGMENT = 1;
const TABLES = 'dispatch pending whole unsearched entry status status_apart verdict story story_keys'.split(' ');

export const isEmpty = (store: Store): boolean =>
  store.sql('SELECT 1 WHERE EXISTS (SELECT 1 FROM dispatch) OR EXISTS (SELECT 1 FROM status_apart)').get() ===
  undefined;

/** Deletes everything that can be rebuilt from the library's files. The list of files read stays: nothing else has it. */
export function empty(store: Store): void {
  for (const table of TABLES) store.db.exec(`DELETE FROM ${table}`);
  store.db.exec("INSERT INTO keys (keys) VALUES ('delete-all')");
  store.storyCandidates.forget();
  store.changed.noteAll();
  store.sql('DELETE FROM meta WHERE key <> ?').run(PROGRAM);
  store.db.exec('UPDATE list SET total = 0, unread = 0, folded = 0');
}

/**
 * Fills an index from the library's files, newest day first, one day per step, after those that are already in it. Yields its progress. An
 * unreadable file does not affect the others: `unreadable` gets its day or OLD_BOOKMARKS. Statuses come first, so that marks made while
 * the dispatches are added apply to them.
 */
export function* rebuild(
  store: Store,
  files: LibraryFiles,
  soFar: RebuiltSoFar | undefined,
  unreadable: (day: string, error: unknown) => void,
): Generator<{ done: number; total: number }> {
  const days = files.days();
  const total = days.length;
  let isContinuable = true;
  const attempt = (of: string, run: () => void) => {
    try {
      store.begin();
      run();
      store.commit();
    } catch (error) {
      if (isOfDatabase(error)) throw error;
      store.rollback();
      unreadable(of, error);
      // Which files could not be read is known to this process only.
      isContinuable = false;
      forgetRebuilt(store);
    }
  };
  for (const kind of KINDS)
    for (const [at, day] of days.entries()) {
      if (isRebuilt(soFar, { kind, day })) continue;
      attempt(day, () => {
        addFile(store, files, { kind, day });
        if (isContinuable) noteRebuilt(store, { kind, day });
      });
      yield { done: kind === 'statuses' ? 0 : kind === 'dispatches' ? at + 1 : total, total };
    }
  attempt(OLD_BOOKMARKS, () => {
    for (const bookmark of files.oldBookmarks()) {
      const id = addBookmark(store, bookmark);
      // Its day gets a file of bookmarks with the next folding.
      store.sql(`INSERT OR IGNORE INTO unfolded SELECT day FROM (${statusOfId('?1')})`).run(id);
    }
  });
}

function addFile(store: Store, files: LibraryFiles, { kind, day }: RebuiltSoFar): void {
  switch (kind) {
    case 'statuses':
      for (const [id, status] of Object.entries(files.statuses(day).data)) mergeStatus(store, id, day, status);
      break;
    case 'dispatches':
      for (const { json } of files.day(day).data) restore(store, prepare(Dispatch.parse(JSON.parse(json))), 0);
      break;
    case 'bookmarks':
      for (const bookmark of files.bookmarks(day).data) addBookmark(store, bookmark, day);
  }
}

/** Adds a bookmarked dispatch with its status, which is in the file of `day`; returns its id. */
function addBookmark(store: Store, text: string, day?: string): string {
  const { dispatch, status } = Bookmark.parse(JSON.parse(text));
  const prepared = prepare(dispatch);
  mergeStatus(store, prepared.id, day ?? prepared.day, status);
  // If its day file lacks it, the next folding adds it there, as if it were in the first segment: it may lose its bookmark
  // later.
  restore(store, prepared, FIRST_SEGMENT);
  return dispatch.id;
}

const LINES_A_STEP = 200;

/** Replays the journal after a position, a few hundred lines per step. Lines that cannot be read go to `unread`. */
export function* replay(
  store: Store,
  journal: Journal,
  from: JournalPlace,
  unread: (line: string, error: unknown) => void,
): Generator<void> {
  let count = 0;
  store.begin();
  for (const { line, place } of journal.lines(from)) {
    try {
      importFiles(store, line, place);
    } catch (error) {
      // A full disk or a damaged index is not the line's fault: it is replayed later.
      if (isOfDatabase(error)) throw error;
      unread(line, error);
    }
    setApplied(store, place);
    count += 1;
    if (count % LINES_A_STEP === 0) {
      store.commit();
      yield;
      store.begin();
    }
  }
  store.commit();
}

function importFiles(store: Store, line: string, place: JournalPlace): void {
  const entry: { readonly t: unknown; readonly dispatch?: unknown } = JSON.parse(line);
  if (entry.t === 'd') insert(store, prepare(Dispatch.parse(entry.dispatch)), place.segment);
  else replayMark(store, entry);
}
