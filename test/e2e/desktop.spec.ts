import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { type DesktopApp, exitCode, expect, test } from './desktop.ts';
import { rows } from './pane.ts';
import { drop, story } from './wires.ts';

/** Waits until the instance that has locked the data folder is not `before`. */
async function nextHolder(desktop: DesktopApp, before?: number): Promise<number> {
  await expect.poll(async () => [undefined, before].includes(await desktop.holder()), { timeout: 20_000 }).toBe(false);
  return (await desktop.holder()) ?? 0;
}

/** Waits until the app has logged an event. */
async function logged(desktop: DesktopApp, event: string): Promise<void> {
  const log = () => readFile(join(desktop.data, 'log/depesche.log'), 'utf8').catch(() => '');
  await expect.poll(log, { timeout: 20_000 }).toContain(` ${event} `);
}

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
  test(`${signal} closes the library before the app ends`, async ({ desktop }) => {
    await drop(desktop.wires, 'a.txt', story({ headline: 'Hafen sperrt alte Mole' }));
    const { app, page } = await desktop.launch();
    await expect(rows(page)).toHaveCount(1);
    // A write requested by the page loads write-file-atomic, which has its own signal handlers.
    await page.keyboard.press('Control+b');
    await page.keyboard.press('s');
    const process = app.process();
    process.kill(signal);
    expect(await exitCode(process)).toBe(0);
    const written = await readdir(join(desktop.data, 'library'), { recursive: true });
    expect(written).toContainEqual(expect.stringMatching(/2025-11-10\.json$/));
  });
}

test('Ctrl+C, which every process of the app gets, closes the library before it ends', async ({ desktop }) => {
  await drop(desktop.wires, 'a.txt', story({ headline: 'Hafen sperrt alte Mole' }));
  const child = desktop.spawn();
  await logged(desktop, 'imported');
  process.kill(-(child.pid ?? 0), 'SIGINT');
  expect(await exitCode(child)).toBe(0);
  const written = await readdir(join(desktop.data, 'library'), { recursive: true });
  expect(written).toContainEqual(expect.stringMatching(/2025-11-10\.json$/));
});

test('quitting while it starts ends it', async ({ desktop }) => {
  const child = desktop.spawn();
  let said = '';
  child.stderr?.on('data', (text: Buffer) => {
    said += text.toString();
  });
  await nextHolder(desktop);
  child.kill('SIGTERM');
  expect(await exitCode(child)).toBe(0);
  expect(said).not.toContain('depesche:');
});

test('a data folder that is a file is named', async ({ desktop }) => {
  await writeFile(desktop.data, '');
  const child = desktop.spawn();
  let said = '';
  child.stderr?.on('data', (text: Buffer) => {
    said += text.toString();
  });
  await expect.poll(() => said, { timeout: 15_000 }).toContain(`cannot write to ${desktop.data}`);
});

test('what a second start brings is taken by the first, also while that opens', async ({ desktop }) => {
  const first = join(desktop.data, '../first.txt');
  const second = join(desktop.data, '../second.txt');
  await writeFile(first, story({ headline: 'Hafen sperrt alte Mole' }));
  await writeFile(second, story({ headline: 'Rat vertagt Haushalt' }));
  const running = desktop.spawn();
  await nextHolder(desktop);
  expect(await exitCode(desktop.spawn(first))).toBe(0);
  expect(await exitCode(desktop.spawn(second))).toBe(0);
  await expect.poll(async () => (await readdir(desktop.wires)).sort()).toEqual(['first.txt', 'second.txt']);
  running.kill('SIGTERM');
  expect(await exitCode(running)).toBe(0);
});

test('a start while the app closes is not lost', async ({ desktop }) => {
  const late = join(desktop.data, '../late.txt');
  await writeFile(late, story({ headline: 'Hafen sperrt alte Mole' }));
  const running = desktop.spawn();
  const holder = await nextHolder(desktop);
  await logged(desktop, 'open');
  running.kill('SIGTERM');
  desktop.spawn(late);
  await expect.poll(() => readdir(desktop.wires), { timeout: 20_000 }).toEqual(['late.txt']);
  expect(await exitCode(running)).toBe(0);
  process.kill(await nextHolder(desktop, holder), 'SIGTERM');
  await expect.poll(() => desktop.holder(), { timeout: 20_000 }).toBeUndefined();
});

/** Crashes the page and waits until its process is gone. */
const crash = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    return new Promise<void>((resolve) => {
      contents?.once('render-process-gone', () => resolve());
      contents?.forcefullyCrashRenderer();
    });
  });
const loaded = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    return contents !== undefined && !contents.isCrashed() && !contents.isLoading();
  });

test('a page that crashes comes back three times, then the user is asked', async ({ desktop }) => {
  const { app, page } = await desktop.launch();
  await expect(page.locator('#root')).not.toBeEmpty();
  await app.evaluate(({ dialog }) => {
    Object.assign(globalThis, { boxes: [] as string[][] });
    dialog.showMessageBox = async (...options: unknown[]) => {
      const { boxes } = globalThis as unknown as { boxes: unknown[] };
      boxes.push(options.at(-1));
      return { response: 1, checkboxChecked: false };
    };
  });
  const boxes = () => app.evaluate(() => (globalThis as unknown as { boxes: unknown[] }).boxes.length);
  for (let n = 0; n < 3; n++) {
    await crash(app);
    await expect.poll(() => loaded(app)).toBe(true);
  }
  expect(await boxes()).toBe(0);
  await crash(app);
  await expect.poll(boxes).toBe(1);
  await expect.poll(() => loaded(app)).toBe(true);
});

test('nothing leaves the machine', async ({ desktop }) => {
  const asked: string[] = [];
  const proxy = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(502).end();
  });
  proxy.on('connect', (request, socket) => {
    asked.push(request.url ?? '');
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  proxy.listen(0, '127.0.0.1');
  await new Promise((resolve) => proxy.once('listening', resolve));
  const { port } = proxy.address() as AddressInfo;
  await drop(desktop.wires, 'a.txt', story({ headline: 'Hafen sperrt alte Mole' }));
  const { app, page } = await desktop.launch([`--proxy-server=http://127.0.0.1:${port}`]);
  await rows(page).first().click();
  await page.getByRole('searchbox').fill('Hafn');
  await expect(page.getByRole('searchbox')).toHaveValue('Hafn');
  // The proxy would have seen it: it sees this request.
  await app.evaluate(({ net }) => net.fetch('http://control.invalid/').catch(() => undefined));
  await app.close();
  expect(asked).toEqual(['http://control.invalid/']);
  proxy.close();
});
