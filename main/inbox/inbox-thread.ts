import { dirname } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { message } from '../../preload/contract/messages.ts';
import { reasonMessageOf } from '../errors.ts';
import { openForReading, readBefore } from '../library/library.ts';
import { Inbox } from './inbox.ts';
import type { InboxEvent, InboxOptions, InboxOrder, Receipt } from './messages.ts';
import { overdueOnce, ReadingFile } from './reading-file.ts';
import { realPath } from './real-path.ts';
import { type Watcher, watch } from './watch.ts';

/** Milliseconds between two scans for what the watcher missed. */
const CATCH_UP_EVERY = 15_000;
/** In folders that take long to scan, the pause is at least this many times as long as the scan. */
const REST = 50;

const given: InboxOptions = workerData;
// Resolved once: the watcher does not follow links.
const options: InboxOptions = { ...given, root: realPath(given.root) };
/** The library may be inside the wire folder: its files are not wire files. */
const library = realPath(dirname(options.index));
const index = openForReading(options.index);
const troubled = index.prepare('SELECT path FROM problem');
const report = (event: InboxEvent) => parentPort?.postMessage(event);

const reading = new ReadingFile(options.reading);
const isOverdue = overdueOnce(options.interrupted?.file);

const inbox: Inbox = new Inbox({
  root: options.root,
  named: given.root,
  wasAway: options.away,
  except: library,
  known: readBefore(index),
  problems: () => troubled.all().map(({ path }) => String(path)),
  deliver: (batch) => options.library.postMessage(batch),
  report,
  before: options.interrupted?.totals,
  guard: {
    begin(file) {
      if (isOverdue(file)) return false;
      reading.begin({ file, totals: inbox.totals });
      return true;
    },
    end: () => reading.end(),
  },
});

let watcher: Watcher | undefined;
let rescans: NodeJS.Timeout | undefined;
let nextCatchUp: NodeJS.Timeout | undefined;

options.library.on('message', (receipt: Receipt) => inbox.received(receipt));
parentPort?.on('message', (order: InboxOrder) => obey(order));

if (options.paused) inbox.pause();
inbox.rescan();
if (!options.once) {
  watcher = watch(options.root, library, {
    file: (path) => inbox.touched(path),
    folder: (path) => inbox.folder(path),
    // What arrived after the first scan and before the watcher was ready.
    ready: catchUp,
    error: (error) =>
      report({
        kind: 'trouble',
        message: message('wires.unwatched', { folder: given.root, reason: reasonMessageOf(error) }),
      }),
  });
  rescans = setInterval(() => inbox.rescan(), options.rescan);
}

function catchUp(): void {
  inbox.catchUp();
  nextCatchUp = setTimeout(catchUp, Math.max(CATCH_UP_EVERY, inbox.lastScanMs * REST));
}

function obey(order: InboxOrder): void {
  switch (order.kind) {
    case 'pause':
      inbox.pause();
      break;
    case 'resume':
      inbox.resume();
      break;
    case 'rescan':
      inbox.rescan();
      break;
    case 'read':
      inbox.again(order.path);
      break;
    case 'close':
      clearInterval(rescans);
      clearTimeout(nextCatchUp);
      void (watcher?.close() ?? Promise.resolve()).then(end);
  }
}

function end(): void {
  inbox.close();
  index.close();
  options.library.close();
  parentPort?.close();
}
