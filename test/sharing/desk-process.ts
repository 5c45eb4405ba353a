import { once } from 'node:events';
import { DatabaseSync } from 'node:sqlite';
import { ALL_STATUSES } from '../../main/library/index/statuses.ts';
import { Library, prepare } from '../../main/library/library.ts';
import { localLists } from '../../main/reader/local-lists.ts';
import { openRules } from '../../main/reader/rules/rules-file.ts';
import { openSettings } from '../../main/reader/settings-file.ts';
import { Sharing } from '../../main/sharing/sharing.ts';
import type { StatusChange } from '../../preload/contract/contract.ts';
import { dispatch } from '../unit/library/sample.ts';

/** A desk as a process of its own: a library that shares, ordered about over IPC. */

export type Order =
  | { name: 'join'; invitation: string; marks: 'desk' | 'person' }
  | { name: 'mark'; ids: string[]; change: StatusChange }
  | { name: 'statuses' }
  | { name: 'info' }
  | { name: 'import'; dispatches: Parameters<typeof dispatch>[0][] }
  | { name: 'article'; id: string }
  | { name: 'shareLists'; on: boolean }
  /** Saves a search under a name; without a search it is deleted. */
  | { name: 'saveSearch'; id: string; search: string | undefined }
  | { name: 'makeRule'; id: string; search: string }
  | { name: 'lists' }
  | { name: 'leave' }
  | { name: 'close' };

const [dataFolder = '', pollMs = '500', ahead = '0'] = process.argv.slice(2);

if (ahead !== '0') {
  const now = Date.now.bind(Date);
  const RealDate = Date;
  const shift = Number(ahead);
  globalThis.Date = class extends RealDate {
    constructor(...given: [] | [string | number]) {
      super(given.length === 0 ? now() + shift : given[0]);
    }
    static override now(): number {
      return now() + shift;
    }
  } as DateConstructor;
}

let sharing: Sharing | undefined;
const settings = openSettings(dataFolder, () => {});
const rules = openRules(dataFolder, () => {});
const nothing = { saved: () => {}, rules: () => {} };
const library = await Library.open(dataFolder, {
  arrived: () => {},
  changed: () => sharing?.poke(),
  rebuilding: (progress) => {
    if (!progress) sharing?.rebuilt();
  },
  notices: () => {},
  over: () => {},
  failed: (error) => process.send?.({ failed: error.message }),
});
sharing = new Sharing({
  library: library.sharing,
  dataFolder,
  lists: localLists(settings, rules, nothing),
  changed: () => {},
  notice: () => {},
  pollMs: Number(pollMs),
});
sharing.start();

/** Every status of the library, as it is stored. */
function statuses(): Record<string, unknown> {
  const db = new DatabaseSync(library.indexPath, { readOnly: true });
  const rows = db.prepare(`SELECT id, json FROM (${ALL_STATUSES}) ORDER BY id`).all();
  db.close();
  return Object.fromEntries(rows.map(({ id, json }) => [String(id), JSON.parse(String(json))]));
}

/** Dispatches as an inbox brings them. */
async function bring(given: readonly Parameters<typeof dispatch>[0][]): Promise<void> {
  const port = library.inboxPort();
  const files = given.map((change) => {
    const one = dispatch(change);
    const path = `${one.id}-${one.version}.txt`;
    return {
      path,
      size: 1,
      mtime: 1,
      ctime: 1,
      sha256: path,
      dispatches: [prepare({ ...one, file: { ...one.file, path } })],
    };
  });
  port.postMessage({ kind: 'files', files, more: false });
  await once(port, 'message');
  port.close();
}

async function obey(order: Order): Promise<unknown> {
  switch (order.name) {
    case 'join':
      return sharing?.join(order.invitation, order.marks);
    case 'mark':
      return library.mark(order.ids, order.change);
    case 'statuses':
      return statuses();
    case 'info':
      return sharing?.info;
    case 'import':
      return bring(order.dispatches);
    case 'article':
      return library.article({ id: order.id });
    case 'shareLists':
      return sharing?.shareLists(order.on);
    case 'saveSearch': {
      const { id, search } = order;
      const others = settings.data.saved.filter((one) => one.id !== id);
      settings.data.saved = search === undefined ? others : [...others, { id, name: id, search }];
      return settings.write();
    }
    case 'makeRule':
      rules.data.rules.push({ id: order.id, name: 'Regel', search: order.search, on: true, actions: { alarm: true } });
      return rules.write();
    case 'lists':
      return {
        saved: settings.data.saved.map(({ id, search }) => `${id} ${search}`).sort(),
        rules: rules.data.rules.map(({ search }) => search),
      };
    case 'leave':
      return sharing?.leave();
    case 'close':
      await sharing?.close();
      await library.close();
      return undefined;
  }
}

process.on('message', (message: { id: number; order: Order }) => {
  obey(message.order).then(
    (value) => {
      process.send?.({ id: message.id, value });
      if (message.order.name === 'close') process.disconnect?.();
    },
    (error: unknown) => process.send?.({ id: message.id, error: String(error) }),
  );
});
process.send?.({ ready: true });
