import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Browser,
  test as base,
  type ElectronApplication,
  _electron as electron,
  type Page,
} from '@playwright/test';
import { electronBinary } from '../../scripts/electron-binary.mjs';
import { noElectron } from './electron-here.ts';
import { startHost } from './host-process.ts';
import { watchRequests } from './own-requests.ts';

export { expect } from '@playwright/test';

export interface HostOptions {
  host: 'browser' | 'electron';
}

/** A reader on fresh, empty folders, shown in a window. */
export interface RunningReader {
  /** The window; another one after `restart`. */
  readonly page: Page;
  /** The wire folder: there, and empty. */
  readonly wires: string;
  /** The data folder. */
  readonly data: string;
  /** Ends the reader and starts it again on the same folders; `between` runs while nothing has them open. */
  restart(between?: () => Promise<void>): Promise<void>;
}

interface Shown {
  readonly page: Page;
  close(): Promise<void>;
}

export const test = base.extend<{ reader: RunningReader; other: RunningReader }, HostOptions>({
  host: ['browser', { option: true, scope: 'worker' }],
  reader: ({ host, browser }, use) => run(host, browser, use),
  /** Another one, on folders of its own. */
  other: ({ host, browser }, use) => run(host, browser, use),
});

async function run(
  host: HostOptions['host'],
  browser: Browser,
  use: (reader: RunningReader) => Promise<void>,
): Promise<void> {
  base.skip(host === 'electron' && noElectron !== undefined, noElectron);
  const folder = await mkdtemp(join(tmpdir(), 'depesche-e2e-'));
  const wires = join(folder, 'wires');
  const data = join(folder, 'data');
  await mkdir(wires);
  const show = () => (host === 'electron' ? showInElectron(wires, data) : showInBrowser(browser, wires, data));

  let shown = await show();
  await use({
    get page() {
      return shown.page;
    },
    wires,
    data,
    async restart(between) {
      await shown.close();
      await between?.();
      shown = await show();
    },
  });
  await shown.close();
  await rm(folder, { recursive: true, force: true });
}

async function showInBrowser(browser: Browser, wires: string, data: string): Promise<Shown> {
  const [host, context] = await Promise.all([startHost(wires, data), browser.newContext()]);
  const onlyOwn = watchRequests(context, host.origin, host.url);
  const page = await context.newPage();
  await page.goto(host.url);
  return {
    page,
    async close() {
      await context.close();
      await host.stop();
      onlyOwn();
    },
  };
}

async function showInElectron(wires: string, data: string): Promise<Shown> {
  const app = await launchElectron(['--wires', wires, '--data', data]);
  const onlyOwn = watchRequests(app.context(), 'app://depesche');
  return { page: await app.firstWindow(), close: () => app.close().then(onlyOwn) };
}

/** Place and language of the browser in playwright.config.ts. */
const HERE = { TZ: 'Europe/Berlin', LC_ALL: 'en_GB.UTF-8', LANGUAGE: 'en_GB' };

/** Starts the built app in Electron, `env` added to the environment, in its sandbox wherever Chromium allows it (it refuses root). */
export function launchElectron(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<ElectronApplication> {
  const executablePath = electronBinary();
  const chromiumSandbox = process.getuid?.() !== 0;
  return electron.launch({
    ...(executablePath !== undefined && { executablePath }),
    chromiumSandbox,
    env: { ...definedOnly(process.env), ...HERE, ...env },
    args: [...(chromiumSandbox ? [] : ['--no-sandbox']), '.', ...args],
  });
}

const definedOnly = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
