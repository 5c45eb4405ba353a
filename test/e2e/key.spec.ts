import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';
import { startHost } from './host-process.ts';
import { search } from './pane.ts';

test.skip(({ host }) => host === 'electron', 'Electron has no key');

test('the key is in no address, no header, no history and no cookie; the page opens again and again', async ({
  browser,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'depesche-e2e-'));
  const running = await startHost(folder, join(folder, 'data'));
  const context = await browser.newContext();
  const page = await context.newPage();
  const sent: string[] = [];
  page.on('request', (request) => sent.push(`${request.url()} ${JSON.stringify(request.headers())}`));
  page.on('websocket', (socket) => {
    sent.push(socket.url());
    socket.on('framesent', ({ payload }) => sent.push(String(payload)));
  });
  for (const _time of ['first', 'second']) {
    await page.goto(running.url);
    await expect(search(page)).toBeVisible();
  }
  const key = await page.evaluate(() => sessionStorage.getItem('depesche.key'));
  expect(key).toMatch(/^[\w-]{43}$/);
  expect(sent.length).toBeGreaterThan(5);
  expect(sent.filter((one) => one.includes(String(key)) || /"referer":"[^"]/i.test(one))).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  expect(page.url()).toBe(`${running.origin}/`);
  await context.close();
  await running.stop();
  await rm(folder, { recursive: true, force: true });
});

test('a page connects again by itself when its host has restarted on the same data', async ({ browser }) => {
  const folder = await mkdtemp(join(tmpdir(), 'depesche-e2e-'));
  const first = await startHost(folder, join(folder, 'data'));
  const page = await browser.newPage();
  const lost = page.getByRole('alert').filter({ hasText: 'No connection' });
  await page.goto(first.url);
  await expect(search(page)).toBeVisible();
  await first.stop();
  await expect(lost).toBeVisible();
  const second = await startHost(folder, join(folder, 'data'));
  expect(second.origin).toBe(first.origin);
  await expect(lost).toHaveCount(0, { timeout: 15_000 });
  await page.close();
  await second.stop();
  await rm(folder, { recursive: true, force: true });
});

test('with a key that lasts, the address can be bookmarked', async ({ browser }) => {
  const folder = await mkdtemp(join(tmpdir(), 'depesche-e2e-'));
  const command = [join(import.meta.dirname, '../../out/main/cli.js'), 'serve', '--token-file', join(folder, 'token')];
  const port = await freePort();
  const start = () => startHost(folder, join(folder, 'data'), command, port);
  const context = await browser.newContext();
  const first = await start();
  const opened = await context.newPage();
  await opened.goto(first.url);
  await expect(search(opened)).toBeVisible();
  await opened.close();
  await first.stop();
  // Only the file has the key now, not the session of the previous run.
  expect(await readdir(join(folder, 'data/browser'))).not.toContain('session.json');
  const second = await start();
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${port}/`);
  await expect(search(page)).toBeVisible();
  const stranger = await browser.newPage();
  await stranger.goto(`http://127.0.0.1:${port}/`);
  await expect(stranger.getByRole('heading', { name: 'This page has no access key' })).toBeVisible();
  await stranger.close();
  await context.close();
  await second.stop();
  await rm(folder, { recursive: true, force: true });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

test('a page of another origin reaches nothing', async ({ reader, browser }) => {
  const origin = new URL(reader.page.url()).origin;
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route('http://attacker.invalid/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Attacker</title>' }),
  );
  await page.goto('http://attacker.invalid/');
  const reached = await page.evaluate(async (target) => {
    const fetched = await fetch(`${target}/hello?nonce=0123456789abcdef`).then(
      (answer) => answer.text(),
      () => 'refused',
    );
    const connected = await new Promise<string>((resolve) => {
      const socket = new WebSocket(`${target.replace('http', 'ws')}/reader`, ['depesche', '0'.repeat(64)]);
      socket.onopen = () => resolve('open');
      socket.onerror = () => resolve('refused');
    });
    const frame = document.createElement('iframe');
    frame.src = target;
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
    document.body.append(frame);
    await loaded;
    let framed = 'refused';
    try {
      framed = frame.contentDocument?.title ?? 'refused';
    } catch {
      // Another origin, or the error page: either way nothing to read.
    }
    return { fetched, connected, framed };
  }, origin);
  expect(reached).toEqual({ fetched: 'refused', connected: 'refused', framed: 'refused' });
  await context.close();
});
