import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { Inbox } from '../../../main/inbox/inbox.ts';
import type { InboxEvent } from '../../../main/inbox/messages.ts';
import type { InboxBatch } from '../../../main/library/worker/inbox-batches.ts';
import { temporaryFolder } from '../temporary.ts';

test('a known file that gets another time and its old one back keeps nobody waiting', async () => {
  const root = temporaryFolder();
  const path = join(root, 'a.txt');
  writeFileSync(path, 'Meldung');
  let isKnown = false;
  const events: InboxEvent[] = [];
  const inbox = new Inbox({
    root,
    problems: () => [],
    known: (files) => files.map(() => isKnown),
    deliver: vi.fn(),
    report: (event) => events.push(event),
  });
  // Seen as new while it is copied over itself ...
  inbox.touched(path);
  // ... and as it was before when it is checked again.
  isKnown = true;
  await vi.waitFor(() => expect(events.map(({ kind }) => kind)).toContain('settled'), 3_000);
  inbox.close();
});

test('a file on its way to the library is not read again by the next scan', async () => {
  const root = temporaryFolder();
  writeFileSync(join(root, 'a.txt'), 'Meldung');
  utimesSync(join(root, 'a.txt'), 1_700_000_000, 1_700_000_000);
  const delivered: InboxBatch[] = [];
  const events: InboxEvent[] = [];
  const inbox = new Inbox({
    root,
    problems: () => [],
    known: () => [],
    deliver: (batch) => delivered.push(batch),
    report: (event) => events.push(event),
  });
  inbox.rescan();
  await vi.waitFor(() => expect(delivered).toHaveLength(1), 3_000);
  // Later files are sent by the same scan, after all others that it finds.
  writeFileSync(join(root, 'b.txt'), 'Andere Meldung');
  utimesSync(join(root, 'b.txt'), 1_700_000_000, 1_700_000_000);
  inbox.rescan();
  await vi.waitFor(() => expect(delivered).toHaveLength(2), 3_000);
  const paths = delivered.flatMap((one) => (one.kind === 'files' ? one.files.map(({ path }) => path) : []));
  expect(paths).toEqual(['a.txt', 'b.txt']);
  inbox.received({ imported: { new: 1, versions: 0, known: 0 } });
  inbox.received({ imported: { new: 1, versions: 0, known: 0 } });
  await vi.waitFor(() => expect(events).toContainEqual(expect.objectContaining({ kind: 'settled', files: 2 })));
  inbox.close();
});

test('a new file goes ahead of all that a scan has found, whatever its time, and so does a new folder', async () => {
  const root = temporaryFolder();
  const put = (name: string, seconds: number) => {
    const path = join(root, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, 'Meldung');
    utimesSync(path, seconds, seconds);
    return path;
  };
  for (let i = 0; i < 600; i++) put(`alt-${i}.txt`, 1_700_000_000 + i);
  const read: string[] = [];
  const inbox = new Inbox({
    root,
    problems: () => [],
    known: () => [],
    deliver(batch) {
      if (batch.kind === 'files') read.push(...batch.files.map(({ path }) => path));
    },
    report: vi.fn(),
  });
  inbox.pause();
  inbox.rescan();
  // Old by its own time, and as unchanged as a file that was moved here.
  const [older, newer] = [put('kopiert.txt', 1_600_000_000), put('neuer-ordner/neu.txt', 1_750_000_000)];
  vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 60_000);
  inbox.touched(older);
  inbox.folder(dirname(newer));
  inbox.resume();
  // Nothing is answered: a few batches of the 602 files are read at most.
  await vi.waitFor(() => expect(read).toEqual(expect.arrayContaining(['kopiert.txt', 'neuer-ordner/neu.txt'])));
  vi.restoreAllMocks();
  inbox.close();
});
