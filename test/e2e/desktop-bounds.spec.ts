import type { ElectronApplication } from '@playwright/test';
import { expect, test } from './desktop.ts';

const bounds = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());

test('the window stays where it is, start after start', async ({ desktop }) => {
  const seen: unknown[] = [];
  for (let n = 0; n < 4; n++) {
    const { app, page } = await desktop.launch();
    await expect(page.locator('#root')).not.toBeEmpty();
    seen.push(await bounds(app));
    await app.close();
  }
  expect(seen.slice(2)).toEqual([seen[1], seen[1]]);
});

test('the normal size outlives two maximised starts; full screen is kept', async ({ desktop }) => {
  const state = (app: ElectronApplication) =>
    app.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0];
      return { maximised: window?.isMaximized(), fullScreen: window?.isFullScreen() };
    });
  const call = (app: ElectronApplication, name: 'maximize' | 'unmaximize' | 'fullScreen') =>
    app.evaluate(({ BrowserWindow }, method) => {
      const window = BrowserWindow.getAllWindows()[0];
      if (method === 'fullScreen') window?.setFullScreen(true);
      else window?.[method]();
    }, name);
  let { app } = await desktop.launch();
  const normal = await bounds(app);
  await call(app, 'maximize');
  await expect.poll(() => state(app)).toMatchObject({ maximised: true });
  for (let n = 0; n < 2; n++) {
    await app.close();
    ({ app } = await desktop.launch());
    await expect.poll(() => state(app)).toMatchObject({ maximised: true });
  }
  await call(app, 'unmaximize');
  await expect.poll(async () => (await bounds(app))?.width).toBe(normal?.width);
  expect((await bounds(app))?.height).toBe(normal?.height);
  await call(app, 'fullScreen');
  await expect.poll(() => state(app)).toMatchObject({ fullScreen: true });
  await app.close();
  ({ app } = await desktop.launch());
  await expect.poll(() => state(app)).toMatchObject({ fullScreen: true });
});
