import { EventEmitter } from 'node:events';
import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Inbox } from '../../../main/inbox/inbox.ts';
import { InboxClient } from '../../../main/inbox/inbox-client.ts';
import type { InboxEvent, InboxOptions } from '../../../main/inbox/messages.ts';
import { MAX_READING_SECONDS, overdueOnce, ReadingFile } from '../../../main/inbox/reading-file.ts';
import type { FoundFile } from '../../../main/inbox/scan.ts';
import type { InboxBatch } from '../../../main/library/worker/inbox-batches.ts';
import { message } from '../../../preload/contract/messages.ts';
import { temporaryFolder } from '../temporary.ts';

/** A thread that does what the test says instead of reading. */
class StandIn extends EventEmitter {
  readonly options: InboxOptions;
  readonly reading: ReadingFile;
  readonly orders: unknown[] = [];

  constructor(options: InboxOptions) {
    super();
    this.options = options;
    this.reading = new ReadingFile(options.reading);
  }

  postMessage(order: unknown) {
    this.orders.push(order);
  }

  terminate() {
    this.emit('exit');
  }
}

const threads = vi.hoisted(() => [] as StandIn[]);

vi.mock('../../../main/threads/thread.ts', () => ({
  startThread: (_caller: string, _name: string, options: InboxOptions) => {
    const thread = new StandIn(options);
    threads.push(thread);
    return thread;
  },
}));

const FILE: FoundFile = { path: 'dpa/slow ü.txt', size: 7, mtime: 1_700_000_000_000, ctime: 1_700_000_000_001 };
const totals = { files: 40, new: 38, versions: 2, known: 0, problems: 0 };
const ports: MessagePort[] = [];

const connect = (): MessagePort => {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  return port2;
};
const client = () =>
  new InboxClient(
    { folders: [{ root: '/wires', reading: { key: '' }, away: false }], index: '/index.sqlite', connect, once: true },
    () => {},
  );
const seconds = (count: number) => vi.advanceTimersByTime(count * 1000);

beforeEach(() => {
  threads.length = 0;
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
});
afterEach(() => {
  vi.useRealTimers();
  for (const port of ports.splice(0)) port.close();
});

test('a thread that reads a file for too long is ended, and the next one knows the file and what was read', () => {
  client();
  threads[0]?.reading.begin({ file: FILE, totals });
  seconds(MAX_READING_SECONDS + 1);
  expect(threads).toHaveLength(2);
  expect(threads[1]?.options.interrupted).toEqual({ file: FILE, totals });
  expect(threads[1]?.options.library).not.toBe(threads[0]?.options.library);
});

test('a thread that goes on with other files, or has none to read, is left alone', () => {
  client();
  for (let second = 0; second < 3 * MAX_READING_SECONDS; second++) {
    threads[0]?.reading.begin({ file: FILE, totals });
    seconds(1);
    threads[0]?.reading.end();
  }
  seconds(3 * MAX_READING_SECONDS);
  expect(threads).toHaveLength(1);
});

test('reading that was paused stays paused in the next thread', () => {
  const inbox = client();
  threads[0]?.reading.begin({ file: FILE, totals });
  inbox.order({ kind: 'pause' });
  seconds(MAX_READING_SECONDS + 1);
  expect(threads[1]?.options.paused).toBe(true);
});

test('closing does not wait longer for a slow file than a file may take', async () => {
  const inbox = client();
  threads[0]?.reading.begin({ file: FILE, totals });
  const closed = inbox.close();
  seconds(MAX_READING_SECONDS + 1);
  await closed;
  expect(threads).toHaveLength(1);
});

test('the file that took too long becomes a problem, the others are read, and it is read when that is asked for', async () => {
  const root = temporaryFolder();
  for (const name of ['a.txt', 'slow.txt']) {
    writeFileSync(join(root, name), 'Hafen gesperrt\n\nDer Hafen ist seit dem Morgen gesperrt.\n');
    utimesSync(join(root, name), 1_700_000_000, 1_700_000_000);
  }
  const first = await read(root, undefined, 1);
  const slow = first.files.find(({ path }) => path === 'slow.txt');
  const second = await read(root, slow, 2);
  expect(second.files.map(({ path, dispatches, problem }) => [path, dispatches.length, problem])).toEqual([
    ['a.txt', 1, undefined],
    ['slow.txt', 0, { reason: 'timeout', message: message('file.too-slow', { seconds: MAX_READING_SECONDS }) }],
    ['slow.txt', 1, undefined],
  ]);
  // Noted with its size and times: it is read again when one of them changes.
  expect(second.files[1]).toMatchObject({ size: slow?.size, mtime: slow?.mtime, ctime: slow?.ctime });
  expect(second.settled).toContainEqual(expect.objectContaining({ problems: totals.problems + 1, files: 42 }));
});

test('a file that changed since it took too long is read', () => {
  const isOverdue = overdueOnce(FILE);
  expect(isOverdue({ ...FILE, path: 'other.txt' })).toBe(false);
  expect(isOverdue({ ...FILE, size: 8 })).toBe(false);
  expect(isOverdue(FILE)).toBe(false);
});

/** Reads a folder as the thread does, with a file that took too long before; asks for that file once more in the end. */
async function read(root: string, overdue: FoundFile | undefined, times: number) {
  vi.useRealTimers();
  const isOverdue = overdueOnce(overdue);
  const delivered: InboxBatch[] = [];
  const events: InboxEvent[] = [];
  const inbox: Inbox = new Inbox({
    root,
    problems: () => [],
    known: () => [],
    deliver(batch) {
      delivered.push(batch);
      if (batch.kind === 'files') {
        inbox.received({ imported: { new: 0, versions: 0, known: 0 } });
      }
    },
    report: (event) => events.push(event),
    totals: { ...totals },
    guard: { begin: (file) => !isOverdue(file), end: () => {} },
  });
  const files = () => delivered.flatMap((one) => (one.kind === 'files' ? one.files : []));
  inbox.rescan();
  await vi.waitFor(() => expect(files()).toHaveLength(2), 3_000);
  const settled = () => events.filter(({ kind }) => kind === 'settled');
  await vi.waitFor(() => expect(settled()).not.toHaveLength(0), 3_000);
  const before = settled();
  if (times > 1) {
    inbox.again('slow.txt');
    await vi.waitFor(() => expect(files()).toHaveLength(3), 3_000);
  }
  inbox.close();
  return { files: files(), settled: before };
}
