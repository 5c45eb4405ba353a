import type {
  AppInfo,
  Article,
  CallIn,
  CallName,
  CallOut,
  Dispatch,
  EventName,
  EventOf,
  ListQueryInput,
  ProblemRow,
  ReaderClient,
  Saved,
  Settings,
  StatusChange,
  StatusView,
  VersionInfo,
} from '../../../preload/contract/contract.ts';
import { calls, DEFAULT_SETTINGS, events } from '../../../preload/contract/contract.ts';
import { changed, type Held, rowOf, textOf, UNREAD } from './fake-rows.ts';
import { firstVersion, NOW, story } from './stories.ts';

type Handlers = { [N in CallName]: (input: CallIn<N>) => CallOut<N> };

export interface FakeOptions {
  readonly count?: number;
  readonly now?: Date;
  readonly settings?: Partial<Settings>;
  readonly info?: Partial<AppInfo>;
}

/** A host in memory: answers every call of the contract from invented dispatches and records the calls. */
export class FakeClient implements ReaderClient {
  readonly asked: { name: CallName; input: unknown }[] = [];
  /** Calls that fail from now on. */
  readonly failing = new Set<CallName>();
  /** While set, answers wait for it. */
  gate: Promise<void> | undefined;
  /** Answers to these calls wait for their promise. */
  readonly gates = new Map<CallName, Promise<void>>();
  stories: Held[];
  problems: ProblemRow[] = [];
  saved: Saved[] = [];
  /** The version number of the earlier text of `d-1`. */
  firstVersion = 1;
  /** Versions that are only probably of the same story, by the id they are proposed for. */
  readonly proposed = new Map<string, VersionInfo[]>();
  progress: CallOut<'import.progress'> = { state: 'idle', done: 0, total: 0, rate: 0 };
  settings: Settings;
  info: AppInfo;
  preview: CallOut<'retention.preview'> = { goes: 0, stays: 0 };
  folderAnswer: CallOut<'folder.choose'> = { done: true };
  archive: CallOut<'archive.search'> = {};
  sharing: CallOut<'sharing.get'> = { state: 'off' };
  exportPlan: CallOut<'export.plan'> = { count: 2, beyond: 0, held: [], restricted: [] };
  exported: Pick<CallOut<'export.file'>, 'saved'> = {};
  #listeners = new Map<EventName, Set<(event: never) => void>>();
  #undo = new Map<string, { id: string; status: StatusView }[]>();
  #generation = 1;
  readonly #now: Date;

  constructor({ count = 300, now = NOW, settings = {}, info = {} }: FakeOptions = {}) {
    this.#now = now;
    this.stories = Array.from({ length: count }, (_, n) => ({ dispatch: story(n, now), status: UNREAD }));
    this.settings = {
      ...DEFAULT_SETTINGS,
      language: 'de',
      ...settings,
    };
    this.info = {
      version: '0.1.0',
      host: 'browser',
      wireFolders: [{ key: '', name: '', path: '/home/redaktion/Depesche' }],
      wireFolder: '/home/redaktion/Depesche',
      dataFolder: '/home/redaktion/.local/share/depesche',
      platform: 'linux',
      locale: 'de-DE',
      notices: [],
      ...info,
    };
  }

  async call<N extends CallName>(name: N, input: CallIn<N>): Promise<CallOut<N>> {
    this.asked.push({ name, input });
    calls[name].in.parse(input);
    await this.gate;
    await this.gates.get(name);
    if (this.failing.has(name)) throw new Error(`${name} fails`);
    // As the host's client does: an answer outside of the contract is no answer.
    return calls[name].out.parse(this.#handlers[name](input)) as CallOut<N>;
  }

  on<N extends EventName>(name: N, listener: (event: EventOf<N>) => void): () => void {
    const listeners = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  emit<N extends EventName>(name: N, event: EventOf<N>): void {
    events[name].parse(event);
    for (const listener of this.#listeners.get(name) ?? []) (listener as (event: EventOf<N>) => void)(event);
  }

  inputs<N extends CallName>(name: N): CallIn<N>[] {
    return this.asked.filter((call) => call.name === name).map((call) => call.input as CallIn<N>);
  }

  held(id: string): Held | undefined {
    return this.stories.find(({ dispatch }) => dispatch.id === id);
  }

  /** New dispatches at the top, newest first in the array. */
  arrive(...dispatches: Dispatch[]): void {
    this.stories = [...dispatches.map((dispatch) => ({ dispatch, status: UNREAD })), ...this.stories];
    this.changed();
  }

  /** Replaces the shown version of a dispatch with another one. */
  replace(dispatch: Dispatch): void {
    this.stories = this.stories.map((held) => (held.dispatch.id === dispatch.id ? { ...held, dispatch } : held));
    this.changed();
  }

  changed(): void {
    this.#generation += 1;
    this.emit('library.changed', { generation: this.#generation });
  }

  /** Where a step begins: at the row, between its would-be neighbours, or outside the list. */
  #startOf(rows: readonly Held[], from: string | undefined, step: 1 | -1): number {
    if (from === undefined) return step === 1 ? -1 : rows.length;
    const index = rows.findIndex(({ dispatch }) => dispatch.id === from);
    if (index >= 0) return index;
    const before = new Set(
      this.stories.slice(
        0,
        this.stories.findIndex(({ dispatch }) => dispatch.id === from),
      ),
    );
    const above = rows.filter((row) => before.has(row)).length;
    return step === 1 ? above - 1 : above;
  }

  #list(query: ListQueryInput): Held[] {
    const { list, value, search = '', unreadOnly, order, keepReadSince } = query;
    const searched =
      list === 'saved' ? [this.saved.find(({ id }) => id === value)?.search ?? '', search].join(' ').trim() : search;
    const kept = ({ status, readAt = '' }: Held) =>
      !status.read || (keepReadSince !== undefined && readAt >= keepReadSince);
    const found = this.stories.filter((held) => {
      const { dispatch, status } = held;
      if (list === 'unread' || unreadOnly) if (!kept(held)) return false;
      if (list === 'today' && new Date(dispatch.publishedAt).toDateString() !== this.#now.toDateString()) return false;
      if (list === 'bookmarks' && !status.bookmarked) return false;
      if (list === 'urgent' && dispatch.urgency > 2) return false;
      if (list === 'corrections' && dispatch.signal !== 'correction' && dispatch.status === 'usable') return false;
      if (list === 'embargoes' && dispatch.status !== 'embargoed') return false;
      if (list === 'topic' && !dispatch.topics?.includes(value ?? '')) return false;
      if (list === 'category' && !dispatch.categories.includes(value ?? '')) return false;
      if (list === 'source' && dispatch.source !== value) return false;
      if (list === 'tag' && !status.tags.includes(value ?? '')) return false;
      return searched === '' || textOf(dispatch).includes(searched.toLowerCase());
    });
    if (order === 'urgency') return found.sort((a, b) => a.dispatch.urgency - b.dispatch.urgency);
    return order === 'oldest' ? found.reverse() : found;
  }

  #mark(ids: readonly string[], change: StatusChange): CallOut<'status.mark'> {
    const before: { id: string; status: StatusView }[] = [];
    const wanted = new Set(ids);
    this.stories = this.stories.map((held) => {
      if (!wanted.has(held.dispatch.id)) return held;
      before.push({ id: held.dispatch.id, status: held.status });
      return changed(held, change);
    });
    const undo = `undo-${this.#undo.size}`;
    this.#undo.set(undo, before);
    queueMicrotask(() => this.changed());
    return { changed: before.length, undo };
  }

  readonly #handlers: Handlers = {
    'app.info': () => this.info,
    'diagnostics.get': () => ({
      program: {},
      system: {},
      counts: { dispatches: 3 },
      settings: {},
      notices: [],
      log: [],
    }),
    'sidebar.get': () => this.#sidebar(),
    'list.window': ({ query, offset, limit, anchor, quick }) => {
      const at = query.search?.indexOf('(') ?? -1;
      if (query.search !== undefined && at >= 0)
        return {
          generation: this.#generation,
          total: 0,
          offset,
          rows: [],
          searchError: { at, reason: 'bracket-open' },
        };
      const rows = this.#list(query);
      const anchorIndex = anchor === undefined ? -1 : rows.findIndex(({ dispatch }) => dispatch.id === anchor);
      const known = quick && query.search ? Math.max(500, offset + limit) : rows.length;
      return {
        generation: this.#generation,
        total: Math.min(known, rows.length),
        ...(rows.length > known && { more: true }),
        offset,
        rows: rows.slice(offset, offset + limit).map((held) => rowOf(held, query.search)),
        ...(anchorIndex >= 0 && { anchorIndex }),
      };
    },
    'list.count': ({ query }) => ({ total: this.#list(query).length }),
    'list.ids': ({ query, offset, limit }) => ({
      ids: this.#list(query)
        .slice(offset, offset + limit)
        .map(({ dispatch }) => dispatch.id),
    }),
    'list.step': ({ query, from, step, unreadOnly }) => {
      const rows = this.#list(query);
      const start = this.#startOf(rows, from, step);
      for (let index = start + step; index >= 0 && index < rows.length; index += step) {
        const held = rows[index];
        if (held && (!unreadOnly || !held.status.read)) return { row: rowOf(held, query.search), index };
      }
      return {};
    },
    'list.at': ({ query, at }) => {
      const rows = this.#list(query);
      const isOldest = query.order === 'oldest';
      const index = rows.findIndex(({ dispatch }) =>
        isOldest
          ? Date.parse(dispatch.publishedAt) >= Date.parse(at)
          : Date.parse(dispatch.publishedAt) < Date.parse(at),
      );
      const held = rows[index];
      return held ? { row: rowOf(held, query.search), index } : {};
    },
    'article.get': ({ id, version, search }) => {
      const held = this.held(id);
      if (!held) return {};
      const first = id === 'd-1' ? { ...firstVersion(this.#now), version: this.firstVersion } : undefined;
      const dispatch = first && version === first.version ? first : held.dispatch;
      const chain = first ? [held.dispatch, first] : [dispatch];
      const article: Article = {
        dispatch,
        status: held.status,
        versions: [
          ...chain.map(({ id: of, version: number, headline, publishedAt, status, signal }) => ({
            id: of,
            version: number,
            headline,
            publishedAt,
            status,
            ...(signal && { signal }),
            certain: true,
          })),
          ...(this.proposed.get(id) ?? []),
        ],
        files: [{ path: dispatch.file.path, receivedAt: dispatch.receivedAt }],
        ...(first && version !== first.version && { previous: first }),
        embargoed: dispatch.status === 'embargoed',
        ...(held.probable && { probable: true }),
        ...(search && { highlight: { headline: wordsOf(search), body: wordsOf(search) } }),
      };
      return { article };
    },
    'status.mark': ({ ids, change }) => this.#mark(ids, change),
    'status.markList': ({ query, read, part, anchor }) => {
      const rows = this.#list(query).map(({ dispatch }) => dispatch.id);
      const at = anchor === undefined ? 0 : rows.indexOf(anchor);
      const ids = part === 'all' ? rows : part === 'above' ? rows.slice(0, at) : rows.slice(at + 1);
      return this.#mark(
        ids.filter((id) => this.held(id)?.status.read !== read),
        { read: read || null },
      );
    },
    'status.undo': ({ undo }) => {
      const before = new Map(this.#undo.get(undo)?.map(({ id, status }) => [id, status]));
      this.stories = this.stories.map((held) => ({ ...held, status: before.get(held.dispatch.id) ?? held.status }));
      queueMicrotask(() => this.changed());
      return { changed: before.size };
    },
    'problems.list': () => ({ problems: this.problems }),
    'problems.retry': ({ path }) => {
      this.problems = this.problems.filter((problem) => problem.path !== path);
      return {};
    },
    'saved.put': ({ id = `s-${this.saved.length + 1}`, name, search }) => {
      const saved = { id, name, search };
      const known = this.saved.some((other) => other.id === id);
      this.saved = known ? this.saved.map((other) => (other.id === id ? saved : other)) : [...this.saved, saved];
      return saved;
    },
    'saved.delete': ({ id }) => {
      this.saved = this.saved.filter((saved) => saved.id !== id);
      return {};
    },
    'saved.order': ({ ids }) => {
      this.saved = this.saved.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
      return {};
    },
    'settings.get': () => this.settings,
    'settings.set': (change) => {
      this.settings = {
        ...this.settings,
        ...Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)),
      };
      return this.settings;
    },
    'retention.preview': () => this.preview,
    'library.rebuild': () => ({}),
    'library.verify': () => ({}),
    'health.get': () => ({ days: [], sources: [], lastHour: 0, dispatches: 0, bytes: { record: 0, index: 0 } }),
    'backup.get': () => ({ folder: '/invented/data/backups', backups: [], staged: false }),
    'backup.make': () => ({ done: true }),
    'backup.folder': () => ({ done: false }),
    'backup.restore': () => ({ done: true }),
    'backup.cancel': () => ({}),
    'app.restart': () => ({}),
    'import.pause': () => ({}),
    'import.resume': () => ({}),
    'import.progress': () => this.progress,
    'folder.open': () => ({ done: true }),
    'file.text': () => ({ path: 'a.txt', text: 'Text', encoding: 'utf-8', isStored: false, isCut: false }),
    'file.reveal': () => ({ done: true }),
    'window.open': () => ({ done: true }),
    'history.name': () => ({}),
    'positions.get': () => ({ positions: [] }),
    'positions.put': () => ({}),
    'drag.start': () => ({ done: true }),
    'folder.choose': ({ path }) => (path === undefined ? this.folderAnswer : { done: true }),
    'rules.folder': () => ({ done: true, folder: '/srv/redaktionssystem' }),
    'file.reread': () => ({ done: true, previous: null }),
    'folder.add': () => this.folderAnswer,
    'folder.change': () => ({}),
    'folder.remove': () => ({}),
    'folder.readAgain': () => ({}),
    'folder.drop': ({ name }) => ({ path: `${this.info.wireFolder}/${name}` }),
    'link.open': () => ({ done: true }),
    'alarms.get': () => ({ alarms: [] }),
    'alarms.see': () => ({}),
    'rules.get': () => ({ rules: [] }),
    'rules.put': (rule) => ({ ...rule, id: rule.id ?? '0191d000-0000-7000-8000-000000000001' }),
    'rules.delete': () => ({}),
    'rules.order': () => ({}),
    'rules.preview': () => ({ week: { matched: 0, of: 0 }, library: 0, rows: [] }),
    'rules.apply': () => ({ changed: 0 }),
    'sharing.get': () => this.sharing,
    'sharing.join': ({ invitation }) => (invitation.startsWith('depesche-') ? {} : { trouble: 'no-invitation' }),
    'sharing.marks': () => ({}),
    'sharing.lists': () => ({}),
    'sharing.retry': () => ({}),
    'sharing.leave': () => ({}),
    'archive.search': () => this.archive,
    'archive.get': () => ({ archived: { dispatch: story(3) } }),
    'archive.keep': () => ({ id: story(3).id }),
    'agenda.get': () => ({ items: [] }),
    'export.restore': () => ({ count: 0 }),
    'export.plan': () => ({ ...this.exportPlan }),
    'export.file': ({ format }) => ({
      name: `lesezeichen.${format}`,
      type: 'text/plain',
      content: '',
      count: 2,
      left: 0,
      ...this.exported,
    }),
  };

  #sidebar(): CallOut<'sidebar.get'> {
    const tally = (rows: readonly Held[]) => ({
      total: rows.length,
      unread: rows.filter(({ status }) => !status.read).length,
    });
    const named = (of: (held: Held) => readonly string[]) => {
      const names = new Map<string, Held[]>();
      for (const held of this.stories)
        for (const name of of(held))
          names.set(name, [...(this.stories.length > 5_000 ? [] : (names.get(name) ?? [])), held]);
      return [...names]
        .map(([name, rows]) => ({ name, ...tally(rows) }))
        .sort((a, b) => a.name.localeCompare(b.name, 'de'));
    };
    return {
      generation: this.#generation,
      all: tally(this.stories),
      unread: tally(this.stories.filter(({ status }) => !status.read)),
      today: tally(this.#list({ list: 'today' })),
      bookmarks: tally(this.#list({ list: 'bookmarks' })),
      urgent: tally(this.#list({ list: 'urgent' })),
      corrections: tally(this.#list({ list: 'corrections' })),
      embargoes: tally(this.#list({ list: 'embargoes' })),
      later: tally(this.#list({ list: 'later' })),
      hidden: tally(this.#list({ list: 'hidden' })),
      topics: named(({ dispatch }) => dispatch.topics ?? []),
      categories: named(({ dispatch }) => dispatch.categories),
      sources: named(({ dispatch }) => [dispatch.source ?? '']),
      tags: named(({ status }) => status.tags),
      saved: this.saved.map((saved) => ({ ...saved, ...tally(this.#list({ list: 'saved', value: saved.id })) })),
      problems: this.problems.length,
    };
  }
}

const wordsOf = (search: string): string[] => search.toLowerCase().match(/[^\s()]+/g) ?? [];
