import { chromium, type Page } from '@playwright/test';
import { findBrowser } from '../../scripts/browser.mjs';
import { arrivals } from './arrive.ts';
import { all, askWhile, callsRow } from './calls.ts';
import type { BenchHost } from './host.ts';
import { isWithin, median, ms } from './measure.ts';
import type { Figure } from './table.ts';

/** Milliseconds: a frame is late after them, and browsers report tasks from them on. */
const LONG_TASK = 50;
const FILES = 500;
const BURSTS = 3;

/** Scrolls the list of a running reader in a browser, to its end and while files arrive. */
export async function scrollRows(host: BenchHost, wires: string): Promise<Figure[]> {
  const goal = 'no task over 50 ms';
  const executablePath = findBrowser();
  if (executablePath === undefined)
    return [{ what: 'scrolling the list', goal, figure: '', compared: 'no browser found' }];
  await host.call('settings.set', { welcome: false });
  const browser = await chromium.launch({
    executablePath,
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--disable-gpu', '--disable-background-networking'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(host.url);
    await page.getByRole('option').first().waitFor();
    const box = await page.getByRole('listbox').boundingBox();
    await page.mouse.move((box?.x ?? 0) + 100, (box?.y ?? 0) + 200);
    await noteLongTasks(page);
    return [...(await toTheEnd(page)), ...(await duringBursts(page, host, wires))];
  } finally {
    await browser.close();
  }
}

const noteLongTasks = (page: Page) =>
  page.evaluate(() => {
    const durations: number[] = [];
    new PerformanceObserver((entries) =>
      durations.push(...entries.getEntries().map(({ duration }) => duration)),
    ).observe({ type: 'longtask' });
    Object.assign(window, { longTasks: durations });
  });

/** Milliseconds of the tasks since the last call that kept the page from drawing a frame; none: a zero. */
const longTasks = (page: Page): Promise<number[]> =>
  page.evaluate(() =>
    'longTasks' in window && Array.isArray(window.longTasks) ? window.longTasks.splice(0).map(Number) : [],
  );

const longest = (tasks: readonly number[]) => Math.max(0, ...tasks);
const inWords = (tasks: readonly number[]) =>
  tasks.length === 0 ? 'none' : `${tasks.length}, longest ${ms(longest(tasks))}`;

async function toTheEnd(page: Page): Promise<Figure[]> {
  // First line by line, as a finger does, then by whole screens through everything.
  for (let i = 0; i < 120; i++) await page.mouse.wheel(0, 240);
  const height = await page.getByRole('listbox').evaluate((list) => list.scrollHeight);
  for (let i = 0; i < 61; i++) await page.mouse.wheel(0, height / 60);
  const row = page.getByRole('option').last();
  await row.waitFor();
  const [place, size] = await Promise.all([row.getAttribute('aria-posinset'), row.getAttribute('aria-setsize')]);
  const tasks = await longTasks(page);
  return [
    {
      what: 'scrolling the list to its end',
      goal: 'no task over 50 ms',
      figure: inWords(tasks),
      compared: `row ${place} of ${size}; ${await page.getByRole('option').count()} rows in the DOM`,
      reached: isWithin(longest(tasks), LONG_TASK),
    },
  ];
}

/** Scrolls on while files arrive. */
async function duringBursts(page: Page, host: BenchHost, wires: string): Promise<Figure[]> {
  const tasks: number[][] = [];
  const calls: number[] = [];
  for (let i = 0; i < BURSTS; i++) {
    const { arrive } = arrivals(wires, FILES);
    const { total } = await host.call('list.window', all);
    await longTasks(page);
    let arriving = true;
    const scrolling = (async () => {
      for (let turn = 0; arriving; turn++) await page.mouse.wheel(0, turn % 40 < 20 ? -240 : 240);
    })();
    arrive();
    const answers = await askWhile(host, (now) => now.total < total + FILES, 20);
    arriving = false;
    await scrolling;
    calls.push(...answers.calls);
    tasks.push(await longTasks(page));
  }
  const worst = tasks.map(longest);
  return [
    {
      what: `scrolling while ${FILES} files arrive`,
      goal: 'no task over 50 ms',
      figure: inWords(tasks.find((each) => longest(each) === median(worst)) ?? []),
      compared: `longest of ${BURSTS} bursts: ${worst.map(ms).join(', ')}`,
      reached: isWithin(median(worst), LONG_TASK),
    },
    callsRow('calls answered meanwhile, beside those of the window', calls),
  ];
}
