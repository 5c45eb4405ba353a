import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import { MAX_FILE_BYTES } from '../../preload/contract/contract.ts';
import { answer } from '../reader/answer.ts';
import type { Reader } from '../reader/reader.ts';

/** Files (absolute paths) and links (not yet checked) opened with the app; a second instance passes them to the first. */
export const Opened = z.object({
  files: z.array(z.string().max(4_096)).max(1_000),
  links: z.array(z.string().max(40_000)).max(100).optional(),
});
export type Opened = z.infer<typeof Opened>;

/** Copies files that were opened with the app into the wire folder. Skips unreadable ones. */
export async function copyFiles(reader: Reader, files: readonly string[]): Promise<void> {
  for (const file of files) {
    const content = await contentOf(file);
    if (content !== undefined) await answer(reader.handlers, 'folder.drop', { name: basename(file), content });
  }
}

async function contentOf(file: string): Promise<string | undefined> {
  try {
    const { size } = await stat(file);
    return size > MAX_FILE_BYTES ? undefined : await readFile(file, 'base64');
  } catch {
    return undefined;
  }
}
