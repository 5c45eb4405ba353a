import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { article, entry, headline, list, openArticle, row, rows, scrollTo } from './pane.ts';
import { drop, item } from './wires.ts';

const number = (n: number) => `Meldung Nummer ${n}`;

test.beforeEach(async ({ reader }) => {
  // Other words in each: the same story would be one row.
  const html = (n: number) =>
    [...Array(40).keys()].map((k) => `<p>Absatz ${k}. ${`Wort${n}a${k} steht hier. `.repeat(12)}</p>`).join('');
  for (let n = 10; n < 40; n += 1)
    await drop(
      reader.wires,
      `${n}.json`,
      item({ id: `${n}`, headline: number(n), html: html(n), at: `2025-11-10T09:${n}:00Z` }),
    );
  await expect(entry(reader.page, /^All/)).toContainText('30', { timeout: 30_000 });
});

const selected = (page: Page) => rows(page).and(page.locator('[aria-selected=true]'));
const topOf = (page: Page) => selected(page).evaluate((element) => element.getBoundingClientRect().top);

test('a list that one comes back to is where it was left, and what was marked unread there stays so', async ({
  reader,
}) => {
  const { page } = reader;
  await list(page).focus();
  await page.keyboard.press('End');
  await page.keyboard.press('k');
  await expect(headline(page)).toHaveText(number(11));
  await expect(selected(page).getByRole('img', { name: 'Unread' })).toHaveCount(0);
  await page.keyboard.press('m');
  await expect(selected(page).getByRole('img', { name: 'Unread' })).toBeVisible();
  const top = await topOf(page);
  await page.keyboard.press('Control+4');
  await expect(rows(page)).toHaveCount(0);
  await page.keyboard.press('Control+1');
  await expect(selected(page)).toContainText(number(11));
  await expect(headline(page)).toHaveText(number(11));
  expect(Math.abs((await topOf(page)) - top)).toBeLessThan(50);
  await page.keyboard.press('k');
  await expect(headline(page)).toHaveText(number(12));
  await expect(row(page, number(11)).getByRole('img', { name: 'Unread' })).toBeVisible();
  // Asked for again, the list begins at its top.
  await page.keyboard.press('Control+1');
  await expect(row(page, number(39))).toBeInViewport();
  await expect(selected(page)).toHaveCount(0);
});

test('a text is read on where one stopped, also after a restart', async ({ reader }) => {
  await openArticle(reader.page, number(39));
  const paragraph = () => article(reader.page).getByText('Absatz 25.');
  await scrollTo(paragraph());
  await expect(paragraph()).toBeInViewport();
  await openArticle(reader.page, number(38));
  await expect(article(reader.page).getByText('Absatz 0.')).toBeInViewport();
  // What the next start has, if the power went now.
  const kept = () => readFile(join(reader.data, 'positions.json'), 'utf8').catch(() => '');
  await expect.poll(kept).toContain('"path"');
  await reader.restart();
  await openArticle(reader.page, number(39));
  await expect(paragraph()).toBeInViewport();
  await expect(article(reader.page).getByText('Absatz 0.')).not.toBeInViewport();
});
