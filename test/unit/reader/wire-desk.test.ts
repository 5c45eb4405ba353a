import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { InboxStart } from '../../../main/inbox/inbox-client.ts';
import type { InboxEvent, InboxOrder } from '../../../main/inbox/messages.ts';
import { WireDesk } from '../../../main/reader/wire-desk.ts';
import { foldersAt } from '../../../main/reader/wire-folders.ts';
import { message } from '../../../preload/contract/messages.ts';
import { temporaryFolder } from '../temporary.ts';

const inboxes = vi.hoisted(
  () => [] as { start: InboxStart; hear: (event: InboxEvent) => void; orders: InboxOrder[]; closed: boolean }[],
);

vi.mock('../../../main/inbox/inbox-client.ts', () => ({
  InboxClient: class {
    private readonly made: (typeof inboxes)[number];
    constructor(start: InboxStart, hear: (event: InboxEvent) => void) {
      this.made = { start, hear, orders: [], closed: false };
      inboxes.push(this.made);
    }
    order(order: InboxOrder) {
      this.made.orders.push(order);
    }
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
  desk.watch(foldersAt([folder]));
  const closing = desk.close();
  inboxes[0]?.hear({ kind: 'trouble', key: '', message: undefined });
  await closing;
  await new Promise(setImmediate);
  expect(inboxes.map(({ closed, orders }) => [closed, orders])).toEqual([[true, []]]);
});

test('the inbox knows that the person was told of a wire folder that is away', () => {
  const folder = temporaryFolder();
  const wires = join(folder, 'wires');
  const desk = deskOn(folder);
  desk.watch(foldersAt([wires]));
  expect(desk.info.notices).toEqual([message('wires.missing', { folder: wires })]);
  mkdirSync(wires);
  desk.watch(foldersAt([wires]));
  expect(inboxes.map(({ start }) => start.folders[0]?.away)).toEqual([true, false]);
});

test('only the wire folder that is there again is watched anew', async () => {
  const folder = temporaryFolder();
  const [here, away] = [join(folder, 'here'), join(folder, 'away')];
  mkdirSync(here);
  const desk = deskOn(folder);
  const folders = foldersAt([here, away]);
  desk.watch(folders);
  expect(desk.info.notices).toEqual([message('wires.missing', { folder: away })]);
  mkdirSync(away);
  const key = folders[1]?.key ?? '';
  inboxes[0]?.hear({ kind: 'trouble', key, message: undefined });
  await vi.waitFor(() => expect(inboxes[0]?.orders).toHaveLength(1));
  expect(inboxes).toHaveLength(1);
  expect(inboxes[0]?.orders).toMatchObject([{ kind: 'folder', folder: { root: away, away: false } }]);
  expect(desk.info.notices).toEqual([]);
});

test('a folder inside another one is told, and not read twice', () => {
  const folder = temporaryFolder();
  const inside = join(folder, 'inside');
  mkdirSync(inside);
  const desk = deskOn(folder);
  desk.watch(foldersAt([folder, inside]));
  expect(inboxes[0]?.start.folders.map(({ root }) => root)).toEqual([folder]);
  expect(desk.info.wireFolders.map(({ trouble }) => trouble)).toEqual([
    undefined,
    message('folder.inside', { path: inside, other: folder }),
  ]);
});
