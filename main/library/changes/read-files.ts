import type { ProblemRow } from '../../../preload/contract/contract.ts';
import { libraryPath } from '../../../preload/contract/folders.ts';
import { Problem } from '../../wire/dispatch.ts';
import type { Database } from '../index/database.ts';
import type { Prepared } from '../index/index-entry.ts';
import type { Store } from '../index/store.ts';

/** A file as the inbox has read it. */
export interface ReadFile {
  readonly path: string;
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly mtime: number;
  /** The same for `ctime`, which no copying program can set back. */
  readonly ctime: number;
  readonly sha256: string;
  readonly dispatches: readonly Prepared[];
  /** Why it could not be read; if there are dispatches, the problem concerns other items of the file. */
  readonly problem?: Problem;
}

/**
 * Returns what tells of each of some files whether it was already read in its present state. All of them in one query: that takes
 * 2 µs a file instead of 5 or, where SQLite's pages are not cached, 10.
 */
export function readBefore(
  db: Database,
): (files: readonly Pick<ReadFile, 'path' | 'size' | 'mtime' | 'ctime'>[]) => boolean[] {
  const unread = db.prepare(
    `SELECT f.key FROM json_each(?) f WHERE NOT EXISTS (SELECT 1 FROM file WHERE path = f.value ->> 0 AND size = f.value ->> 1
       AND mtime = f.value ->> 2 AND (ctime = f.value ->> 3 OR ctime IS NULL))`,
  );
  return (files) => {
    // Half a character, in a name of Windows, is stored as a replacement.
    const asked = files.map(({ path, size, mtime, ctime }) => [
      path.toWellFormed(),
      size,
      Math.trunc(mtime),
      Math.trunc(ctime),
    ]);
    const left = new Set(unread.all(JSON.stringify(asked)).map(({ key }) => Number(key)));
    return files.map((_, at) => !left.has(at));
  };
}

/**
 * A ctime that changes while the content does not (some drives, backup programs) is ignored from then on: the file would be
 * read again and again.
 */
const REMEMBER = `INSERT OR REPLACE INTO file SELECT ?1, ?2, ?3, ?4, iif(
  EXISTS (SELECT 1 FROM file WHERE path = ?1 AND size = ?2 AND mtime = ?3 AND sha256 = ?4 AND ctime <> ?5), NULL, ?5)`;

/** Records that files were read, and their problems. */
export function rememberFiles(store: Store, files: readonly ReadFile[]): void {
  const put = store.sql(REMEMBER);
  for (const { path, size, mtime, ctime, sha256 } of files)
    put.run(path, size, Math.trunc(mtime), sha256, Math.trunc(ctime));
  store
    .sql('DELETE FROM problem WHERE path IN (SELECT value FROM json_each(?))')
    .run(JSON.stringify(files.map(({ path }) => path)));
  for (const { path, problem, size } of files) if (problem) putProblem(store, path, problem, size);
}

export function putProblem(store: Store, path: string, problem: Problem, size: number): void {
  store
    .sql('INSERT OR REPLACE INTO problem VALUES (?, ?, ?, ?, ?)')
    .run(path, problem.reason, JSON.stringify(problem.message), new Date().toISOString(), size);
}

/** The problem in a row; older versions stored a sentence instead of a message as JSON. */
export function problemOf({ reason, message }: Record<string, unknown>): Problem {
  return Problem.parse({ reason, message: jsonIn(message) });
}

function jsonIn(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return text;
  }
}

/** Forgets a deleted file and its problem. If it returns unchanged, it is read again. */
export function forgetProblem(store: Store, path: string): void {
  if (store.sql('DELETE FROM problem WHERE path = ?').run(path).changes > 0) forgetFile(store, path);
}

/** Lets a file be read again. */
export function forgetFile(store: Store, path: string): void {
  store.sql('DELETE FROM file WHERE path = ?').run(path);
}

/** Forgets the files of the wire folder with this key: the same paths mean other files now, or are to be read again. */
export function forgetFolder(store: Store, key: string): void {
  // Paths of the first folder never begin with a full stop (`libraryPath`).
  const which = key === '' ? `substr(path, 1, 1) <> '.'` : 'substr(path, 1, length(?1)) = ?1';
  const values = key === '' ? [] : [libraryPath(key, '')];
  for (const table of ['file', 'problem']) store.sql(`DELETE FROM ${table} WHERE ${which}`).run(...values);
}

/** The newest thousand problems. */
export const problemRows = (store: Store): ProblemRow[] =>
  store
    .sql('SELECT path, reason, message, at, size FROM problem ORDER BY at DESC, path LIMIT 1000')
    .all()
    .map((row) => ({ ...problemOf(row), path: String(row.path), at: String(row.at), size: Number(row.size) }));
