import { parentPort, workerData } from 'node:worker_threads';
import { reasonOf } from '../../errors.ts';
import { openForMoving } from '../index/database.ts';
import { isDamage } from '../index/index-check.ts';
import { TextIndex } from './text-index.ts';
import type { TextAnswer, TextOrder } from './threaded-text.ts';

/** Dispatches. Every commit makes an FTS5 segment that has to be merged later: large ones are cheap, small ones visible sooner. */
const DISPATCHES_A_COMMIT = 3_000;
const COMMIT_WITHIN = 3_000;
const TRIES_TO_CATCH_UP = 6;
const FEW_PAGES = 500;
/** Pages. A log this long should restart, which needs a moment without an open transaction. */
const LONG_LOG = 15_000;

const index = new TextIndex(String(workerData.path));
const log = openForMoving(String(workerData.index));
const move = log.prepare('PRAGMA wal_checkpoint(passive)');
const open: number[] = [];
let dispatches = 0;
let timer: NodeJS.Timeout | undefined;
let closed = false;

parentPort?.on('message', (message: TextOrder) => {
  if ('change' in message) {
    open.push(message.change.number);
    dispatches += message.change.texts.length;
    attempt(() => index.take(message.change));
    if (dispatches >= DISPATCHES_A_COMMIT) commit();
    else if (open.length > 0) timer ??= setTimeout(commit, COMMIT_WITHIN);
    return;
  }
  obey(message.order);
});

function obey(order: Extract<TextOrder, { order: unknown }>['order']): void {
  if (order === 'moveLog') {
    moveLog();
    return;
  }
  if (order === 'merge') {
    merge();
    return;
  }
  commit();
  if (order === 'flush') return;
  closed = true;
  index.close();
  log.close();
  parentPort?.close();
}

/** Merges step by step and not within a batch: changes that arrive meanwhile go first. */
function merge(): void {
  if (closed) return;
  try {
    if (open.length > 0) setTimeout(merge, COMMIT_WITHIN);
    else if (index.merge()) setImmediate(merge);
    else answer({ merged: true });
  } catch {
    // A full disk: the segments stay until the next request.
    answer({ merged: true });
  }
}

/** Checkpoints until little is left: each pass also moves what was written to the log during the one before. */
function moveLog(): void {
  try {
    let before = 0;
    for (let i = 0; i < TRIES_TO_CATCH_UP; i++) {
      const pages = Number(move.get()?.log);
      if (pages - before < FEW_PAGES) {
        if (pages > LONG_LOG) answer({ logMoved: true });
        return;
      }
      before = pages;
    }
  } catch {
    // A full disk: the log stays until the next request.
  }
}

function commit(): void {
  clearTimeout(timer);
  timer = undefined;
  dispatches = 0;
  if (open.length === 0) return;
  attempt(() => {
    index.commit();
    answer({ done: open.splice(0) });
  });
}

/** A failure rolls back everything uncommitted; it is sent again. */
function attempt(run: () => void): void {
  try {
    run();
  } catch (error) {
    index.rollback();
    answer({ failed: open.splice(0), reason: reasonOf(error), damaged: isDamage(error) });
  }
}

function answer(message: TextAnswer): void {
  parentPort?.postMessage(message);
}
