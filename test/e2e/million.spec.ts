import type { Page } from '@playwright/test';
import { z } from 'zod';
import { calls, type ListRow } from '../../preload/contract/contract.ts';
import { expect, test } from './fixtures.ts';
import { list, rows, search } from './pane.ts';
import { drop, story } from './wires.ts';

const MILLION = 1_000_000;
const Asked = z.object({ id: z.int(), call: z.literal('list.window'), input: calls['list.window'].in });

const rowAt = (index: number): ListRow => ({
  id: `row-${index}`,
  version: 1,
  headline: `Meldung Nummer ${index}`,
  snippet: '',
  source: 'nord',
  categories: [],
  publishedAt: '2025-11-10T10:15:00Z',
  receivedAt: '2025-11-10T10:15:00Z',
  urgency: 5,
  status: 'usable',
  read: true,
  bookmarked: false,
  tags: [],
  hasNote: false,
  updated: false,
});

const Counted = z.object({ id: z.int(), call: z.literal('list.count') });

/**
 * Answers list calls in place of the host, as if there were a million dispatches, and a search found all of them; all other
 * calls reach the host. The count is answered after `counted` has resolved.
 */
async function pretendMillion(page: Page, counted = Promise.resolve()): Promise<void> {
  await page.routeWebSocket(/\/reader/, (socket) => {
    const host = socket.connectToServer();
    socket.onMessage(async (message) => {
      const counting = Counted.safeParse(JSON.parse(String(message)));
      if (counting.success) {
        await counted;
        return socket.send(JSON.stringify({ id: counting.data.id, ok: { total: MILLION } }));
      }
      const asked = Asked.safeParse(JSON.parse(String(message)));
      if (!asked.success) return host.send(message);
      const { id, input } = asked.data;
      const count = Math.max(0, Math.min(input.limit, MILLION - input.offset));
      const shown = Array.from({ length: count }, (_, n) => rowAt(input.offset + n));
      const isShort = input.quick && input.query.search && input.offset + input.limit <= 500;
      const length = isShort ? { total: 500, more: true } : { total: MILLION };
      socket.send(JSON.stringify({ id, ok: { generation: 1, ...length, offset: input.offset, rows: shown } }));
    });
  });
}

test.beforeEach(async ({ reader, host }) => {
  test.skip(host === 'electron', 'the list is answered for over the WebSocket, which Electron has not');
  await drop(reader.wires, 'a.txt', story({ headline: 'Eine Meldung' }));
  await expect(rows(reader.page)).toHaveCount(1);
});

async function showMillion(page: Page): Promise<void> {
  await pretendMillion(page);
  await page.reload();
  await expect(rows(page).first()).toContainText('Meldung Nummer 0');
}

const scroller = (page: Page) => list(page).locator('..');

/** The number of the row in the middle of the view, counted from 1. */
const middle = (page: Page): Promise<number> =>
  scroller(page).evaluate((element) => {
    const { x, y, height } = element.getBoundingClientRect();
    const shown = document.elementFromPoint(x + 80, y + height / 2)?.closest('[role=option]');
    return Number(shown?.getAttribute('aria-posinset') ?? Number.NaN);
  });

test('the bar reaches the last of a million rows, and the middle one', async ({ reader }) => {
  const { page } = reader;
  await showMillion(page);
  await scroller(page).evaluate((element) => element.scrollTo(0, element.scrollHeight));
  await expect(rows(page).last()).toContainText(`Meldung Nummer ${MILLION - 1}`);
  await expect(rows(page).last()).toBeInViewport();
  await scroller(page).evaluate((element) => element.scrollTo(0, (element.scrollHeight - element.clientHeight) / 2));
  await expect.poll(() => middle(page)).toBeGreaterThan(MILLION / 2 - 5);
  expect(await middle(page)).toBeLessThan(MILLION / 2 + 5);
  expect(await rows(page).count()).toBeLessThan(60);
});

test('the bar is dragged to a day and, aside of it, row by row', async ({ reader }) => {
  const { page } = reader;
  await showMillion(page);
  const bar = page.getByRole('scrollbar');
  const place = async () => Number(await bar.getAttribute('aria-valuenow'));
  await expect(bar).toHaveAttribute('aria-valuemax', String(MILLION));
  const { x = 0, y = 0, width = 0, height = 0 } = (await bar.boundingBox()) ?? {};
  const middleOfBar = x + width / 2;
  await page.mouse.move(middleOfBar, y + 5);
  await page.mouse.down();
  await page.mouse.move(middleOfBar, y + height / 2);
  await expect.poll(place).toBeGreaterThan(MILLION / 3);
  await expect(bar).toContainText(/10 November 2025/);
  await expect(bar).toContainText(' of 1,000,000');
  // Far aside a pixel is less than a row.
  await page.mouse.move(40, y + height / 2);
  const before = await place();
  let seen = before;
  for (let pixels = 1; pixels <= 12; pixels += 1) {
    await page.mouse.move(40, y + height / 2 + pixels);
    const now = await place();
    expect(now - seen).toBeLessThanOrEqual(1);
    seen = now;
  }
  await expect.poll(place).toBeGreaterThanOrEqual(before + 2);
  const last = await place();
  await page.mouse.up();
  await expect(rows(page).filter({ hasText: new RegExp(`Meldung Nummer ${last - 1}\\b`) })).toBeInViewport();
  await expect(bar).not.toContainText(' of 1,000,000');
  // Its end is the end of the list.
  await page.mouse.click(middleOfBar, y + height - 1);
  await expect(rows(page).last()).toContainText(`Meldung Nummer ${MILLION - 1}`);
});

test('hits stand in the list before they are counted, and stay where they are when they are', async ({ reader }) => {
  const { page } = reader;
  const { promise: counted, resolve: count } = Promise.withResolvers<void>();
  await pretendMillion(page, counted);
  await page.reload();
  await search(page).fill('Meldung');
  await expect(page.getByText('500+ hits')).toBeVisible();
  await scroller(page).evaluate((element) => element.scrollTo(0, 30_000));
  await expect.poll(() => middle(page)).toBeGreaterThan(300);
  const before = await middle(page);
  count();
  await expect(page.getByText('1,000,000 hits', { exact: true }).first()).toBeVisible();
  expect(await middle(page)).toBe(before);
  await list(page).focus();
  await page.keyboard.press('End');
  await expect(rows(page).last()).toContainText(`Meldung Nummer ${MILLION - 1}`);
});

test('the wheel moves the rows of a million as far as those of a few', async ({ reader }) => {
  const { page } = reader;
  await showMillion(page);
  await scroller(page).evaluate((element) => element.scrollTo(0, element.scrollHeight / 2));
  await expect.poll(() => middle(page)).toBeGreaterThan(1_000);
  const before = await middle(page);
  const box = await scroller(page).boundingBox();
  await page.mouse.move((box?.x ?? 0) + 80, (box?.y ?? 0) + 200);
  const { height } = (await rows(page).first().boundingBox()) ?? { height: 0 };
  await page.mouse.wheel(0, 10 * height);
  await expect.poll(() => middle(page)).toBe(before + 10);
});

test('late settings resize the panes and leave the focus alone', async ({ reader }) => {
  const { page } = reader;
  const separator = page.getByRole('separator', { name: 'Width of the lists' });
  const left = async () => (await separator.boundingBox())?.x ?? 0;
  const before = await left();
  await separator.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(left).toBeGreaterThan(before + 20);
  const wide = await left();

  const { promise: settings, resolve: answer } = Promise.withResolvers<void>();
  await pretendMillion(page, settings);
  await page.reload();
  await expect(separator).toBeVisible();
  await search(page).focus();
  answer();
  await expect.poll(async () => Math.abs((await left()) - wide)).toBeLessThan(3);
  // The list waits for the settings: they know its order and where it was left.
  await expect(rows(page).first()).toContainText('Meldung Nummer 0');
  await expect(search(page)).toBeFocused();
});

test('a window that becomes narrow, and wide again, shows the rows that it showed', async ({ reader }) => {
  const { page } = reader;
  await showMillion(page);
  const wide = page.viewportSize() ?? { width: 1280, height: 720 };
  await scroller(page).evaluate((element) => element.scrollTo(0, element.scrollHeight / 2));
  await expect.poll(() => middle(page)).toBeGreaterThan(1_000);
  const before = await middle(page);
  for (const width of [600, wide.width]) {
    await page.setViewportSize({ ...wide, width });
    await expect(page.locator('.panes-narrow')).toHaveCount(width === 600 ? 1 : 0);
    await expect.poll(async () => Math.abs((await middle(page)) - before)).toBeLessThan(5);
  }
});
