import { dirname } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { message } from '../../preload/contract/messages.ts';
import { reasonMessageOf } from '../errors.ts';
import { openForReading, readBefore } from '../library/library.ts';
import { Inbox } from './inbox.ts';
import type { InboxEvent, InboxOptions, InboxOrder, Receipt } from './messages.ts';
import { overdueOnce, ReadingFile } from './reading-file.ts';
import { realPath } from './real-path.ts';
import type { ScanKind } from './scans.ts';
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

const watcher: Watcher | undefined = options.once
  ? undefined
  : watch(options.root, library, {
      file: (path) => inbox.touched(path),
      folder: (path) => inbox.folder(path),
      error: (error) =>
        report({
          kind: 'trouble',
          message: message('wires.unwatched', { folder: given.root, reason: reasonMessageOf(error) }),
        }),
    });

const inbox: Inbox = new Inbox({
  root: options.root,
  named: given.root,
  wasAway: options.away,
  except: library,
  folder: (path, stats) => watcher?.folder(path, stats),
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

const timers: Record<ScanKind, NodeJS.Timeout | undefined> = { all: undefined, changed: undefined };

options.library.on('message', (receipt: Receipt) => inbox.received(receipt));
parentPort?.on('message', (order: InboxOrder) => obey(order));

if (options.paused) inbox.pause();
inbox.rescan();
if (!options.once) {
  later('all');
  later('changed');
}

function later(kind: ScanKind): void {
  const every = kind === 'all' ? options.rescan : CATCH_UP_EVERY;
  timers[kind] = setTimeout(
    () => {
      if (kind === 'all') inbox.rescan();
      else inbox.catchUp();
      later(kind);
    },
    Math.max(every, inbox.scanMs(kind) * REST),
  );
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
      clearTimeout(timers.all);
      clearTimeout(timers.changed);
      watcher?.close();
      end();
  }
}

function end(): void {
  inbox.close();
  index.close();
  options.library.close();
  parentPort?.close();
}
