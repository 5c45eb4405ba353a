import { readFile, stat } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import type { WireFolder } from '../../preload/contract/folders.ts';
import { message } from '../../preload/contract/messages.ts';
import { fileMessageOf, UserError } from '../errors.ts';
import { type FileReading, parseFile } from '../inbox/folder-defaults.ts';
import { isInside } from '../inbox/real-path.ts';
import { MAX_FILE_BYTES } from '../wire/dispatch.ts';
import { tooLarge } from '../wire/read.ts';
import { dropFile } from './drop.ts';
import { readingOf } from './wire-folders.ts';

/** Bytes. A larger file is left to the inbox, whose thread may take its time: this one has windows to answer. */
export const MAX_PARSED_BYTES = 1024 * 1024;

/**
 * Takes a file (absolute path) that the user opened with the program: copies it into the first wire folder unless it is in one of
 * them.
 * Resolves with the id of its first dispatch, which the library has as soon as the inbox has read the copy; without one for a
 * large file. Rejects with a UserError if the file cannot be read or is not a wire file; then nothing is copied.
 */
export async function openFile(folders: readonly WireFolder[], file: string): Promise<{ id?: string }> {
  const bytes = await contentOf(file);
  const isLarge = bytes.length > MAX_PARSED_BYTES;
  const own = folders.find(({ path }) => isInside(file, path));
  const folder = own ?? folders[0];
  if (folder === undefined) return {};
  const reading = readingOf(folder);
  if (!isLarge) firstOf(bytes, basename(file), new Date(), reading);
  const path = own ? relative(own.path, file) : await dropFile(folder.path, basename(file), bytes);
  if (isLarge) return {};
  // Read as the inbox will: ids may depend on the path and the time of the file.
  const { mtime } = await stat(join(folder.path, path));
  return { id: firstOf(bytes, path, mtime, reading) };
}

async function contentOf(file: string): Promise<Buffer> {
  try {
    const { size } = await stat(file);
    if (size <= MAX_FILE_BYTES) return await readFile(file);
    throw new UserError(tooLarge(size).message);
  } catch (error) {
    throw error instanceof UserError ? error : new UserError(fileMessageOf(error), { cause: error });
  }
}

function firstOf(bytes: Buffer, path: string, mtime: Date, reading: FileReading): string {
  const parsed = parseFile(bytes, { path, receivedAt: mtime.toISOString() }, reading);
  const first = parsed.kind === 'dispatches' ? parsed.dispatches[0] : undefined;
  if (first !== undefined) return first.id;
  throw new UserError(parsed.kind === 'problem' ? parsed.problem.message : message('file.no-format'));
}
