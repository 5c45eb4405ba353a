import type { EventEmitter } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import type { Host } from '../../main/reader/reader.ts';
import type { ReaderClient } from '../../preload/contract/contract.ts';
import { type FakeReader, fakeReader } from './fake-reader.ts';
import type * as StandIn from './stand-in.ts';

/** The desktop app over a reader without library, a fresh one for every test. */
export interface Harness {
  readonly folder: string;
  readonly electron: typeof StandIn;
  readonly reader: FakeReader;
  /** The options the reader was opened with; undefined until then. */
  readonly opened: { readonly host: Host } | undefined;
  /** If set, the reader opens only after this has resolved. */
  opening: Promise<void> | undefined;
  /** Starts main with these arguments and does not wait for anything. */
  launch(...flags: string[]): Promise<void>;
  /** Starts main and preload and waits for the page; what the page gets. */
  start(...flags: string[]): Promise<ReaderClient>;
  /** The one window. */
  window(): StandIn.BrowserWindow;
}

/** Without Node's list of names and their listeners. */
const emitter: EventEmitter = process;
const LASTING = ['uncaughtException', 'unhandledRejection'] as const;
/** Those of the test runner. */
const lasting = LASTING.map((name) => new Set<unknown>(emitter.listeners(name)));

/** Removes what the app has put onto the process. */
export function removeListeners(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.removeAllListeners(signal);
  for (const [index, name] of LASTING.entries()) {
    for (const listener of emitter.listeners(name)) {
      if (!lasting[index]?.has(listener)) emitter.off(name, listener as () => void);
    }
  }
}

/** Moves the default data folder below a folder of the test's. */
export function keepInside(folder: string): void {
  for (const name of ['XDG_DATA_HOME', 'LOCALAPPDATA', ...(process.platform === 'darwin' ? ['HOME'] : [])])
    vi.stubEnv(name, folder);
}

/** Sets the app up before each test of a file and removes it afterwards. */
export function desktopHarness(): Harness {
  const { argv } = process;
  const state = {} as { -readonly [K in keyof Harness]: Harness[K] };
  Object.assign(state, {
    async launch(...flags: string[]) {
      process.argv = ['/electron', '/project', ...flags];
      await import('../../main/electron.ts');
    },
    async start(...flags: string[]) {
      await state.launch(...flags);
      await import('../../preload/index.ts');
      await vi.waitFor(() => expect(state.window().webContents.mainFrame.url).toBe('app://depesche/'));
      return state.electron.exposed.depesche as ReaderClient;
    },
    window() {
      const [first] = state.electron.BrowserWindow.all;
      if (first === undefined) throw new Error('no window');
      return first;
    },
  });
  beforeEach(async () => {
    vi.resetModules();
    vi.doMock('electron', () => import('./stand-in.ts'));
    vi.doMock('../../main/reader/reader.ts', async (original) => ({
      ...(await original<object>()),
      openReader: async (options: { host: Host }) => {
        state.opened = options;
        await state.opening;
        return state.reader;
      },
    }));
    state.opened = undefined;
    state.opening = undefined;
    state.folder = await mkdtemp(join(tmpdir(), 'depesche-desktop-'));
    keepInside(state.folder);
    state.reader = fakeReader({ host: 'electron', dataFolder: state.folder });
    state.electron = await import('./stand-in.ts');
    state.electron.app.paths.appData = state.folder;
  });
  afterEach(async () => {
    process.argv = argv;
    removeListeners();
    vi.unstubAllEnvs();
    await rm(state.folder, { recursive: true });
  });
  return state;
}
