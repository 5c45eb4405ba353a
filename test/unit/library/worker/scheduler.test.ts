import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { MessageChannel } from 'node:worker_threads';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { TextOutcome } from '../../../../main/library/index/text-change.ts';
import { listWindow } from '../../../../main/library/queries/list-window.ts';
import { LibraryFiles } from '../../../../main/library/record/day-files.ts';
import type { LibraryEvent } from '../../../../main/library/worker/orders.ts';
import { Scheduler } from '../../../../main/library/worker/scheduler.ts';
import { LibraryWriter } from '../../../../main/library/worker/writer.ts';
import { ListQuery } from '../../../../preload/contract/contract.ts';
import { message } from '../../../../preload/contract/messages.ts';
import { temporaryFolder } from '../../temporary.ts';
import { dispatch, fileOf, openWriter } from '../sample.ts';

/** A scheduler that serves an inbox; `inbox` is the other end of its port. */
function serving(writer: LibraryWriter, tell: (event: LibraryEvent) => void = () => {}) {
  const { port1, port2: inbox } = new MessageChannel();
  const scheduler = new Scheduler(writer, tell);
  scheduler.serve(port1);
  const end = () => {
    scheduler.stop();
    port1.close();
    inbox.close();
    writer.close();
  };
  return { inbox, end };
}
/** A writer whose changes never arrive in the search text; `fail` reports them as failed. */
function withSlowText() {
  let outcome: TextOutcome | undefined;
  const changes: number[] = [];
  const writer = new LibraryWriter(temporaryFolder(), (_index, _path, given) => {
    outcome = given;
    return { take: ({ number }) => changes.push(number), flush() {}, moveLog: () => true, merge() {}, close() {} };
  });
  for (const _ of writer.recover());
  const fail = (reason: string) => outcome?.failed(changes.splice(0), reason, false);
  return { writer, changes, fail };
}

/** One dispatch more than may be pending for the search text, in one file. */
const tooMany = () =>
  fileOf(
    'a.txt',
    ...Array.from({ length: 5_501 }, (_, i) => dispatch({ id: `n${i}`, headline: `Meldung ${i}`, body: [] })),
  );

test('a batch stands in the lists soon, also when the next one that was announced never comes', async () => {
  const writer = openWriter(temporaryFolder());
  const told: string[] = [];
  const { inbox, end } = serving(writer, ({ event }) => told.push(event));
  inbox.postMessage({ kind: 'files', files: [fileOf('a.txt', dispatch())], more: true });
  await vi.waitFor(() => expect(told).toContain('changed'), 5_000);
  expect(writer.store.db.isTransaction).toBe(false);
  const query = ListQuery.parse({ list: 'all' });
  expect(listWindow(writer.store, { query, offset: 0, limit: 9 }, 0, new Date()).total).toBe(1);
  end();
});

test('a commit is told once, with its search text that arrives with it', async () => {
  const writer = openWriter(temporaryFolder());
  const told: string[] = [];
  const { inbox, end } = serving(writer, ({ event }) => {
    if (event === 'changed') told.push(event);
  });
  for (const id of ['a', 'b', 'c']) {
    const before = told.length;
    inbox.postMessage({ kind: 'files', files: [fileOf(`${id}.txt`, dispatch({ id }))], more: false });
    await vi.waitFor(() => expect(told.length).toBeGreaterThan(before), 5_000);
  }
  expect(told).toEqual(['changed', 'changed', 'changed']);
  end();
});

test('an import goes on when what is searched could not be written', async () => {
  const { writer, fail } = withSlowText();
  const { inbox, end } = serving(writer);
  inbox.postMessage({ kind: 'files', files: [tooMany()], more: false });
  await vi.waitFor(() => expect(writer.text.busy).toBe(true), 5_000);
  const receipts: unknown[] = [];
  inbox.on('message', (receipt) => receipts.push(receipt));
  inbox.postMessage({ kind: 'files', files: [fileOf('b.txt', dispatch())], more: false });
  fail('disk full');
  await vi.waitFor(() => expect(receipts).toHaveLength(2), 5_000);
  expect(writer.notices).toEqual([notUpdated]);
  end();
});

test('the journal is folded also while the search text has enough to do', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const folder = temporaryFolder();
  const writer = new LibraryWriter(folder, () => ({
    take() {},
    flush() {},
    moveLog: () => true,
    merge() {},
    close() {},
  }));
  for (const _ of writer.recover());
  const { inbox, end } = serving(writer);
  inbox.postMessage({ kind: 'files', files: [tooMany()], more: false });
  await vi.waitFor(() => expect(writer.text.busy).toBe(true));
  await vi.advanceTimersByTimeAsync(10_000);
  await vi.waitFor(() => expect(new LibraryFiles(folder, () => {}).days()).toHaveLength(1));
  expect(writer.text.busy).toBe(true);
  end();
});

test('a retention that is switched off removes nothing more', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const folder = temporaryFolder();
  const writer = openWriter(folder);
  const days = Array.from({ length: 60 }, (_, i) =>
    dispatch({
      id: `n${i}`,
      headline: `Meldung ${i}`,
      publishedAt: new Date(Date.UTC(2025, 5, 1 + i, 12)).toISOString(),
    }),
  );
  writer.add([fileOf('a.txt', ...days)]);
  for (const _ of writer.fold());
  const left = () => Number(writer.store.sql('SELECT count(*) AS count FROM dispatch').get()?.count);
  const scheduler = new Scheduler(writer, () => {});
  scheduler.retain({ dispatches: 1 });
  await vi.advanceTimersToNextTimerAsync();
  while (left() === 60) await new Promise(setImmediate);
  scheduler.retain({});
  const after = left();
  expect(after).toBeGreaterThan(50);
  // Folding after that shows that the removal is finished.
  writer.add([fileOf('b.txt', dispatch({ id: 'neu' }))]);
  writer.commit();
  await vi.advanceTimersToNextTimerAsync();
  await vi.waitFor(() => expect(new LibraryFiles(folder, () => {}).days()).toContain('2025-11-10'));
  expect(left()).toBe(after + 1);
  scheduler.stop();
  writer.close();
});

/** Replaces Node's fdatasync. */
function onSync(fdatasync: (done: (error: NodeJS.ErrnoException | null) => void) => void) {
  const later = vi.spyOn(fs, 'fdatasync').mockImplementation((_, done) => fdatasync(done));
  const atOnce = vi.spyOn(fs, 'fdatasyncSync');
  syncBuiltinESMExports();
  onTestFinished(() => {
    vi.restoreAllMocks();
    syncBuiltinESMExports();
  });
  return { later, atOnce };
}

test('what came in is synced soon, and no mark waits for the disk', async () => {
  const writer = openWriter(temporaryFolder());
  const disk = onSync(() => {});
  const told: string[] = [];
  const { inbox, end } = serving(writer, ({ event }) => told.push(event));
  inbox.postMessage({ kind: 'files', files: [fileOf('a.txt', dispatch({ id: 'a' }))], more: true });
  await vi.waitFor(() => expect(told).toContain('changed'), 5_000);
  await vi.waitFor(() => expect(disk.later).toHaveBeenCalledTimes(1), 5_000);
  writer.marker.mark(['a'], { read: true }, '2025-11-10T11:00:00.000Z');
  expect(disk.atOnce).not.toHaveBeenCalled();
  end();
});

test('a disk that fails to sync is told', async () => {
  const writer = openWriter(temporaryFolder());
  onSync((done) => done(new Error('the disk has gone')));
  const { inbox, end } = serving(writer);
  inbox.postMessage({ kind: 'files', files: [fileOf('a.txt', dispatch())], more: false });
  await vi.waitFor(
    () =>
      expect(writer.notices).toEqual([
        message('library.not-synced', { reason: message('system', { reason: 'the disk has gone' }) }),
      ]),
    5_000,
  );
  end();
});

test('what a full disk keeps out is told with its folder and refused, and no longer told when there is room', async () => {
  const folder = temporaryFolder();
  const writer = openWriter(folder);
  const told: LibraryEvent[] = [];
  const { inbox, end } = serving(writer, (event) => told.push(event));
  const receipts: unknown[] = [];
  inbox.on('message', (receipt) => receipts.push(receipt));
  const large = fileOf('a.txt', dispatch({ body: Array.from({ length: 20_000 }, (_, n) => `Absatz ${n ** 3}.`) }));
  const { page_count: pages } = writer.store.db.prepare('PRAGMA page_count').get() ?? {};
  writer.store.db.exec(`PRAGMA max_page_count = ${pages}`);
  inbox.postMessage({ kind: 'files', files: [large], more: false });
  await vi.waitFor(() => expect(receipts).toEqual([{ imported: undefined }]), 5_000);
  expect(writer.notices).toEqual([message('library.not-imported', { reason: message('disk.full', { folder }) })]);
  const [notice] = writer.notices;
  writer.store.db.exec('PRAGMA max_page_count = 1000000');
  inbox.postMessage({ kind: 'files', files: [large], more: false });
  await vi.waitFor(() => expect(receipts).toHaveLength(2), 5_000);
  expect(receipts[1]).toEqual({ imported: { new: 1, versions: 0, known: 0 } });
  expect(told).toContainEqual({ event: 'over', notice });
  expect(writer.notices).toEqual([]);
  end();
});

const first = message('text', { text: 'Erstens' });
const second = message('text', { text: 'Zweitens' });
const notUpdated = message('search.not-updated', { reason: message('system', { reason: 'disk full' }) });

test('a notice that comes just before another is over is told', async () => {
  const writer = openWriter(temporaryFolder());
  const told: LibraryEvent[] = [];
  const { inbox, end } = serving(writer, (event) => told.push(event));
  writer.notice(first);
  inbox.postMessage({ kind: 'gone', path: 'a.txt' });
  await vi.waitFor(() => expect(told).toContainEqual({ event: 'notice', notices: [first] }));
  writer.notice(second);
  writer.withdraw(message('text', { text: 'Erstens' }));
  inbox.postMessage({ kind: 'gone', path: 'b.txt' });
  await vi.waitFor(() => expect(told).toContainEqual({ event: 'notice', notices: [second] }));
  end();
});

test('what search could not take in is brought again by itself', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const { writer, changes, fail } = withSlowText();
    const { inbox, end } = serving(writer);
    inbox.postMessage({ kind: 'files', files: [fileOf('a.txt', dispatch())], more: false });
    await vi.waitFor(() => expect(changes).toHaveLength(1));
    fail('disk full');
    expect(writer.notices).toEqual([notUpdated]);
    await vi.advanceTimersByTimeAsync(20_000);
    await vi.waitFor(() => expect(changes).toHaveLength(1));
    expect(writer.notices).toEqual([]);
    end();
  } finally {
    vi.useRealTimers();
  }
});
