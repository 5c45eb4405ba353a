import { chromium } from '@playwright/test';
import { findBrowser } from '../../scripts/browser.mjs';
import type { Figure } from './table.ts';

/** Scrolls the list of a running reader from top to bottom and counts the tasks that kept the page from answering. */
export async function scrollRows(url: string, count: number): Promise<Figure[]> {
  const executablePath = findBrowser();
  if (executablePath === undefined)
    return [{ what: 'scrolling the list', goal: 'no task over 50 ms', figure: '', compared: 'no browser found' }];
  const browser = await chromium.launch({
    executablePath,
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--disable-gpu', '--disable-background-networking'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(url);
    await page.getByRole('option').first().waitFor();
    const box = await page.getByRole('listbox').boundingBox();
    await page.mouse.move((box?.x ?? 0) + 100, (box?.y ?? 0) + 200);
    await page.evaluate(() => {
      const durations: number[] = [];
      new PerformanceObserver((entries) =>
        durations.push(...entries.getEntries().map(({ duration }) => duration)),
      ).observe({ type: 'longtask' });
      Object.assign(window, { longTasks: durations });
    });
    // First line by line, as a finger does, then by whole screens through everything.
    for (let i = 0; i < 120; i++) await page.mouse.wheel(0, 240);
    const height = count * 96;
    for (let i = 0; i < 60; i++) await page.mouse.wheel(0, height / 60);
    await page.getByRole('option').last().waitFor();
    const tasks = await page.evaluate(() =>
      'longTasks' in window && Array.isArray(window.longTasks) ? window.longTasks : [],
    );
    const options = await page.getByRole('option').count();
    return [
      {
        what: `scrolling the list of ${count} to its end`,
        goal: 'no task over 50 ms',
        figure: `${tasks.length} long tasks`,
        compared: `${tasks.length === 0 ? '' : `longest ${Math.max(...tasks.map(Number)).toFixed(0)} ms; `}${options} rows in the DOM`,
        reached: tasks.length === 0,
      },
    ];
  } finally {
    await browser.close();
  }
}
