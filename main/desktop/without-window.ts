import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';
import { hasDisplay } from '../../scripts/browser.mjs';

const PLATFORM = 'ozone-platform';
const PROFILE = 'user-data-dir';
/** Milliseconds between two looks whether the process that waits for this one still lives. */
const PARENT_EVERY = 1_000;

/**
 * Runs a command in Electron's main process and ends with its exit code: no window, no icon, no single instance, no display
 * needed. The installed program cannot be Node (fuse runAsNode), so the command runs in what it is.
 */
export function runWithoutWindow(run: () => Promise<number>): void {
  const { commandLine } = app;
  if (!hasDisplay() && !commandLine.hasSwitch(PLATFORM)) {
    app.exit(runHeadless());
    return;
  }
  // Chromium writes a profile even without a page; the app may be running on the usual one.
  const given = commandLine.getSwitchValue(PROFILE);
  const profile = given === '' ? temporary() : given;
  app.setPath('userData', profile);
  app.disableHardwareAcceleration();
  app.dock?.hide();
  if (given !== '') endWithParent();
  const end = async (code: number) => {
    await Promise.all([process.stdout, process.stderr].map(written));
    if (given === '') remove(profile);
    app.exit(code);
  };
  // Electron would show a box, and wait for somebody to close it.
  const fail = (error: unknown) => {
    process.stderr.write(`depesche: ${error instanceof Error ? error.stack : String(error)}\n`);
    void end(1);
  };
  process.once('uncaughtException', fail);
  run().then(end).catch(fail);
}

/**
 * Runs this process again for Chromium's headless platform, and waits: on Linux, Chromium has decided how to reach the display before
 * any code of ours runs, and ends the process if there is none. Returns the exit code.
 */
function runHeadless(): number {
  const profile = temporary();
  const switches = [`--${PLATFORM}=headless`, '--disable-gpu', `--${PROFILE}=${profile}`];
  const { status, signal } = spawnSync(process.execPath, [...switches, ...process.argv.slice(1)], { stdio: 'inherit' });
  remove(profile);
  if (signal !== null) process.stderr.write(`depesche: Electron has ended by ${signal}. Try xvfb-run depesche …\n`);
  return status ?? 1;
}

/** Ends as if asked to when the process that waits for this one has been killed. */
function endWithParent(): void {
  const { ppid } = process;
  setInterval(() => process.ppid === ppid || process.kill(process.pid, 'SIGTERM'), PARENT_EVERY).unref();
}

const temporary = (): string => mkdtempSync(join(tmpdir(), 'depesche-'));

/** Chromium may still be writing there; what is left is in the folder for temporary files. */
function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {}
}

/** Resolves when everything written to the stream before has left the process. */
const written = (stream: NodeJS.WriteStream): Promise<void> =>
  new Promise((resolve) => void stream.write('', () => resolve()));
