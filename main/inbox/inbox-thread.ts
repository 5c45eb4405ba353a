import { dirname } from 'node:path';
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { openForReading, readBefore } from '../library/library.ts';
import { CombinedProgress } from './combined-progress.ts';
import type { InboxEvent, InboxFolder, InboxOptions, InboxOrder, Receipt } from './messages.ts';
import { overdueOnce, ReadingFile, totalsFrom } from './reading-file.ts';
import { realPath } from './real-path.ts';
import { type Shared, WatchedFolder } from './watched-folder.ts';

/** Batches the library has not answered: enough to keep it busy, few enough to keep memory small. */
const BATCHES_UNDER_WAY = 4;

const options: InboxOptions = workerData;
const index = openForReading(options.index);
const troubled = index.prepare('SELECT path FROM problem');
const report = (event: InboxEvent) => parentPort?.postMessage(event);

const reading = new ReadingFile(options.reading);
const isOverdue = overdueOnce(options.interrupted?.file);
const totals = totalsFrom(options.interrupted?.totals);
const combined = new CombinedProgress();
const folders = new Map<string, WatchedFolder>();
/** Whose batches the library has not answered yet, in their order. */
const asked: WatchedFolder[] = [];
let { paused, encodings } = options;
let closed = false;

const shared: Shared = {
  library: realPath(dirname(options.index)),
  once: options.once,
  rescan: options.rescan,
  batches: Math.max(1, Math.floor(BATCHES_UNDER_WAY / options.folders.length)),
  totals,
  guard: {
    begin(file) {
      if (isOverdue(file)) return false;
      reading.begin({ file, totals });
      return true;
    },
    end: () => reading.end(),
  },
  encodings: () => encodings,
  known: readBefore(index),
  problems: () => troubled.all().map(({ path }) => String(path)),
  deliver(batch, from) {
    if (batch.kind === 'files') asked.push(from);
    options.library.postMessage(batch);
  },
  report(event, from) {
    // A folder that was closed has nothing to say any more.
    if (isClosed(from)) return;
    if (event.kind !== 'progress' && event.kind !== 'settled') return report(event);
    const all = combined.of(event, from.folder.reading.key, options.folders.length, paused);
    if (all) report(all);
  },
};

const isClosed = (one: WatchedFolder): boolean => {
  const now = folders.get(one.folder.reading.key);
  return now !== undefined && now !== one;
};

options.library.on('message', (receipt: Receipt) => asked.shift()?.received(receipt));
// A folder that was changed while this thread was starting is never read as it was before.
for (let given = nextOrder(); given; given = nextOrder()) obey(given.message);
parentPort?.on('message', (order: InboxOrder) => obey(order));
for (const folder of options.folders) if (!closed && !folders.has(folder.reading.key)) watchFolder(folder);

function nextOrder(): { message: InboxOrder } | undefined {
  return parentPort ? receiveMessageOnPort(parentPort) : undefined;
}

function watchFolder(folder: InboxFolder): void {
  const { key } = folder.reading;
  folders.get(key)?.close();
  folders.delete(key);
  combined.forget(key);
  folders.set(key, new WatchedFolder(folder, shared, paused));
}

function obey(order: InboxOrder): void {
  const all = [...folders.values()];
  switch (order.kind) {
    case 'pause':
      paused = true;
      for (const folder of all) folder.pause();
      break;
    case 'resume':
      paused = false;
      for (const folder of all) folder.resume();
      break;
    case 'rescan':
      for (const folder of all) folder.rescan();
      break;
    case 'read':
      for (const folder of all) folder.again(order.path);
      break;
    case 'folder':
      watchFolder(order.folder);
      break;
    case 'encodings':
      encodings = order.encodings;
      break;
    case 'close':
      for (const folder of all) folder.close();
      end();
  }
}

function end(): void {
  closed = true;
  index.close();
  options.library.close();
  parentPort?.close();
}
