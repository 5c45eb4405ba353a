import { arch, cpus, freemem, release, totalmem } from 'node:os';
import { DEFAULT_SETTINGS, type Diagnostics, type Settings, type Sidebar } from '../../preload/contract/contract.ts';
import type { Message } from '../../preload/contract/messages.ts';
import { safeWord } from '../log/lines.ts';

/** Lines of the log. */
export const LOG_LINES = 100;

const MB = 1024 * 1024;

export interface Known {
  readonly version: string;
  readonly host: string;
  readonly locale: string;
  readonly sidebar: Sidebar;
  readonly settings: Settings;
  readonly notices: readonly Message[];
  readonly log: readonly string[];
}

/** What somebody who helps has to know, without a word of any dispatch, search, tag, name or folder. */
export function diagnosticsOf({ version, host, locale, sidebar, settings, notices, log }: Known): Diagnostics {
  const { all, unread, bookmarks, problems, categories, sources, tags, saved } = sidebar;
  const versions = {
    node: process.versions.node,
    electron: process.versions.electron,
    chrome: process.versions.chrome,
  };
  return {
    program: { version, host, ...Object.fromEntries(Object.entries(versions).filter(([, one]) => one !== undefined)) },
    system: {
      platform: process.platform,
      release: release(),
      arch: arch(),
      locale,
      processors: cpus().length,
      memoryMB: Math.round(totalmem() / MB),
      freeMemoryMB: Math.round(freemem() / MB),
      usedMemoryMB: Math.round(process.memoryUsage.rss() / MB),
      uptimeMinutes: Math.round(process.uptime() / 60),
    },
    counts: {
      dispatches: all.total,
      unread: unread.total,
      bookmarks: bookmarks.total,
      problems,
      categories: categories.length,
      sources: sources.length,
      tags: tags.length,
      savedSearches: saved.length,
    },
    settings: changed(settings),
    notices: notices.map(({ code }) => code),
    log: [...log],
  };
}

/** The settings that differ from the defaults. Lists and objects may hold names: only how much is in them is told. */
function changed(settings: Settings): Diagnostics['settings'] {
  const defaults: Readonly<Record<string, unknown>> = DEFAULT_SETTINGS;
  const differing = Object.entries(settings).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(defaults[name]),
  );
  return Object.fromEntries(differing.map(([name, value]) => [name, told(value)]));
}

function told(value: unknown): string | number | boolean {
  if (typeof value === 'string') return safeWord(value);
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value))
    return value.every((one) => typeof one === 'number') ? value.join('/') : `[${value.length}]`;
  return `{${Object.keys(value ?? {}).length}}`;
}
