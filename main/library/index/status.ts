import type { Status, StatusChange } from '../../../preload/contract/contract.ts';

/** What a dispatch is before anyone touched it. */
export const UNTOUCHED: Status = { read: false, bookmarked: false, tags: [], note: '' };

/** A change of a person, or one that takes such a change back: then the version that had been read comes back too. */
export type Change = StatusChange & { readonly readVersion?: number };

/** The status after a change at `at` (ISO 8601) to the dispatch's version; undefined when nothing would change. */
export function changed(status: Status, change: Change, at: string, version: number): Status | undefined {
  const next: Status = { ...status };
  let touched = false;
  const readsNew =
    change.read === true &&
    (change.readVersion === undefined
      ? (status.readVersion ?? -1) < version
      : status.readVersion !== change.readVersion);
  if (change.read !== undefined && (change.read !== status.read || readsNew)) {
    touched = true;
    next.read = change.read;
    next.readAt = after(status.readAt, at);
    if (change.read) next.readVersion = change.readVersion ?? version;
  }
  if (change.bookmarked !== undefined && change.bookmarked !== status.bookmarked) {
    touched = true;
    next.bookmarked = change.bookmarked;
    next.bookmarkedAt = after(status.bookmarkedAt, at);
  }
  if (change.tags !== undefined) {
    const tags = [...new Set(change.tags)].sort();
    if (tags.join('\n') !== status.tags.join('\n')) {
      touched = true;
      next.tags = tags;
      next.tagsAt = after(status.tagsAt, at);
    }
  }
  if (change.note !== undefined && change.note !== status.note) {
    touched = true;
    next.note = change.note;
    next.noteAt = after(status.noteAt, at);
  }
  return touched ? next : undefined;
}

/** The time of a change, which is later than the one before it even when the clock was set back in between. */
const after = (before: string | undefined, at: string): string =>
  before === undefined || before < at ? at : new Date(Date.parse(before) + 1).toISOString();

/** Two records of one dispatch's status as one: of every field the later change wins. */
export function merged(a: Status, b: Status): Status {
  const later = (at: 'readAt' | 'bookmarkedAt' | 'tagsAt' | 'noteAt') => ((b[at] ?? '') > (a[at] ?? '') ? b : a);
  const read = later('readAt');
  const bookmark = later('bookmarkedAt');
  const tags = later('tagsAt');
  const note = later('noteAt');
  return {
    read: read.read,
    ...(read.readAt === undefined ? {} : { readAt: read.readAt }),
    ...(read.readVersion === undefined ? {} : { readVersion: read.readVersion }),
    bookmarked: bookmark.bookmarked,
    ...(bookmark.bookmarkedAt === undefined ? {} : { bookmarkedAt: bookmark.bookmarkedAt }),
    tags: tags.tags,
    ...(tags.tagsAt === undefined ? {} : { tagsAt: tags.tagsAt }),
    note: note.note,
    ...(note.noteAt === undefined ? {} : { noteAt: note.noteAt }),
  };
}

/** Whether this version of the dispatch counts as read: an update shows as unread again. */
export const isRead = (status: Status, version: number): boolean =>
  status.read && (status.readVersion ?? version) >= version;
