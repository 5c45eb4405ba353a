import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { InboxStart } from '../../../main/inbox/inbox-client.ts';
import type { InboxEvent } from '../../../main/inbox/messages.ts';
import { WireDesk } from '../../../main/reader/wire-desk.ts';
import { message } from '../../../preload/contract/messages.ts';
import { temporaryFolder } from '../temporary.ts';

const inboxes = vi.hoisted(() => [] as { start: InboxStart; hear: (event: InboxEvent) => void; closed: boolean }[]);

vi.mock('../../../main/inbox/inbox-client.ts', () => ({
  InboxClient: class {
    private readonly made: (typeof inboxes)[number];
    constructor(start: InboxStart, hear: (event: InboxEvent) => void) {
      this.made = { start, hear, closed: false };
      inboxes.push(this.made);
    }
    order() {}
    async close() {
      this.made.closed = true;
    }
  },
}));

/** A desk over a fake library. */
function deskOn(folder: string): WireDesk {
  inboxes.length = 0;
  const desk = new WireDesk({
    library: { isNew: false, indexPath: join(folder, 'data/index.sqlite'), inboxPort: () => undefined },
    settings: { data: {}, write: () => {} },
    events: { emit: () => {} },
    notices: [],
    options: { version: '0', host: { name: 'browser' } },
    dataFolder: join(folder, 'data'),
  } as unknown as ConstructorParameters<typeof WireDesk>[0]);
  return desk;
}

test('a wire folder that is there again while the desk closes is not watched anew', async () => {
  const folder = temporaryFolder();
  const desk = deskOn(folder);
  desk.watch(folder);
  const closing = desk.close();
  inboxes[0]?.hear({ kind: 'trouble', message: undefined });
  await closing;
  await new Promise(setImmediate);
  expect(inboxes.map(({ closed }) => closed)).toEqual([true]);
});

test('the inbox knows that the person was told of a wire folder that is away', () => {
  const folder = temporaryFolder();
  const wires = join(folder, 'wires');
  const desk = deskOn(folder);
  desk.watch(wires);
  expect(desk.info.notices).toEqual([message('wires.missing', { folder: wires })]);
  mkdirSync(wires);
  desk.watch(wires);
  expect(inboxes.map(({ start }) => start.away)).toEqual([true, false]);
});

test('reading that was paused stays paused when the wire folder is there again', async () => {
  const folder = temporaryFolder();
  const desk = deskOn(folder);
  desk.watch(folder);
  inboxes[0]?.hear({ kind: 'progress', state: 'paused', done: 0, total: 3 });
  inboxes[0]?.hear({ kind: 'trouble', message: undefined });
  await vi.waitFor(() => expect(inboxes.map(({ start }) => start.paused)).toEqual([false, true]));
});
