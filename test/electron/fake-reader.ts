import { basename } from 'node:path';
import { UserError } from '../../main/errors.ts';
import type { Reader } from '../../main/reader/reader.ts';
import {
  type AppInfo,
  type Article,
  DEFAULT_SETTINGS,
  type EventName,
  type EventOf,
  type ListRow,
  type Progress,
  type ReaderHandlers,
  type Settings,
} from '../../preload/contract/contract.ts';
import type { Message } from '../../preload/contract/messages.ts';

export const settings: Settings = {
  ...DEFAULT_SETTINGS,
  language: 'en',
  panes: [20, 30, 50],
  textSize: 16,
  measure: 70,
};

const idle: Progress = { state: 'idle', done: 0, total: 0, rate: 0 };

export const row = (change: Partial<ListRow> & { id: string }): ListRow => ({
  version: 1,
  headline: `Headline of ${change.id}`,
  snippet: 'An invented lead.',
  source: 'Invented Wire',
  categories: [],
  publishedAt: new Date().toISOString(),
  receivedAt: new Date().toISOString(),
  urgency: 5,
  status: 'usable',
  read: false,
  bookmarked: false,
  tags: [],
  hasNote: false,
  updated: false,
  ...change,
});

const articleOf = ({ id, headline, publishedAt, receivedAt, read, bookmarked, tags }: ListRow): Article => ({
  dispatch: {
    ...{
      id,
      version: 1,
      status: 'usable',
      headline,
      categories: [],
      keywords: [],
      urgency: 5,
      publishedAt,
      receivedAt,
    },
    ...{ body: [], notes: [], related: [] },
    file: { path: `${id}.txt`, size: 1, sha256: '', encoding: 'utf-8', format: 'plain', warnings: [] },
  },
  status: { read, bookmarked, tags, notes: [] },
  versions: [],
  files: [],
  embargoed: false,
});

const tally = (unread: number) => ({ total: unread, unread });

/** A reader without library and inbox: it answers from `rows` and emits events for tests. */
export interface FakeReader extends Reader {
  rows: ListRow[];
  settings: Settings;
  /** Every call as it came in: name and input. */
  readonly asked: [string, unknown][];
  /** Files opened with the app. */
  readonly opened: string[];
  /** Why a file cannot be opened. */
  readonly refusals: Map<string, Message>;
  /** Notices of the host. */
  readonly told: Message[];
  closed: boolean;
  /** While set, closing waits for it. */
  closing?: Promise<void>;
  announce<N extends EventName>(name: N, event: EventOf<N>): void;
  subscribers(): number;
}

export function fakeReader(info: Partial<AppInfo> = {}): FakeReader {
  const listeners = new Map<EventName, Set<(event: never) => void>>();
  const asked: FakeReader['asked'] = [];
  const nothing = (name: string) => (input: unknown) => {
    asked.push([name, input]);
    return {};
  };
  const handlers: ReaderHandlers = {
    'app.info': () => ({
      version: '0.0.0',
      host: 'browser',
      wireFolders: [],
      wireFolder: '/invented/wires',
      dataFolder: '/invented/data',
      platform: 'linux',
      locale: 'en',
      notices: [],
      ...info,
    }),
    'diagnostics.get': () => ({ program: {}, system: {}, counts: {}, settings: {}, notices: [], log: [] }),
    'sidebar.get': () => ({
      generation: 7,
      all: tally(reader.rows.length),
      unread: tally(reader.rows.filter((one) => !one.read).length),
      today: tally(0),
      bookmarks: tally(0),
      urgent: tally(0),
      corrections: tally(0),
      embargoes: tally(0),
      later: tally(0),
      hidden: tally(0),
      topics: [],
      categories: [],
      sources: [],
      tags: [],
      saved: [],
      problems: 0,
    }),
    'list.window': (input) => {
      asked.push(['list.window', input]);
      const rows = reader.rows.slice(input.offset, input.offset + input.limit);
      return { generation: 7, total: reader.rows.length, offset: input.offset, rows };
    },
    'list.count': () => ({ total: 0 }),
    'list.at': () => ({}),
    'list.ids': () => ({ ids: [] }),
    'list.step': () => ({}),
    'article.get': (input) => {
      asked.push(['article.get', input]);
      if (input.id === 'broken') throw new Error('The day file is damaged.');
      const found = reader.rows.find(({ id }) => id === input.id);
      return found ? { article: articleOf(found) } : {};
    },
    'status.mark': () => ({ changed: 0 }),
    'status.markList': () => ({ changed: 0 }),
    'status.undo': () => ({ changed: 0 }),
    'problems.list': () => ({ problems: [] }),
    'problems.retry': nothing('problems.retry'),
    'saved.put': ({ digest: _, ...input }) => ({ ...input, id: input.id ?? 'new' }),
    'saved.delete': nothing('saved.delete'),
    'saved.order': nothing('saved.order'),
    'settings.get': () => reader.settings,
    'settings.set': (input) => {
      asked.push(['settings.set', input]);
      return reader.settings;
    },
    'import.pause': nothing('import.pause'),
    'import.resume': nothing('import.resume'),
    'import.progress': () => idle,
    'folder.open': () => ({ done: true }),
    'file.text': () => ({ path: 'a.txt', text: 'Text', encoding: 'utf-8', isStored: false, isCut: false }),
    'file.reveal': () => ({ done: true }),
    'window.open': () => ({ done: true }),
    'history.name': () => ({}),
    'positions.get': () => ({ positions: [] }),
    'positions.put': () => ({}),
    'drag.start': () => ({ done: true }),
    'folder.choose': () => ({ done: false }),
    'rules.folder': () => ({ done: false }),
    'file.reread': () => ({ done: false }),
    'folder.add': () => ({ done: false }),
    'folder.change': () => ({}),
    'folder.remove': () => ({}),
    'folder.readAgain': () => ({}),
    'library.rebuild': nothing('library.rebuild'),
    'library.verify': () => ({}),
    'health.get': () => ({ days: [], sources: [], lastHour: 0, dispatches: 0, bytes: { record: 0, index: 0 } }),
    'backup.get': () => ({ folder: '/invented/data/backups', backups: [], staged: false }),
    'backup.make': () => ({ done: true }),
    'backup.folder': () => ({ done: false }),
    'backup.restore': () => ({ done: true }),
    'backup.cancel': () => ({}),
    'app.restart': nothing('app.restart'),
    'retention.preview': () => ({ goes: 0, stays: 0 }),
    'folder.drop': (input) => {
      asked.push(['folder.drop', input]);
      return { path: input.name };
    },
    'link.open': () => ({ done: true }),
    'alarms.get': () => ({ alarms: [] }),
    'alarms.see': nothing('alarms.see'),
    'rules.get': () => ({ rules: [] }),
    'rules.put': (rule) => ({ ...rule, id: rule.id ?? '0191d000-0000-7000-8000-000000000001' }),
    'rules.delete': nothing('rules.delete'),
    'rules.order': nothing('rules.order'),
    'rules.preview': () => ({ week: { matched: 0, of: 0 }, library: 0, rows: [] }),
    'rules.apply': () => ({ changed: 0 }),
    'sharing.get': () => ({ state: 'off' }),
    'sharing.join': nothing('sharing.join'),
    'sharing.marks': nothing('sharing.marks'),
    'sharing.lists': nothing('sharing.lists'),
    'sharing.retry': nothing('sharing.retry'),
    'archive.search': nothing('archive.search'),
    'archive.get': nothing('archive.get'),
    'archive.keep': nothing('archive.keep'),
    'sharing.leave': nothing('sharing.leave'),
    'agenda.get': () => ({ items: [] }),
    'export.restore': () => ({ count: 0 }),
    'export.plan': () => ({ count: 0, beyond: 0, held: [], restricted: [] }),
    'export.file': () => ({ name: 'bookmarks.json', type: 'application/json', content: '[]', count: 0, left: 0 }),
  };
  const reader: FakeReader = {
    rows: [],
    settings,
    asked,
    opened: [],
    refusals: new Map(),
    told: [],
    closed: false,
    handlers,
    on(name, listener) {
      const own = listeners.get(name) ?? new Set();
      listeners.set(name, own);
      own.add(listener);
      return () => void own.delete(listener);
    },
    announce(name, event) {
      // Listeners of a name were added by `on` with the type of that name.
      for (const listener of listeners.get(name) ?? []) listener(event as never);
    },
    subscribers: () => [...listeners.values()].reduce((sum, own) => sum + own.size, 0),
    open: async (file) => {
      reader.opened.push(file);
      const refusal = reader.refusals.get(file);
      if (refusal) throw new UserError(refusal);
      return { id: `id of ${basename(file)}` };
    },
    tell: (notice) => void reader.told.push(notice),
    close: async () => {
      await reader.closing;
      reader.closed = true;
    },
  };
  return reader;
}
