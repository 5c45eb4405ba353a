import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { type Message, message } from '../../preload/contract/messages.ts';
import { codeOf, reasonOf } from '../errors.ts';
import type { ReadFile } from '../library/library.ts';
import { prepare } from '../library/library.ts';
import { sha256 } from '../wire/normalise.ts';
import { MAX_FILE_SIZE, readWire, tooLarge } from '../wire/read.ts';

export type Outcome =
  | { readonly kind: 'read'; readonly file: ReadFile }
  /** The file seems to stop in the middle; what was read so far. */
  | { readonly kind: 'incomplete'; readonly file: ReadFile }
  /** Not there any more. */
  | { readonly kind: 'gone' }
  /** Could not be opened or read; it is tried again at the next rescan. */
  | { readonly kind: 'unreadable'; readonly message: Message };

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
    return { kind: 'read', file: { ...base, sha256: '', dispatches: [], problem: tooLarge(size) } };
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
    parsed.kind === 'problem' ? parsed.problem : ({ reason: 'damaged', message: message('file.no-format') } as const);
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

const withCount = (first: Message, count: number): Message =>
  count === 1 ? first : message('items.unreadable', { first, others: count - 1 });

function whyUnreadable(error: unknown): Message {
  const code = codeOf(error);
  if (code === 'EACCES' || code === 'EPERM') return message('file.forbidden');
  return message('file.retried', { reason: reasonOf(error) });
}
