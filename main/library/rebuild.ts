import { Dispatch } from '../wire/dispatch.ts';
import type { LibraryFiles } from './files.ts';
import { insert } from './insert.ts';
import type { Journal, JournalPlace } from './journal.ts';
import { type MarkLine, mergeStatus, replayMark } from './marks.ts';
import { prepare } from './prepared.ts';
import type { Store } from './store.ts';

/** What the journal holds of a dispatch. */
export interface DispatchLine {
  readonly t: 'd';
  readonly dispatch: Dispatch;
}

export const dispatchLine = (json: string): string => `{"t":"d","dispatch":${json}}`;

const TABLES = 'dispatch whole unsearched entry status verdict carried file problem meta'.split(' ');

/** Forgets everything that the index holds. */
export function empty(store: Store): void {
  for (const table of TABLES) store.db.exec(`DELETE FROM ${table}`);
  store.db.exec('UPDATE list SET total = 0, unread = 0');
}

/** Fills an empty index from the library's files, newest day first; a step a day. Yields how far it is. */
export function* rebuild(store: Store, files: LibraryFiles): Generator<{ done: number; total: number }> {
  const days = files.days();
  const takeIn = (json: string) => {
    insert(store, prepare(Dispatch.parse(JSON.parse(json))), 0);
  };
  for (const [done, day] of days.entries()) {
    store.begin();
    for (const [id, status] of Object.entries(files.statuses(day).data)) mergeStatus(store, id, day, status);
    for (const { json } of files.day(day).data) takeIn(json);
    store.commit();
    yield { done: done + 1, total: days.length };
  }
  store.begin();
  for (const { dispatch, status } of files.bookmarks().data) {
    const prepared = prepare(dispatch);
    mergeStatus(store, prepared.id, prepared.day, status);
    insert(store, prepared, 0);
  }
  store.commit();
}

const LINES_A_STEP = 200;

/** Takes in what the journal holds behind a place; a step a few hundred lines. Lines it cannot read go to `damaged`. */
export function* replay(
  store: Store,
  journal: Journal,
  from: JournalPlace,
  damaged: (line: string, error: unknown) => void,
): Generator<void> {
  let count = 0;
  store.begin();
  for (const { line, place } of journal.lines(from)) {
    try {
      takeIn(store, line, place);
    } catch (error) {
      damaged(line, error);
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

function takeIn(store: Store, line: string, place: JournalPlace): void {
  const entry: DispatchLine | MarkLine = JSON.parse(line);
  if (entry.t === 'd') {
    insert(store, prepare(Dispatch.parse(entry.dispatch)), place.segment);
  } else replayMark(store, entry);
}

/** Notes in the index how much of the journal it has taken in; to be called within the transaction that does so. */
export const setApplied = (store: Store, { segment, offset }: JournalPlace): void =>
  store.setMeta('journal', `${segment} ${offset}`);

export function applied(store: Store): JournalPlace {
  const [segment = 0, offset = 0] = (store.meta('journal') ?? '').split(' ').map(Number);
  return { segment, offset };
}
