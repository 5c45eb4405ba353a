import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf, reasonOf } from '../errors.ts';
import type { ReadFile } from '../library/library.ts';
import { prepare } from '../library/library.ts';
import { sha256 } from '../wire/normalise.ts';
import { MAX_FILE_SIZE, readWire } from '../wire/read.ts';

export type Outcome =
  | { readonly kind: 'read'; readonly file: ReadFile }
  /** The file seems to stop in the middle; what was read so far. */
  | { readonly kind: 'incomplete'; readonly file: ReadFile }
  /** Not there any more. */
  | { readonly kind: 'gone' }
  /** Could not be opened or read; it is tried again at the next rescan. */
  | { readonly kind: 'unreadable'; readonly message: string };

/** Reads and parses one file of the wire folder; `path` is below `root`. */
export function readFile(root: string, path: string): Outcome {
  let file: number;
  try {
    file = openSync(join(root, path), 'r');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return { kind: 'gone' };
    return { kind: 'unreadable', message: whyUnreadable(error) };
  }
  try {
    return read(file, path);
  } catch (error) {
    return { kind: 'unreadable', message: whyUnreadable(error) };
  } finally {
    closeSync(file);
  }
}

function read(file: number, path: string): Outcome {
  const { size, mtimeMs: mtime, ctimeMs: ctime } = fstatSync(file);
  const base = { path, size, mtime, ctime };
  if (size > MAX_FILE_SIZE) {
    const message = `The file has ${(size / 1024 / 1024).toFixed(1)} MB; a wire file has ${MAX_FILE_SIZE / 1024 / 1024} MB at the most. Split it, or remove it from the wire folder.`;
    return { kind: 'read', file: { ...base, sha256: '', dispatches: [], problem: { reason: 'too-large', message } } };
  }
  const bytes = bytesOf(file, size);
  const parsed = readWire(bytes, { path, receivedAt: new Date(mtime).toISOString() });
  if (parsed.kind === 'dispatches') {
    const [problem] = parsed.problems;
    const result: ReadFile = {
      ...base,
      sha256: parsed.dispatches[0]?.file.sha256 ?? '',
      dispatches: parsed.dispatches.map(prepare),
      ...(problem ? { problem: { ...problem, message: withCount(problem.message, parsed.problems.length) } } : {}),
    };
    return { kind: parsed.complete ? 'read' : 'incomplete', file: result };
  }
  const problem =
    parsed.kind === 'problem'
      ? parsed.problem
      : ({ reason: 'damaged', message: 'No format recognises this file.' } as const);
  const complete = parsed.kind === 'problem' ? parsed.complete : true;
  return { kind: complete ? 'read' : 'incomplete', file: { ...base, sha256: sha256(bytes), dispatches: [], problem } };
}

/** Bytes. Nearly every dispatch is smaller. */
const USUAL = 64 * 1024;
const usual = Buffer.allocUnsafeSlow(USUAL);

/** What an open file holds. Small files come in memory that is used again for the next: nothing keeps the bytes of a file. */
function bytesOf(file: number, size: number): Buffer {
  // A file that has just grown has more than its size says.
  if (size === 0 || size >= USUAL) return readFileSync(file);
  let length = 0;
  for (let read = -1; read !== 0 && length < size; length += read) {
    read = readSync(file, usual, length, size - length, null);
  }
  return usual.subarray(0, length);
}

const withCount = (message: string, count: number): string =>
  count === 1 ? message : `${message} (${count - 1} more items of this file could not be read)`;

function whyUnreadable(error: unknown): string {
  const code = codeOf(error);
  if (code === 'EACCES' || code === 'EPERM')
    return 'Depesche may not read this file. Give yourself the right to read it.';
  return `The file could not be read (${reasonOf(error)}). It is tried again later.`;
}
