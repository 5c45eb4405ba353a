import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { Inbox } from '../../../main/inbox/inbox.ts';
import type { InboxEvent } from '../../../main/inbox/messages.ts';
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
  // ... and as it was before when it is looked at again.
  isKnown = true;
  await vi.waitFor(() => expect(events.map(({ kind }) => kind)).toContain('settled'), 3_000);
  inbox.close();
});
