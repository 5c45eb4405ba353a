import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { LowSync } from 'lowdb';
import type { ListQuery, ReaderHandlers } from '../../preload/contract/contract.ts';
import { message } from '../../preload/contract/messages.ts';
import { UserError } from '../errors.ts';
import type { Library, LibraryQuery } from '../library/library.ts';
import { silent } from '../log/log.ts';
import type { Sharing } from '../sharing/sharing.ts';
import { backupHandlers } from './backup-handlers.ts';
import type { BackupKeeper } from './backups.ts';
import { diagnosticsOf, LOG_LINES } from './diagnostics.ts';
import type { Events } from './events.ts';
import { exportHandlers } from './export.ts';
import { folderHandlers } from './folder-handlers.ts';
import { healthHandlers } from './health.ts';
import type { ReadingPositions } from './reading-positions.ts';
import { rereadHandlers } from './reread.ts';
import { restoreExport } from './restore-export.ts';
import { ruleHandlers } from './rules/rule-handlers.ts';
import type { RulesContent } from './rules/rules-file.ts';
import { safeLink } from './safe-link.ts';
import { savedHandlers } from './saved.ts';
import { keep, type SettingsContent } from './settings-file.ts';
import { sharingHandlers } from './sharing-handlers.ts';
import type { SilenceWatch } from './silence.ts';
import type { ReaderOptions } from './types.ts';
import type { Alarms } from './watch/alarms.ts';
import type { Watch } from './watch/watch.ts';
import type { WireDesk } from './wire-desk.ts';
import { fileOf, textOfFile } from './wire-file.ts';
import { WritableFolders } from './writable-folders.ts';

export interface Parts {
  readonly library: Library;
  readonly settings: LowSync<SettingsContent>;
  readonly rules: LowSync<RulesContent>;
  readonly alarms: Alarms;
  readonly positions: ReadingPositions;
  readonly watch: Watch;
  readonly silence: SilenceWatch;
  readonly events: Events;
  readonly desk: WireDesk;
  readonly sharing: Sharing;
  readonly backups: BackupKeeper;
  readonly options: ReaderOptions;
}

/** The handlers of every call of the contract. */
export function makeHandlers(parts: Parts): ReaderHandlers {
  const { library, settings, rules, alarms, positions, silence, events, desk, options } = parts;
  const writable = new WritableFolders({ settings, desk, host: options.host });
  const withSaved = (query: ListQuery): LibraryQuery => savedQuery(query, settings.data.saved);
  return {
    'app.info': () => desk.info,
    'diagnostics.get': () => {
      const { version, host, log = silent } = options;
      const { notices } = desk.info;
      const sidebar = library.sidebar(settings.data.saved);
      const known = { version, host: host.name, locale: host.locale, sidebar, settings: settings.data.settings };
      return diagnosticsOf({ ...known, notices, log: log.tail(LOG_LINES) });
    },
    'sidebar.get': () => ({ ...library.sidebar(settings.data.saved), silent: silence.now }),
    'list.window': (request) => library.window({ ...request, query: withSaved(request.query) }),
    'list.count': async ({ query }) => ({ total: await library.count(withSaved(query)) }),
    'list.ids': ({ query, offset, limit }) => ({ ids: library.ids({ query: withSaved(query), offset, limit }) }),
    'list.step': (request) => library.step({ ...request, query: withSaved(request.query) }),
    'list.at': ({ query, at }) => library.at({ query: withSaved(query), at }),
    'article.get': (request) => {
      const article = library.article(request);
      return article ? { article } : {};
    },
    'status.mark': ({ ids, change }) => library.mark(ids, change),
    'status.markList': ({ query, read, part, anchor }) => library.markList(withSaved(query), read, part, anchor),
    'status.undo': ({ undo }) => library.undo(undo),
    'problems.list': () => ({ problems: library.problems() }),
    'problems.retry': async ({ path }) => {
      await library.forgetFile(path);
      desk.readAgain(path);
      return {};
    },
    ...savedHandlers(settings, writable, () => events.emit('library.changed', { generation: library.touch() })),
    ...ruleHandlers(rules, library, writable, () => events.emit('rules.changed', { rules: rules.data.rules })),
    'positions.get': () => ({ positions: positions.all }),
    'positions.put': ({ left }) => {
      positions.put(left);
      return {};
    },
    'alarms.get': () => ({ alarms: alarms.all }),
    'alarms.see': ({ ids }) => {
      alarms.see(ids);
      return {};
    },
    'settings.get': () => settings.data.settings,
    'settings.set': (change) => {
      refuseLocked(change, options.policy?.settings ?? {});
      // Absent keys stay as they are.
      keep(settings, { settings: { ...settings.data.settings, ...withoutUndefined(change) } });
      if (change.retention) void library.retain(change.retention).catch(() => desk.tellAppChanged());
      events.emit('settings.changed', settings.data.settings);
      return settings.data.settings;
    },
    ...sharingHandlers(parts.sharing, library),
    'library.rebuild': async () => {
      await library.rebuild();
      return {};
    },
    ...healthHandlers(library),
    ...backupHandlers({ ...parts, host: options.host, dataFolder: desk.info.dataFolder }),
    'retention.preview': (retention) => library.preview(retention),
    'import.pause': () => {
      desk.pause();
      return {};
    },
    'import.resume': () => {
      desk.resume();
      return {};
    },
    'import.progress': () => desk.progress,
    ...folderHandlers({ desk, options }),
    'file.text': ({ encoding, ...request }) => {
      const article = library.article(request);
      if (!article) throw new Error('The library does not have this dispatch.');
      return textOfFile(desk.folders, article.dispatch, encoding);
    },
    ...rereadHandlers(parts),
    'file.reveal': async (request) => {
      const article = library.article(request);
      const path = article && fileOf(desk.folders, article.dispatch);
      return path !== undefined && existsSync(path) ? options.host.revealFile(path) : { done: false };
    },
    'window.open': (view) => {
      options.host.openWindow?.(view);
      return { done: options.host.openWindow !== undefined };
    },
    'history.name': (names) => {
      options.host.nameHistory?.(names);
      return {};
    },
    'app.restart': () => {
      options.host.restart();
      return {};
    },
    'drag.start': async ({ name, text }) => ({ done: (await options.host.dragFile?.(name, text)) ?? false }),
    'link.open': async ({ url }) => {
      const link = safeLink(url);
      return { done: link !== undefined && (await options.host.openLink(link)) };
    },
    'export.restore': ({ content }) => restoreExport(library, content),
    'agenda.get': () => ({ items: library.agenda() }),
    ...exportHandlers(
      {
        library,
        host: options.host,
        handover: join(desk.info.dataFolder, 'handover'),
      },
      withSaved,
    ),
  };
}

/** A fixed setting may only be set to what it is. */
function refuseLocked(change: Readonly<Record<string, unknown>>, fixed: Readonly<Record<string, unknown>>): void {
  const names = Object.keys(fixed).filter(
    (name) => change[name] !== undefined && !isDeepStrictEqual(change[name], fixed[name]),
  );
  if (names.length > 0) throw new UserError(message('settings.locked'));
}

/** Replaces a saved search by its query, which the typed search narrows. */
function savedQuery(query: ListQuery, saved: SettingsContent['saved']): LibraryQuery {
  if (query.list !== 'saved') return query;
  const found = saved.find(({ id }) => id === query.value);
  return found ? { ...query, list: 'all', within: found.search } : query;
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };
const withoutUndefined = <T extends object>(value: T): Defined<T> =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Defined<T>;
