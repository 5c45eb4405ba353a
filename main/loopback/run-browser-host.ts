import { join } from 'node:path';
import { message } from '../../preload/contract/messages.ts';
import { hostText } from '../../renderer/i18n/host-text.ts';
import { findBrowser, hasDisplay } from '../../scripts/browser.mjs';
import { startFacts } from '../log/lines.ts';
import { logUncaught, openLog } from '../log/log-file.ts';
import { readPolicy } from '../policy/read-policy.ts';
import { rendererFolder, resourceFolder } from '../program/places.ts';
import { version } from '../program/version.ts';
import { defaultDataFolder } from '../reader/folders.ts';
import { LibraryInUse, openReader, type Reader } from '../reader/reader.ts';
import { openAppWindow } from './app-window.ts';
import { type Serving, serve } from './server.ts';
import { lastingKey } from './session.ts';
import { browserHost } from './system.ts';
import { windowsLeft } from './windows-left.ts';

export interface BrowserHostOptions {
  /** Wire folders; absent: those from the settings, else the default. */
  readonly wires?: readonly string[];
  /** Data folder; absent: the system's directory for application data. */
  readonly data?: string;
  /** 0 or absent: any free port. */
  readonly port?: number;
  /** File with an invitation to share, for a library that is not shared yet. */
  readonly invitation?: string;
  /** File with a key that outlives this host. */
  readonly tokenFile?: string;
  /** Whether to open the page in a window; when that window is closed, the host ends. */
  readonly window: boolean;
}

/** Closing must not hang forever: milliseconds until the process gives up waiting for the library. */
const CLOSING_TIME = 10_000;

/**
 * Serves the reader on 127.0.0.1 until SIGINT, SIGTERM or the closing of its window; prints `listening file:///…/open.html`,
 * the page to open, once it answers. Resolves with the exit code of the process: 0, or 3 (and one line on stderr) if another
 * process has the library open.
 */
export async function runBrowserHost({ window, port, tokenFile, ...folders }: BrowserHostOptions): Promise<number> {
  const key = tokenFile === undefined ? undefined : lastingKey(tokenFile);
  const policy = readPolicy();
  const log = openLog(policy.dataFolder ?? folders.data ?? defaultDataFolder());
  logUncaught(log);
  log.note('start', startFacts('browser'));
  const stopped = stopSignal();
  let restart = (): void => undefined;
  const samples = resourceFolder('seeds');
  const host = browserHost(window && hasDisplay(), () => restart());
  const open = () => openReader({ host, version, samples, log, policy, ...folders });
  let reader: Reader;
  try {
    reader = await open();
  } catch (error) {
    if (!(error instanceof LibraryInUse)) throw error;
    process.stderr.write(`depesche: ${hostText(error.userMessage, 'en').text}\n`);
    return error.exitCode;
  }
  let serving = await serveOrClose(reader, port, key);
  process.stdout.write(`listening ${serving.url}\n`);
  const appWindow = window ? showWindow(serving) : undefined;
  for (;;) {
    const ended = [stopped, ...(appWindow ? [windowsLeft(serving.windows, appWindow.ended)] : [])].map((end) =>
      end.then(() => 'end' as const),
    );
    const wanted = new Promise<'restart'>((resolve) => {
      // Only after this turn: the call that asks for it is answered first.
      restart = () => setImmediate(resolve, 'restart');
    });
    if ((await Promise.race([...ended, wanted])) === 'end') break;
    await serving.close();
    await reader.close();
    reader = await open();
    serving = await serveOrClose(reader, portOf(serving), key);
  }

  setTimeout(() => process.exit(1), CLOSING_TIME).unref();
  appWindow?.close();
  await serving.close();
  await reader.close();
  return 0;
}

const portOf = ({ origin }: Serving): number => Number(new URL(origin).port);

/** Serves the reader, which is closed if that fails. */
async function serveOrClose(reader: Reader, port: number | undefined, key: string | undefined): Promise<Serving> {
  try {
    const { dataFolder } = await reader.handlers['app.info']({});
    const folder = join(dataFolder, 'browser');
    const options = { reader, renderer: rendererFolder, folder };
    return await serve({ ...options, ...(port !== undefined && { port }), ...(key !== undefined && { key }) });
  } catch (error) {
    await reader.close();
    throw error;
  }
}

/** Resolves at the first SIGINT, SIGTERM or SIGHUP; later ones are swallowed, since a Ctrl-C often arrives twice. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });
}

function showWindow(serving: Serving) {
  const browser = hasDisplay() ? findBrowser() : undefined;
  if (browser === undefined) {
    const why = hasDisplay() ? message('host.no-browser') : message('host.no-display');
    process.stderr.write(`depesche: ${hostText(why, 'en').text}\n`);
    return undefined;
  }
  return openAppWindow(browser, serving.url, serving.folder);
}
