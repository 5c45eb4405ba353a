import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf, isOutOfRoom } from '../errors.ts';
import { makeFolder } from '../make-folder.ts';

/** Why a folder cannot be written to. */
export type Obstacle = 'denied' | 'not-a-folder' | 'full' | 'other';

/** Bytes that a start writes at least. */
const PROBE_SIZE = 64 * 1024;

const KINDS: Readonly<Record<string, Obstacle>> = {
  EACCES: 'denied',
  EPERM: 'denied',
  EROFS: 'denied',
  EEXIST: 'not-a-folder',
  ENOTDIR: 'not-a-folder',
};

/** Creates `folder` if necessary and writes a file in it. Undefined if that works, else the reason. */
export function obstacleIn(folder: string): Obstacle | undefined {
  const probe = join(folder, `.probe-${process.pid}`);
  try {
    makeFolder(folder);
    writeFileSync(probe, Buffer.alloc(PROBE_SIZE));
    return undefined;
  } catch (error) {
    return isOutOfRoom(error) ? 'full' : (KINDS[codeOf(error) ?? ''] ?? 'other');
  } finally {
    // If even this fails, nothing was written.
    try {
      rmSync(probe, { force: true });
    } catch {}
  }
}
