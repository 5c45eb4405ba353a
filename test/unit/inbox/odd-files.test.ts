import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, rmSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { Inbox } from '../../../main/inbox/inbox.ts';
import { readFile } from '../../../main/inbox/read-file.ts';
import type { InboxBatch } from '../../../main/library/worker/inbox-batches.ts';
import { message } from '../../../preload/contract/messages.ts';
import { temporaryFolder } from '../temporary.ts';

const TEXT = 'Der Hafen von Birkau bleibt am Montag gesperrt.\n\nDas teilte die Stadt mit.\n';

/** Writes a wire file that has not changed for long. */
function wire(path: string, seconds = 1_700_000_000): void {
  writeFileSync(path, TEXT);
  utimesSync(path, seconds, seconds);
}

/** An inbox that has started to scan a folder; what it delivered, by path. */
function scanned(root: string) {
  const delivered: InboxBatch[] = [];
  const inbox = new Inbox({
    root,
    known: () => [],
    problems: () => [],
    deliver(batch) {
      delivered.push(batch);
      if (batch.kind === 'files') inbox.received({ imported: { new: batch.files.length, versions: 0, known: 0 } });
    },
    report: () => {},
  });
  onTestFinished(() => inbox.close());
  inbox.rescan();
  const files = () => delivered.flatMap((batch) => (batch.kind === 'files' ? batch.files : []));
  return {
    inbox,
    files,
    paths: () =>
      files()
        .map(({ path }) => path)
        .sort(),
    problems: () =>
      delivered.flatMap((batch) => (batch.kind === 'problem' ? [[batch.path, batch.problem.message]] : [])),
  };
}

/** Sorted first by a scan, so that it comes after everything odd. */
const LAST = '0.txt';

describe.skipIf(process.platform === 'win32')('in the wire folder', () => {
  test('names of 255 bytes and twins that differ in case are files like any other', async () => {
    const root = temporaryFolder();
    const long = `${'ä'.repeat(125)}n.txt`;
    expect(Buffer.byteLength(long)).toBe(255);
    const names = [LAST, long, ...(process.platform === 'linux' ? ['Hafen.txt', 'hafen.txt'] : [])];
    for (const name of names) wire(join(root, name));
    const { paths } = scanned(root);
    await vi.waitFor(() => expect(paths()).toEqual(names.sort()));
  });

  test('pipes, sockets and devices are left alone and hold nothing up', async () => {
    const root = temporaryFolder();
    execFileSync('mkfifo', [join(root, 'pipe.txt')]);
    const server = createServer();
    await new Promise<void>((listening) => server.listen(join(root, 'socket.txt'), listening));
    onTestFinished(() => void server.close());
    symlinkSync('/dev/zero', join(root, 'zero.txt'));
    wire(join(root, LAST));
    const { paths, problems } = scanned(root);
    await vi.waitFor(() => expect(paths()).toEqual([LAST]));
    expect(problems()).toEqual([]);
  });

  test('a pipe that took the place of a file since the scan is not waited for', () => {
    const root = temporaryFolder();
    execFileSync('mkfifo', [join(root, 'a.txt')]);
    expect(readFile(root, 'a.txt')).toEqual({ kind: 'gone' });
  });

  test('links are followed inside, ignored in loops, and reported where they lead to a file outside', async () => {
    const [root, outside] = [temporaryFolder(), temporaryFolder()];
    mkdirSync(join(root, 'dpa'));
    wire(join(root, 'dpa', 'a.txt'));
    wire(join(outside, 'private.txt'));
    symlinkSync(join('dpa', 'a.txt'), join(root, 'inside.txt'));
    symlinkSync('loop-2.txt', join(root, 'loop-1.txt'));
    symlinkSync('loop-1.txt', join(root, 'loop-2.txt'));
    symlinkSync('..', join(root, 'dpa', 'up'));
    symlinkSync(outside, join(root, 'folder'));
    symlinkSync(join(outside, 'private.txt'), join(root, 'out.txt'));
    symlinkSync('out.txt', join(root, 'out-by-two.txt'));
    wire(join(root, LAST));
    const { paths, problems } = scanned(root);
    await vi.waitFor(() => expect(paths()).toEqual([LAST, 'dpa/a.txt', 'inside.txt']));
    const why = message('file.link-outside');
    expect(problems().sort()).toEqual([
      ['out-by-two.txt', why],
      ['out.txt', why],
    ]);
  });

  test('a file that became a link out of the folder since the scan is not read', () => {
    const [root, outside] = [temporaryFolder(), temporaryFolder()];
    wire(join(outside, 'private.txt'));
    wire(join(root, 'a.txt'));
    symlinkSync('a.txt', join(root, 'inside.txt'));
    expect(readFile(root, 'inside.txt')).toMatchObject({ kind: 'read' });
    rmSync(join(root, 'a.txt'));
    symlinkSync(join(outside, 'private.txt'), join(root, 'a.txt'));
    expect(readFile(root, 'a.txt')).toEqual({ kind: 'unreadable', message: message('file.link-outside') });
  });

  test('a file of 5 GB is a problem by its size alone', async () => {
    const root = temporaryFolder();
    writeFileSync(join(root, 'huge.txt'), '');
    truncateSync(join(root, 'huge.txt'), 5 * 1024 ** 3);
    utimesSync(join(root, 'huge.txt'), 1_700_000_000, 1_700_000_000);
    wire(join(root, LAST));
    const { paths, files } = scanned(root);
    await vi.waitFor(() => expect(paths()).toEqual([LAST, 'huge.txt']), 5_000);
    expect(files().find(({ path }) => path === 'huge.txt')).toMatchObject({
      sha256: '',
      dispatches: [],
      problem: { message: { code: 'file.too-large' } },
    });
  });

  test('a file that never stands still keeps no other waiting', async () => {
    const root = temporaryFolder();
    const restless = join(root, 'restless.txt');
    writeFileSync(restless, TEXT);
    wire(join(root, LAST));
    const writing = setInterval(() => appendFileSync(restless, TEXT), 50);
    onTestFinished(() => clearInterval(writing));
    const { paths, inbox } = scanned(root);
    await vi.waitFor(() => {
      inbox.touched(restless);
      expect(paths()).toEqual([LAST]);
    }, 5_000);
    clearInterval(writing);
    await vi.waitFor(() => expect(paths()).toEqual([LAST, 'restless.txt']), 5_000);
  });

  test('times in 1960, 1970 and 2100 are times like any other', async () => {
    const root = temporaryFolder();
    wire(join(root, 'then.txt'), -315_619_200);
    wire(join(root, 'epoch.txt'), 0);
    wire(join(root, 'later.txt'), 4_102_444_800);
    const { paths, files } = scanned(root);
    await vi.waitFor(() => expect(paths()).toEqual(['epoch.txt', 'later.txt', 'then.txt']), 5_000);
    for (const { dispatches } of files()) expect(dispatches).toHaveLength(1);
  });
});
