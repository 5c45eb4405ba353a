/**
 * The rooms of the house, lowest first, and who may import whom. `npm run rooms` checks it (.dependency-cruiser.mjs);
 * docs/architecture.md is drawn from it. A room is a folder or a file. It may import itself and what its row names.
 * @typedef {{ room: string, may: readonly string[], is: string }} Room
 */

const MESSAGES = 'preload/contract/messages.ts';
const TEXTS = 'renderer/i18n';
const MODEL = ['main/wire/dispatch.ts', 'main/wire/normalise.ts', 'main/wire/file.ts'];
const CONTRACT = ['preload/contract', 'preload/text'];
const EXPORT = 'preload/export';

/** @type {readonly Room[]} */
export const rooms = [
  { room: MESSAGES, may: [], is: 'every message for the user: its code and its values' },
  { room: 'main/errors.ts', may: [MESSAGES], is: 'messages for system errors' },
  { room: 'main/make-folder.ts', may: [], is: 'creating folders' },
  { room: 'main/program', may: [], is: 'the files that ship with the program' },
  { room: 'main/log', may: ['main/make-folder.ts', 'main/program/version.ts'], is: 'the log of a data folder' },
  { room: 'main/threads', may: ['main/errors.ts'], is: 'starting worker threads' },

  ...ladder(
    'main/wire',
    [MESSAGES, 'main/errors.ts'],
    [
      ['dispatch.ts', 'the model'],
      ['normalise.ts', 'text reduced for comparison'],
      ['file.ts', 'a file before and after reading'],
      ['bytes', 'encodings, control codes'],
      ['times', 'every way a time is written'],
      ['agencies', 'one table of names, letters, domains, zones'],
      ['text', 'typed copy: lines, columns, dateline, byline'],
      ['markup', 'XML, HTML and JSON as trees, trees as blocks'],
      ['story', 'from facts to a dispatch'],
      ['format.ts', 'the interface of a format'],
      ['formats', 'one file or folder per format'],
      ['read-bytes.ts', 'bytes through a table of formats'],
      ['formats.ts', 'the table of formats'],
      ['read.ts', 'the public interface'],
    ],
  ),

  ...ladder(
    'preload',
    ['main/wire/dispatch.ts'],
    [
      ['contract', 'every call and event, their shapes'],
      ['text', 'folding and finding words'],
      ['index.ts', 'contextBridge over the contract'],
    ],
  ),

  { room: TEXTS, may: [MESSAGES], is: 'the texts, one catalogue per language; for window and hosts, no DOM' },
  {
    room: EXPORT,
    may: ['main/wire/dispatch.ts', ...CONTRACT, TEXTS],
    is: 'dispatches as text in other formats, for window, hosts and command line',
  },

  { room: 'main/policy', may: [...CONTRACT, 'main/program/app-id.ts'], is: 'what an administrator has fixed' },

  ...ladder(
    'main/library',
    [
      ...MODEL,
      ...CONTRACT,
      'main/wire/times',
      'main/wire/text/known-headline.ts',
      'main/errors.ts',
      'main/make-folder.ts',
      'main/threads',
      'main/program/version.ts',
    ],
    [
      ['record', 'day files, statuses, bookmarks, journal: the truth'],
      ['index', 'the derived SQLite index'],
      ['search-text', 'FTS5, kept in step with the index'],
      ['queries', 'everything that only reads'],
      ['changes', 'everything that writes'],
      ['upkeep', 'folding, rebuild, recovery, retention'],
      ['worker', 'the thread of the library and its schedule'],
      ['library.ts', 'the public interface'],
    ],
  ),

  ...ladder(
    'main',
    [
      ...MODEL,
      ...CONTRACT,
      'main/wire/read.ts',
      'main/library/library.ts',
      'main/program',
      'main/threads',
      'main/errors.ts',
      'main/make-folder.ts',
      'main/log',
      'main/policy',
      EXPORT,
    ],
    [
      ['inbox', 'the watched folders'],
      ['sharing', 'statuses and dispatches beyond one desk, through PostgreSQL'],
      ['backup', 'everything in one file, and back'],
      ['reader', 'the application: answers the contract, independent of the host'],
    ],
  ),
  ...['desktop', 'loopback'].map((host) => ({
    room: `main/${host}`,
    may: [
      'main/reader',
      'main/library/library.ts',
      ...CONTRACT,
      TEXTS,
      'main/program',
      'main/errors.ts',
      'main/make-folder.ts',
      'main/log',
      'main/policy',
    ],
    is: host === 'desktop' ? 'the Electron host' : 'the browser host',
  })),
  {
    room: 'main/cli',
    may: [
      ...MODEL,
      'main/wire/read.ts',
      'main/library/library.ts',
      'main/inbox',
      'main/backup',
      'main/reader',
      'main/sharing',
      'main/loopback',
      MESSAGES,
      EXPORT,
      TEXTS,
      'main/log',
      'main/program',
      'main/errors.ts',
    ],
    is: 'the command line',
  },
  { room: 'main/electron.ts', may: ['main/desktop', 'main/cli'], is: 'entry' },
  { room: 'main/browser.ts', may: ['main/loopback', 'main/cli', TEXTS, 'main/program', 'main/errors.ts'], is: 'entry' },
  { room: 'main/cli.ts', may: ['main/cli'], is: 'entry' },

  ...ladder(
    'renderer',
    [...CONTRACT, TEXTS, EXPORT],
    [
      ['common', 'code that needs no store'],
      ['loopback.ts', 'the connection to the browser host'],
      ['state', 'the state of the window: zustand stores'],
      ['commands', 'one table of commands and keys'],
      ['parts', 'components that several panes show'],
      ['sidebar', 'a pane'],
      ['list', 'a pane'],
      ['article', 'a pane'],
      ['alarm', 'what must not be missed, whichever list is shown'],
      ['health', 'what came when, problems, library, backups'],
      ['app', 'the window: panes, dialogs, notices'],
    ],
  ),
];

/**
 * Rooms on top of each other: each may import all below it, and what `outside` names.
 * @param {string} folder
 * @param {readonly string[]} outside
 * @param {readonly (readonly [name: string, is: string])[]} steps lowest first
 * @returns {Room[]}
 */
function ladder(folder, outside, steps) {
  return steps.map(([name, is], index) => ({
    room: `${folder}/${name}`,
    may: [...outside, ...steps.slice(0, index).map(([below]) => `${folder}/${below}`)],
    is,
  }));
}
