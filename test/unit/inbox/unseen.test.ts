import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { Inbox } from '../../../main/inbox/inbox.ts';
import type { InboxEvent } from '../../../main/inbox/messages.ts';
import type { InboxBatch } from '../../../main/library/worker/inbox-batches.ts';
import { temporaryFolder } from '../temporary.ts';

/** An inbox over a folder and a library that remembers problems; `looked` resolves when it has nothing left to do. */
function inboxOn(
  root: string,
  { problems = [], ...more }: { problems?: string[]; except?: string; wasAway?: boolean; named?: string } = {},
) {
  const delivered: InboxBatch[] = [];
  const events: InboxEvent[] = [];
  const inbox = new Inbox({
    root,
    ...more,
    known: () => [],
    problems: () => problems,
    deliver: (batch) => delivered.push(batch),
    report: (event) => events.push(event),
  });
  const paths = () => delivered.flatMap((batch) => (batch.kind === 'files' ? batch.files.map(({ path }) => path) : []));
  return { inbox, delivered, events, paths };
}

const gone = (delivered: readonly InboxBatch[]) => delivered.flatMap((one) => (one.kind === 'gone' ? [one.path] : []));

test('the problem of a file that disappeared unnoticed is gone after the next full scan', async () => {
  const root = temporaryFolder();
  writeFileSync(join(root, 'da.bin'), 'x');
  const { inbox, delivered } = inboxOn(root, { problems: ['da.bin', 'weg.bin', 'fort/weg.bin'] });
  inbox.rescan();
  await vi.waitFor(() => expect(gone(delivered)).toEqual(['weg.bin', 'fort/weg.bin']));
  inbox.close();
});

test('of a folder that is away nobody knows what became of its problems', async () => {
  const root = join(temporaryFolder(), 'fort');
  const { inbox, delivered, events } = inboxOn(root, { problems: ['weg.bin'] });
  inbox.rescan();
  inbox.catchUp();
  expect(events.filter(({ kind }) => kind === 'trouble')).toEqual([
    { kind: 'trouble', message: { code: 'wires.missing', values: { folder: root } } },
  ]);
  mkdirSync(root);
  inbox.catchUp();
  expect(events.at(-1)).toEqual({ kind: 'trouble', message: undefined });
  expect(gone(delivered)).toEqual([]);
  rmSync(root, { recursive: true });
  inbox.catchUp();
  expect(events.at(-1)).toMatchObject({ kind: 'trouble', message: { values: { folder: root } } });
  inbox.close();
});

test('a folder reported as missing that exists at the first scan is reported as found', () => {
  const { inbox, events } = inboxOn(temporaryFolder(), { wasAway: true });
  inbox.rescan();
  expect(events).toEqual([{ kind: 'trouble', message: undefined }]);
  inbox.close();
});

test('a changed link to the wire folder is reported, so that its new target is watched', () => {
  const folder = temporaryFolder();
  const [root, other, named] = [join(folder, 'montag'), join(folder, 'dienstag'), join(folder, 'heute')];
  mkdirSync(root);
  symlinkSync(root, named);
  const { inbox, events } = inboxOn(root, { named });
  inbox.rescan();
  expect(events).toEqual([]);
  mkdirSync(other);
  rmSync(named);
  symlinkSync(other, named);
  inbox.catchUp();
  expect(events).toEqual([{ kind: 'trouble', message: undefined }]);
  inbox.close();
});

test('a folder whose name is not UTF-8 is reported', async () => {
  const root = temporaryFolder();
  const name = Buffer.concat([Buffer.from(`${root}/M`), Buffer.from([0xfc]), Buffer.from('nchen')]);
  mkdirSync(name);
  writeFileSync(Buffer.concat([name, Buffer.from('/a.txt')]), 'Meldung');
  const { inbox, delivered } = inboxOn(root, { problems: ['M\ufffdnchen'] });
  inbox.rescan();
  const problem = { reason: 'unreadable', message: { code: 'file.name-not-utf8', values: {} } };
  await vi.waitFor(() => expect(delivered).toEqual([{ kind: 'problem', path: 'M\ufffdnchen', problem, size: 0 }]));
  inbox.close();
});

test('no file of the library is read if its folder is the wire folder', async () => {
  const root = temporaryFolder();
  writeFileSync(join(root, 'settings.json'), '{}');
  const { inbox, delivered, events } = inboxOn(root, { except: root });
  inbox.rescan();
  await vi.waitFor(() => expect(events).toContainEqual(expect.objectContaining({ kind: 'settled' })));
  expect(delivered).toEqual([]);
  inbox.close();
});

test('a file whose name is not UTF-8 is reported, and remains a problem while it exists', async () => {
  const root = temporaryFolder();
  const name = Buffer.concat([Buffer.from(`${root}/m`), Buffer.from([0xfc]), Buffer.from('l.txt')]);
  writeFileSync(name, 'Meldung');
  const { inbox, delivered } = inboxOn(root, { problems: ['m\ufffdl.txt'] });
  inbox.rescan();
  const problem = { reason: 'unreadable', message: { code: 'file.name-not-utf8', values: {} } };
  await vi.waitFor(() => expect(delivered).toEqual([{ kind: 'problem', path: 'm\ufffdl.txt', problem, size: 0 }]));
  inbox.close();
});

const isRoot = process.getuid?.() === 0;
const NO_BARS = 'nothing is closed to root';

test.for([
  ['opened', 0],
  ['entered, only listed,', 0o400],
] as const)('a folder that may not be %s is told', async ([, mode], { skip }) => {
  skip(isRoot, NO_BARS);
  const root = temporaryFolder();
  const folder = join(root, 'zu');
  mkdirSync(folder);
  writeFileSync(join(folder, 'a.txt'), 'Meldung');
  chmodSync(folder, mode);
  onTestFinished(() => chmodSync(folder, 0o700));
  const { inbox, delivered } = inboxOn(root);
  inbox.rescan();
  await vi.waitFor(() => expect(delivered).toMatchObject([{ kind: 'problem', path: 'zu' }]));
  inbox.close();
});

test.for([0, 0o400])('a wire folder that may not be opened (mode %o) is told until it may', (mode, { skip }) => {
  skip(isRoot, NO_BARS);
  const root = temporaryFolder();
  chmodSync(root, mode);
  onTestFinished(() => chmodSync(root, 0o700));
  const { inbox, events } = inboxOn(root);
  inbox.rescan();
  expect(events).toEqual([{ kind: 'trouble', message: { code: 'wires.forbidden', values: { folder: root } } }]);
  chmodSync(root, 0o700);
  inbox.rescan();
  expect(events.at(-1)).toEqual({ kind: 'trouble', message: undefined });
  inbox.close();
});

test('a link to a file is read, a folder that is to be left alone is not', async () => {
  const root = temporaryFolder();
  const elsewhere = join(root, '.elsewhere');
  mkdirSync(elsewhere);
  writeFileSync(join(elsewhere, 'ziel.txt'), 'Meldung');
  symlinkSync(join(elsewhere, 'ziel.txt'), join(root, 'link.txt'));
  symlinkSync(join(elsewhere, 'nirgends.txt'), join(root, 'leer.txt'));
  mkdirSync(join(root, 'data'));
  writeFileSync(join(root, 'data', 'index.txt'), 'Meldung');
  const { inbox, events, paths } = inboxOn(root, { except: join(root, 'data') });
  inbox.rescan();
  await vi.waitFor(() => expect(paths()).toEqual(['link.txt']), 3_000);
  inbox.received({ imported: { new: 1, versions: 0, known: 0 } });
  await vi.waitFor(() => expect(events).toContainEqual(expect.objectContaining({ kind: 'settled', files: 1 })));
  inbox.close();
});

test('what the library had no room for comes again', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const root = temporaryFolder();
    writeFileSync(join(root, 'a.txt'), 'Meldung');
    const { inbox, events, paths } = inboxOn(root);
    inbox.again('a.txt');
    await vi.waitFor(() => expect(paths()).toEqual(['a.txt']));
    inbox.received({ imported: undefined });
    expect(events).toContainEqual({ kind: 'refused' });
    await vi.waitFor(() => expect(events.at(-1)).toMatchObject({ kind: 'progress', done: 0, total: 1 }));
    await vi.advanceTimersByTimeAsync(10_000);
    await vi.waitFor(() => expect(paths()).toEqual(['a.txt', 'a.txt']));
    inbox.received({ imported: { new: 1, versions: 0, known: 0 } });
    await vi.waitFor(() => expect(events).toContainEqual(expect.objectContaining({ kind: 'settled', files: 1 })));
    inbox.close();
  } finally {
    vi.useRealTimers();
  }
});
