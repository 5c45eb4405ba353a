import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
    known: () => isKnown,
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
    known: () => false,
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
