import { writeWires } from '../bench/wires.ts';
import { expect, test } from './fixtures.ts';
import { article, entry, headline, list, openArticle, row, rows, search } from './pane.ts';
import { drop, story } from './wires.ts';

const HAFEN = 'Hafen sperrt alte Mole';

test.beforeEach(async ({ reader }) => {
  await drop(reader.wires, 'a.txt', story({ headline: HAFEN }));
  await expect(rows(reader.page)).toHaveCount(1);
});

test('Ctrl+A selects the text of the article alone, and another article begins with nothing selected', async ({
  reader,
}) => {
  const { page } = reader;
  await drop(reader.wires, 'b.txt', story({ headline: 'Moorbahn fährt', time: '10.11.2025 - 09:20:00' }));
  await expect(rows(page)).toHaveCount(2);
  await openArticle(page, HAFEN);
  // In the list it selects the rows.
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Control+a');
  const selected = () => page.evaluate(() => String(getSelection()));
  expect(await selected()).toContain('Die Bürgermeisterin');
  expect(await selected()).not.toContain('Moorbahn');
  expect(await selected()).not.toContain('Bookmarks');
  await page.keyboard.press('j');
  await expect(headline(page)).toHaveText('Moorbahn fährt');
  expect(await selected()).toBe('');
});

test('F3 leads from hit to hit in a long text', async ({ reader }) => {
  const { page } = reader;
  const paragraphs = Array.from({ length: 120 }, (_, i) =>
    i % 50 === 40 ? `Im Absatz ${i} steht das Wort Deichgraf.` : `Absatz ${i} sagt, was alle schon wussten.`,
  );
  await drop(
    reader.wires,
    'lang.txt',
    story({ headline: 'Langer Bericht', paragraphs, time: '10.11.2025 - 10:30:00' }),
  );
  await search(page).fill('deichgraf');
  await openArticle(page, 'Langer Bericht');
  const hits = article(page).locator('mark');
  await expect(hits).toHaveCount(2);
  await expect(hits.first()).not.toBeInViewport();
  await page.keyboard.press('F3');
  await expect(hits.first()).toBeInViewport();
  await page.keyboard.press('F3');
  await expect(hits.last()).toBeInViewport();
  await page.keyboard.press('Shift+F3');
  await expect(hits.first()).toBeInViewport();
});

test('a search that is half typed is not carried into another list', async ({ reader }) => {
  const { page } = reader;
  await search(page).fill('gibt es nicht');
  await page.keyboard.press('Control+2');
  await expect(row(page, HAFEN)).toBeVisible();
  await expect(search(page)).toHaveValue('');
});

test('another article, or another search, begins at its own first hit', async ({ reader }) => {
  const { page } = reader;
  const paragraphs = Array.from({ length: 60 }, (_, i) => `Absatz ${i}: Der Deichgraf sah nach der Schleuse.`);
  for (const at of [1, 2]) {
    const time = `10.11.2025 - 10:3${at}:00`;
    await drop(reader.wires, `lang-${at}.txt`, story({ headline: `Langer Bericht ${at}`, paragraphs, time }));
  }
  await search(page).fill('deichgraf');
  await expect(rows(page)).toHaveCount(2);
  await openArticle(page, 'Langer Bericht 2');
  const hits = article(page).locator('mark');
  for (let press = 0; press < 50; press++) await page.keyboard.press('F3');
  await expect(hits.nth(49)).toBeInViewport();
  await page.keyboard.press('j');
  await expect(headline(page)).toHaveText('Langer Bericht 1');
  await expect(hits).toHaveCount(60);
  await expect(article(page).locator('mark[data-current]')).toHaveCount(0);
  await page.keyboard.press('F3');
  await expect(hits.first()).toHaveAttribute('data-current');
  await search(page).fill('deichgraf schleuse');
  await expect(hits).toHaveCount(120);
  await expect(article(page).locator('mark[data-current]')).toHaveCount(0);
});

test('leaving a search twice restores the position of the rows', async ({ reader }) => {
  const { page } = reader;
  for (let at = 0; at < 40; at++) {
    const time = `10.11.2025 - 08:${String(at + 10)}:00`;
    await drop(reader.wires, `z-${at}.txt`, story({ headline: `Zug ${at} pünktlich`, time }));
  }
  await expect(entry(page, /^All/)).toContainText('41');
  await rows(page).first().hover();
  await page.mouse.wheel(0, 20 * 50);
  const stood = row(page, 'Zug 20 pünktlich');
  await expect(stood).toBeInViewport();
  const place = await stood.boundingBox();
  for (let time = 0; time < 2; time++) {
    await search(page).fill('mole');
    await expect(rows(page)).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(stood).toBeInViewport();
    expect(await stood.boundingBox()).toEqual(place);
  }
});

test('a filter that removes no visible row leaves the rows in place', async ({ reader }) => {
  const { page } = reader;
  writeWires(reader.wires, 160, 300);
  await expect(entry(page, /^All/)).toContainText('161', { timeout: 30_000 });
  // The last one is read and not visible: the number left shows when the filter has been applied.
  await list(page).focus();
  await page.keyboard.press('End');
  await expect(entry(page, /^All/)).toContainText('160 unread');
  await entry(page, /^Unread/).click();
  await expect(rows(page).first()).toHaveAttribute('aria-setsize', '160');
  await entry(page, /^All/).click();
  // It is where it was left; asked for again, it begins at the top.
  await entry(page, /^All/).click();
  await expect(rows(page).and(page.locator('[aria-posinset="1"]'))).toHaveAttribute('aria-setsize', '161');
  await rows(page).first().hover();
  await page.mouse.wheel(0, 140 * 50);
  const stood = rows(page).and(page.locator('[aria-posinset="143"]'));
  await expect(stood.locator('time')).toBeInViewport();
  const text = (await stood.textContent()) ?? '';
  for (const left of ['160', '161']) {
    await page.getByRole('button', { name: 'Unread only' }).click();
    await expect(stood).toHaveAttribute('aria-setsize', left);
    await expect(stood).toHaveText(text);
    await expect(stood).toBeInViewport();
  }
});
