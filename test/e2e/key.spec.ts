import { mkdtemp, rm } from 'node:fs/promises';
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
