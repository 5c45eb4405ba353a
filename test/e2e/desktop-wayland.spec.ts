import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './desktop.ts';

const weston = spawnSync('weston', ['--version']).status === 0;

test('the window is shown under Wayland', async ({ desktop }) => {
  test.skip(!weston, 'there is no weston, a Wayland compositor that runs in a window of X11');
  const folder = await mkdtemp(join(tmpdir(), 'depesche-wayland-'));
  const env = { XDG_RUNTIME_DIR: folder, WAYLAND_DISPLAY: 'depesche-test' };
  // Its headless backend has no keyboard, without which GTK crashes.
  const args = ['--backend=x11-backend.so', `--socket=${env.WAYLAND_DISPLAY}`, '--idle-time=0'];
  const compositor = spawn('weston', args, { env: { ...process.env, XDG_RUNTIME_DIR: folder }, stdio: 'ignore' });
  try {
    await expect.poll(() => existsSync(join(folder, env.WAYLAND_DISPLAY))).toBe(true);
    const { app, page } = await desktop.launch(['--ozone-platform=wayland', '--disable-gpu'], env);
    await expect(page.locator('#root')).not.toBeEmpty();
    await expect
      .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible()))
      .toBe(true);
    await app.close();
  } finally {
    compositor.kill();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});
