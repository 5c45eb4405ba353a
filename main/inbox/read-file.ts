import { closeSync, constants, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { type Message, message } from '../../preload/contract/messages.ts';
import { codeOf, reasonMessageOf, UserError } from '../errors.ts';
import type { ReadFile } from '../library/library.ts';
import { prepare } from '../library/library.ts';
import { MAX_FILE_BYTES, type Problem } from '../wire/dispatch.ts';
import { sha256 } from '../wire/normalise.ts';
import { tooLarge } from '../wire/read.ts';
import { AS_IT_IS, type FileReading, parseFile } from './folder-defaults.ts';
import { MAX_READING_SECONDS } from './reading-file.ts';
import { linksOutside, realPath } from './real-path.ts';
import type { FoundFile } from './scan.ts';

export type Outcome =
  | { readonly kind: 'read'; readonly file: ReadFile }
  /** The file seems to stop in the middle; what was read so far. */
  | { readonly kind: 'incomplete'; readonly file: ReadFile }
  /** It no longer exists. */
  | { readonly kind: 'gone' }
  /** It could not be opened or read; the next scan tries again. */
  | { readonly kind: 'unreadable'; readonly message: Message };

/** Hears which file is being read, so that another thread can end this one when it takes too long. */
export interface Guard {
  /** False for a file that took too long before and has not changed since: it is not read. */
  begin(file: FoundFile): boolean;
  end(): void;
}

/** Reads and parses one file of a wire folder; `path` is below `root`. Its dispatches have the library's path. */
export function readFile(root: string, path: string, reading: FileReading = AS_IT_IS, guard?: Guard): Outcome {
  let file: number;
  try {
    file = openFile(root, join(root, path));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return { kind: 'gone' };
    return { kind: 'unreadable', message: whyUnreadable(error) };
  }
  try {
    return fstatSync(file).isFile() ? guarded(file, path, reading, guard) : { kind: 'gone' };
  } catch (error) {
    return { kind: 'unreadable', message: whyUnreadable(error) };
  } finally {
    closeSync(file);
  }
}

/** Does not wait at a pipe that took the file's place since the scan. Windows has neither flag. */
const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0 } = constants;

/** Follows a link only to a file inside `root`, also when it was changed since the scan. */
function openFile(root: string, path: string): number {
  try {
    return openSync(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW);
  } catch (error) {
    if (!/^(?:ELOOP|EMLINK)$/.test(codeOf(error) ?? '')) throw error;
  }
  if (linksOutside(root, path)) throw new UserError(message('file.link-outside'));
  return openSync(realPath(path), O_RDONLY | O_NONBLOCK | O_NOFOLLOW);
}

function guarded(file: number, path: string, reading: FileReading, guard: Guard | undefined): Outcome {
  const { size, mtimeMs: mtime, ctimeMs: ctime } = fstatSync(file);
  const found: FoundFile = { path, size, mtime, ctime };
  if (guard?.begin(found) === false) {
    const problem: Problem = {
      reason: 'timeout',
      message: message('file.too-slow', { seconds: MAX_READING_SECONDS }),
    };
    return { kind: 'read', file: { ...found, sha256: '', dispatches: [], problem } };
  }
  try {
    return read(file, found, reading);
  } finally {
    guard?.end();
  }
}

function read(file: number, found: FoundFile, reading: FileReading): Outcome {
  const { path, size, mtime } = found;
  if (size > MAX_FILE_BYTES) {
    return { kind: 'read', file: { ...found, sha256: '', dispatches: [], problem: tooLarge(size) } };
  }
  const bytes = bytesOf(file, size);
  const parsed = parseFile(bytes, { path, receivedAt: new Date(mtime).toISOString() }, reading);
  if (parsed.kind === 'dispatches') {
    const [problem] = parsed.problems;
    const result: ReadFile = {
      ...found,
      sha256: parsed.dispatches[0]?.file.sha256 ?? '',
      dispatches: parsed.dispatches.map(prepare),
      ...(problem ? { problem: { ...problem, message: withCount(problem.message, parsed.problems.length) } } : {}),
    };
    return { kind: parsed.complete ? 'read' : 'incomplete', file: result };
  }
  const problem =
    parsed.kind === 'problem' ? parsed.problem : ({ reason: 'damaged', message: message('file.no-format') } as const);
  const complete = parsed.kind === 'problem' ? parsed.complete : true;
  return { kind: complete ? 'read' : 'incomplete', file: { ...found, sha256: sha256(bytes), dispatches: [], problem } };
}

/** Nearly every dispatch is smaller. */
const BUFFER_BYTES = 64 * 1024;
const buffer = Buffer.allocUnsafeSlow(BUFFER_BYTES);

/** The contents of an open file. Those of a small file are only valid until the next call, which reuses their memory. */
function bytesOf(file: number, size: number): Buffer {
  // A growing file may have more bytes than its size.
  if (size === 0 || size >= BUFFER_BYTES) return readFileSync(file);
  let length = 0;
  for (let read = -1; read !== 0 && length < size; length += read) {
    read = readSync(file, buffer, length, size - length, null);
  }
  return buffer.subarray(0, length);
}

const withCount = (first: Message, count: number): Message =>
  count === 1 ? first : message('items.unreadable', { first, others: count - 1 });

function whyUnreadable(error: unknown): Message {
  if (error instanceof UserError) return error.userMessage;
  const code = codeOf(error);
  if (code === 'EACCES' || code === 'EPERM') return message('file.forbidden');
  return message('file.retried', { reason: reasonMessageOf(error) });
}
