import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sync as writeFileAtomic } from 'write-file-atomic';
import { z } from 'zod';
import { makeFolder } from '../../make-folder.ts';
import { isBlocked, setAside } from '../record/set-aside.ts';
import type { Store } from './store.ts';

const Content = z.object({ folds: z.int().nonnegative() });

/**
 * Index and library files count the folds they have seen. When the counts differ, one of them was restored from a backup or lost
 * its last writes, and the index, which is derived, is rebuilt; also when the last rebuild was interrupted. The index is one ahead
 * when the process died between writing its count and that of the files, which it notes.
 */
export function isStale(store: Store, root: string): boolean {
  if (store.meta(FILLING) === '1') return true;
  const ahead = foldsOf(store) - filedFolds(root);
  return ahead !== 0 && !(ahead === 1 && store.meta(STAMPING) === '1');
}

const FILLING = 'filling';
const STAMPING = 'stamping';

/** Records that a rebuild is in progress until `adoptFoldCount`; call it within the transaction that empties the index. */
export const beginFilling = (store: Store): void => store.setMeta(FILLING, '1');

export function countFold(store: Store, root: string): void {
  const folds = Math.max(foldsOf(store), filedFolds(root)) + 1;
  store.begin();
  store.setMeta('folds', String(folds));
  store.setMeta(STAMPING, '1');
  store.commit();
  makeFolder(root);
  const path = join(root, 'stamp.json');
  if (isBlocked(path)) setAside(path);
  writeFileAtomic(path, `${JSON.stringify({ folds })}\n`);
  store.begin();
  store.setMeta(STAMPING, '0');
  store.commit();
}

/** Sets the fold count of a rebuilt index to that of the files. */
export function adoptFoldCount(store: Store, root: string): void {
  store.begin();
  store.setMeta('folds', String(Math.max(0, filedFolds(root))));
  store.setMeta(FILLING, '0');
  store.commit();
}

const foldsOf = (store: Store): number => Number(store.meta('folds') ?? 0);

function filedFolds(root: string): number {
  const path = join(root, 'stamp.json');
  if (!existsSync(path)) return 0;
  try {
    return Content.parse(JSON.parse(readFileSync(path, 'utf8'))).folds;
  } catch {
    // -2 for an unreadable count makes the index stale.
    return -2;
  }
}
