import { existsSync, readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { desktopHarness } from './harness.ts';

const desktop = desktopHarness();

async function host() {
  await desktop.start();
  const host = desktop.opened?.host;
  if (!host) throw new Error('no host');
  return host;
}

test('a dragged dispatch goes on as a file, which is gone when the app ends', async () => {
  const { dragFile } = await host();
  desktop.window().focus();
  expect(await dragFile?.('../Hafen.txt', 'EMBARGO\nHafen')).toBe(true);
  const [file = ''] = desktop.electron.outside.dragged;
  expect(file).toMatch(/[^.][\\/]Hafen\.txt$/);
  expect(readFileSync(file, 'utf8')).toBe('EMBARGO\nHafen');
  desktop.electron.app.quit();
  await vi.waitFor(() => expect(desktop.electron.app.exited).toBe(0));
  expect(existsSync(file)).toBe(false);
});

test('without a window in use nothing is dragged', async () => {
  const { dragFile } = await host();
  desktop.window().state.focused = false;
  expect(await dragFile?.('Hafen.txt', 'Hafen')).toBe(false);
});

test('a page is printed without scripts or anything from elsewhere, and is there for that only', async () => {
  const { pdfOf } = await host();
  expect(Buffer.from((await pdfOf?.('<p>Hafen</p>')) ?? []).toString()).toBe('%PDF <p>Hafen</p>');
  const [, printed] = desktop.electron.BrowserWindow.all;
  expect(printed?.options.webPreferences).toMatchObject({ javascript: false, sandbox: true });
  expect(printed?.isDestroyed()).toBe(true);
  const shown = printed?.webContents.mainFrame.url ?? '';
  expect(shown).toMatch(/^app:\/\/depesche\/[\w-]{36}$/);
  expect((await desktop.electron.pages.printing?.(new Request(shown)))?.status).toBe(404);
});
