import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { Inbox } from '../../../main/inbox/inbox.ts';
import { type FoundFile, Tree } from '../../../main/inbox/scan.ts';
import type { Message } from '../../../preload/contract/messages.ts';
import { temporaryFolder } from '../temporary.ts';

const LONG_AGO = new Date('2025-11-10T10:15:00Z');

function put(path: string): void {
  writeFileSync(path, 'Meldung');
  utimesSync(path, LONG_AGO, LONG_AGO);
}

const all = (looks: Generator<FoundFile[]>) => [...looks].flat().map(({ path }) => path);

/** A folder with two subfolders, scanned once, in which nothing has changed for a long time. */
function quietTree() {
  const root = temporaryFolder();
  for (const name of ['a', 'b']) {
    mkdirSync(join(root, name));
    put(join(root, name, 'alt.txt'));
  }
  for (const name of ['a', 'b', '.']) utimesSync(join(root, name), LONG_AGO, LONG_AGO);
  const tree = new Tree(root);
  expect(all(tree.scan({ changed: true }))).toEqual(['b/alt.txt', 'a/alt.txt']);
  return { root, tree };
}

test('only folders with new files are scanned again', () => {
  const { root, tree } = quietTree();
  expect(all(tree.scan({ changed: true }))).toEqual([]);
  put(join(root, 'a', 'neu.txt'));
  expect(all(tree.scan({ changed: true }))).toEqual(['a/neu.txt', 'a/alt.txt']);
  expect(all(tree.scan())).toEqual(['b/alt.txt', 'a/neu.txt', 'a/alt.txt']);
});

test('a folder whose time a copying program sets back is scanned again', () => {
  const { root, tree } = quietTree();
  put(join(root, 'a', 'neu.txt'));
  utimesSync(join(root, 'a'), LONG_AGO, LONG_AGO);
  expect(all(tree.scan({ changed: true }))).toContain('a/neu.txt');
});

test('a new folder is scanned at any depth', () => {
  const { root, tree } = quietTree();
  mkdirSync(join(root, 'b', 'c', 'd'), { recursive: true });
  put(join(root, 'b', 'c', 'd', 'neu.txt'));
  expect(all(tree.scan({ changed: true }))).toContain('b/c/d/neu.txt');
});

test('a folder that changed just before the scan is scanned once more', () => {
  const root = temporaryFolder();
  const tree = new Tree(root);
  const now = new Date();
  put(join(root, 'eins.txt'));
  utimesSync(root, now, now);
  all(tree.scan());
  // Within one step of the drive's clock.
  put(join(root, 'zwei.txt'));
  utimesSync(root, now, now);
  expect(all(tree.scan({ changed: true }))).toEqual(['zwei.txt', 'eins.txt']);
});

test('files that arrive between the first scan and the watching are imported', async () => {
  const root = temporaryFolder();
  const deliver = vi.fn();
  const report = vi.fn();
  const inbox = new Inbox({ root, problems: () => [], known: () => [], deliver, report });
  inbox.rescan();
  await vi.waitFor(() => expect(report).toHaveBeenCalledWith(expect.objectContaining({ kind: 'settled' })));
  writeFileSync(join(root, 'dazwischen.txt'), 'Meldung');
  inbox.catchUp();
  const read = { kind: 'files', files: [expect.objectContaining({ path: 'dazwischen.txt' })], more: false };
  await vi.waitFor(() => expect(deliver).toHaveBeenCalledWith(read), 3_000);
  inbox.close();
});

test('a full scan requested meanwhile is not reduced to a smaller one', async () => {
  const root = temporaryFolder();
  put(join(root, 'eins.txt'));
  utimesSync(root, LONG_AGO, LONG_AGO);
  const known = vi.fn(() => [true]);
  const inbox = new Inbox({ root, problems: () => [], known, deliver: vi.fn(), report: vi.fn() });
  inbox.rescan();
  inbox.rescan();
  inbox.catchUp();
  await vi.waitFor(() => expect(known).toHaveBeenCalledTimes(2));
  inbox.close();
});

test('an unreadable folder is reported once, and checked until it is readable', async () => {
  const place = join(temporaryFolder(), 'drive');
  const root = join(place, 'wires');
  writeFileSync(place, 'no folder');
  const deliver = vi.fn();
  const troubles: (Message | undefined)[] = [];
  const inbox = new Inbox({
    root,
    problems: () => [],
    known: () => [],
    deliver,
    report: (event) => event.kind === 'trouble' && troubles.push(event.message),
  });
  inbox.rescan();
  inbox.catchUp();
  expect(troubles).toEqual([expect.objectContaining({ code: 'wires.unreadable' })]);
  rmSync(place);
  mkdirSync(root, { recursive: true });
  put(join(root, 'eins.txt'));
  inbox.catchUp();
  expect(troubles).toEqual([expect.objectContaining({ code: 'wires.unreadable' }), undefined]);
  const read = expect.objectContaining({ files: [expect.objectContaining({ path: 'eins.txt' })] });
  await vi.waitFor(() => expect(deliver).toHaveBeenCalledWith(read), 3_000);
  inbox.close();
});
