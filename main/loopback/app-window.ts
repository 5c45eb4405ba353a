import { spawn } from 'node:child_process';

/** A browser window that shows one page like an app. */
export interface AppWindow {
  /** Resolves when the browser's process has ended, for whatever reason. */
  readonly ended: Promise<void>;
  close(): void;
}

/**
 * Opens `url` in a window without tabs and address bar. `profile` is a folder for the browser's files, so that the user's own
 * profile is not touched. Every user of the machine can read the arguments of a process: `url` must not contain a secret.
 */
export function openAppWindow(browser: string, url: string, profile: string): AppWindow {
  const child = spawn(browser, flags(url, profile), {
    stdio: 'ignore',
    // Its own process group: Ctrl-C must reach the browser only through us, and `close` must reach all its processes.
    detached: process.platform !== 'win32',
  });
  return {
    ended: new Promise((resolve) => {
      child.once('exit', () => resolve());
      child.once('error', () => resolve());
    }),
    close() {
      if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
      if (process.platform === 'win32') child.kill();
      else process.kill(-child.pid, 'SIGTERM');
    },
  };
}

function flags(url: string, profile: string): string[] {
  return [
    `--app=${url}`,
    `--user-data-dir=${profile}`,
    '--class=Depesche',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--password-store=basic',
    '--window-size=1280,800',
    // Chromium has no sandbox for root; --test-type hides the warning about it.
    ...(process.getuid?.() === 0 ? ['--no-sandbox', '--test-type'] : []),
  ];
}
