import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { desktopHarness } from './harness.ts';

const desktop = desktopHarness();
const memory = () => join(desktop.folder, 'desktop.json');
const remembered = { x: 100, y: 120, width: 900, height: 700 };

/** Starts with these bounds remembered; returns those remembered when the window is closed after `meanwhile`. */
async function afterStart(before: object, meanwhile: () => void): Promise<unknown> {
  await writeFile(memory(), JSON.stringify(before));
  await desktop.start();
  meanwhile();
  desktop.window().close();
  await vi.waitFor(() => expect(desktop.electron.app.exited).toBe(0));
  return JSON.parse(await readFile(memory(), 'utf8'));
}

test('a window that reports the position of its content does not creep', async () => {
  const after = await afterStart({ bounds: remembered }, () => {
    desktop.window().bounds = { ...remembered, x: 101, y: 140 };
  });
  expect(after).toMatchObject({ bounds: remembered });
});

test('a window that was moved is remembered where it is, less its frame', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const after = afterStart({ bounds: remembered }, () => {
      desktop.window().bounds = { ...remembered, x: 101, y: 140 };
      desktop.window().emit('move');
      vi.advanceTimersByTime(1_000);
      desktop.window().bounds = { x: 301, y: 320, width: 800, height: 600 };
    });
    expect(await after).toMatchObject({ bounds: { x: 300, y: 300, width: 800, height: 600 } });
  } finally {
    vi.useRealTimers();
  }
});

test('the normal size outlives a system that forgets it while the window is maximised', async () => {
  const after = await afterStart({ bounds: remembered, maximised: true }, () => {
    expect(desktop.window().state.maximised).toBe(true);
    desktop.window().bounds = { x: 0, y: 0, width: 1920, height: 1080 };
  });
  expect(after).toMatchObject({ bounds: remembered, maximised: true });
});

test('full screen is kept', async () => {
  const after = await afterStart({ bounds: remembered, fullScreen: true }, () =>
    expect(desktop.window().state.fullScreen).toBe(true),
  );
  expect(after).toMatchObject({ fullScreen: true });
});
