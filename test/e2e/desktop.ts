import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { electronBinary } from '../../scripts/electron-binary.mjs';
import { noElectron } from './electron-here.ts';
import { test as base, expect, launchElectron } from './fixtures.ts';

export { expect };

const root = join(import.meta.dirname, '../..');

/** The desktop app on fresh, empty folders, driven from outside and from within its main process. */
export interface DesktopApp {
  readonly wires: string;
  readonly data: string;
  /** Starts it on the folders under Playwright. */
  launch(
    args?: readonly string[],
    env?: Readonly<Record<string, string>>,
  ): Promise<{ app: ElectronApplication; page: Page }>;
  /** Starts it on the folders without Playwright, as a person would, in a process group of its own. */
  spawn(...args: string[]): ChildProcess;
  /** Process id of the instance that has locked the data folder (Chromium's SingletonLock). */
  holder(): Promise<number | undefined>;
}

export const test = base.extend<{ desktop: DesktopApp }>({
  desktop: async ({ host }, use) => {
    base.skip(host === 'browser', 'the browser host has no window, menu or dialog of its own');
    base.skip(noElectron !== undefined, noElectron);
    const folder = await mkdtemp(join(tmpdir(), 'depesche-e2e-'));
    const wires = join(folder, 'wires');
    const data = join(folder, 'data');
    await mkdir(wires);
    const apps = new Set<ElectronApplication>();
    const children: ChildProcess[] = [];
    await use({
      wires,
      data,
      async launch(args = [], env = {}) {
        const app = await launchElectron(['--wires', wires, '--data', data, ...args], env);
        apps.add(app);
        app.once('close', () => apps.delete(app));
        return { app, page: await app.firstWindow() };
      },
      spawn(...args) {
        const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
        const flags = [...asRoot, root, '--wires', wires, '--data', data, ...args];
        const child = spawn(electronBinary() ?? '', flags, { stdio: ['ignore', 'ignore', 'pipe'], detached: true });
        children.push(child);
        return child;
      },
      async holder() {
        const target = await readlink(join(data, 'desktop/SingletonLock')).catch(() => undefined);
        return target === undefined ? undefined : Number(/-(\d+)$/.exec(target)?.[1]);
      },
    });
    for (const app of apps) await app.close();
    for (const child of children) if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
});

/** The exit code of a process, once it has ended. */
export async function exitCode(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
}
