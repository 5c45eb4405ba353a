import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, open, rename, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from '../errors.ts';

/**
 * Writes a file of a name, which it gets only when it is complete and on the disk: another program may fetch it at once. Never
 * writes over a file: false where the name is taken. Rejects when it cannot be written.
 */
export async function placeFile(folder: string, name: string, content: string | Uint8Array): Promise<boolean> {
  const temporary = join(folder, `.${randomUUID()}.part`);
  try {
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    return await moveTo(temporary, join(folder, name));
  } finally {
    await unlink(temporary).catch(() => undefined);
  }
}

/** A hard link fails when the name is taken, where a rename would write over it. */
async function moveTo(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    // No hard links here (exFAT, network drives): checks, then renames.
    if (existsSync(to)) return false;
    await rename(from, to);
    return true;
  }
}
