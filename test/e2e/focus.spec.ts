import { writeWires } from '../bench/wires.ts';
import { expect, test } from './fixtures.ts';
import { article, entry, headline, list, openArticle, row, rows, search } from './pane.ts';
import { drop, item, story } from './wires.ts';

const HAFEN = 'Hafen sperrt alte Mole';

test.beforeEach(async ({ reader }) => {
  await drop(reader.wires, 'a.txt', story({ headline: HAFEN }));
  await expect(rows(reader.page)).toHaveCount(1);
});

test('what is being typed goes on when the window is laid out anew', async ({ reader }) => {
  const { page } = reader;
  const { height = 720 } = page.viewportSize() ?? {};
  await openArticle(page, HAFEN);
  await page.keyboard.press('e');
  const note = article(page).getByRole('textbox', { name: 'Note' });
  await page.keyboard.type('halb ');
  await page.setViewportSize({ width: 700, height });
  await expect(page.locator('.panes-narrow')).toBeVisible();
  await expect(note).toBeFocused();
  await page.keyboard.type('eine ');
  await page.setViewportSize({ width: 1280, height });
  await expect(page.locator('.panes-narrow')).toHaveCount(0);
  await expect(note).toBeFocused();
  await page.keyboard.type('Notiz');
  await expect(note).toHaveValue('halb eine Notiz');
  await page.keyboard.press('t');
  await expect(note).toHaveValue('halb eine Notizt');
});

test('a note on one dispatch is not gone on with on another', async ({ reader }) => {
  const { page } = reader;
  await drop(reader.wires, 'b.txt', story({ headline: 'Moorbahn fährt', time: '10.11.2025 - 09:20:00' }));
  await expect(rows(page)).toHaveCount(2);
  await openArticle(page, HAFEN);
  await page.keyboard.press('e');
  await page.keyboard.type('halb');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('next dispatch');
  await page.keyboard.press('Enter');
  await expect(headline(page)).toHaveText('Moorbahn fährt');
  await page.keyboard.press('k');
  await expect(headline(page)).toHaveText(HAFEN);
  await expect(article(page).getByRole('textbox', { name: 'Note' })).toHaveValue('halb');
  await page.keyboard.press('j');
  await expect(headline(page)).toHaveText('Moorbahn fährt');
  await expect(article(page).getByRole('textbox', { name: 'Note' })).toHaveValue('');
});

test('half a tag is kept when another list is shown', async ({ reader }) => {
  const { page } = reader;
  await openArticle(page, HAFEN);
  await page.keyboard.press('t');
  await page.keyboard.type('Küste');
  await page.keyboard.press('Control+4');
  await expect(rows(page)).toHaveCount(0);
  await page.keyboard.press('Control+1');
  await expect(row(page, HAFEN)).toContainText('Küste');
  await expect(list(page)).toBeFocused();
});

test('buttons that go with what they do leave the focus near', async ({ reader }) => {
  const { page } = reader;
  await page.keyboard.press('/');
  await page.keyboard.type('mole');
  await page.getByRole('button', { name: 'Clear search' }).click();
  await expect(search(page)).toBeFocused();
  await expect(search(page)).toHaveValue('');
  const help = page.getByRole('button', { name: 'Search help' });
  await help.click();
  await page.getByRole('region', { name: 'How to search' }).getByRole('button', { name: 'Close' }).click();
  await expect(help).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'How to search' }).getByRole('button').nth(3).focus();
  await page.keyboard.press('Escape');
  await expect(help).toBeFocused();
  await search(page).fill('zebrafink');
  const clear = page.getByRole('button', { name: 'Clear search' }).last();
  await expect(page.getByRole('heading', { name: 'No hits' })).toBeVisible();
  await clear.click();
  await expect(list(page)).toBeFocused();
});

test('tags, messages and the way back to the list leave the focus in their pane', async ({ reader }) => {
  const { page } = reader;
  await openArticle(page, HAFEN);
  await page.keyboard.press('t');
  await page.keyboard.type('Küste');
  await page.keyboard.press('Enter');
  await article(page).getByRole('button', { name: 'Remove tag Küste' }).click();
  await expect(article(page).getByRole('combobox', { name: 'Add tag' })).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+A');
  await page.getByRole('button', { name: 'Dismiss' }).first().click();
  await expect(article(page).or(list(page)).and(page.locator(':focus'))).toBeVisible();
  await page.setViewportSize({ width: 600, height: 720 });
  await page.keyboard.press('Enter');
  const back = page.getByRole('button', { name: 'Back to the list' });
  await back.focus();
  await page.keyboard.press('Enter');
  await expect(list(page)).toBeFocused();
});

test('a row that is chosen again shows its newest version again', async ({ reader }) => {
  const { page } = reader;
  await drop(reader.wires, 'b.json', item({ id: 'b', headline: 'Brücke gesperrt' }));
  await expect(rows(page)).toHaveCount(2);
  await drop(reader.wires, 'b2.json', item({ id: 'b', version: 2, headline: 'Brücke wieder frei' }));
  await openArticle(page, 'Brücke wieder frei');
  await article(page)
    .getByRole('button', { name: /Brücke gesperrt/ })
    .click();
  await expect(headline(page)).toHaveText('Brücke gesperrt');
  await openArticle(page, 'Brücke wieder frei');
});

test('drawing the border of a pane leaves the keys to the pane that is in use', async ({ reader }) => {
  const { page } = reader;
  await openArticle(page, HAFEN);
  await page.keyboard.press('ArrowRight');
  await expect(article(page)).toBeFocused();
  const border = await page.getByRole('separator', { name: 'Width of the dispatches' }).boundingBox();
  const [x, y] = [(border?.x ?? 0) + (border?.width ?? 0) / 2, (border?.y ?? 0) + 300];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 40, y, { steps: 4 });
  await page.mouse.up();
  await expect
    .poll(async () => (await page.getByRole('separator', { name: 'Width of the dispatches' }).boundingBox())?.x)
    .not.toBe(border?.x);
  await expect(article(page)).toBeFocused();
});

test('lists that are opened by key over a narrow window have the focus, and give it back', async ({ reader }) => {
  const { page } = reader;
  await page.setViewportSize({ width: 700, height: 720 });
  await list(page).focus();
  await page.keyboard.press('Control+b');
  const lists = page.getByRole('navigation', { name: 'Lists' });
  await expect(lists.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Control+b');
  await expect(list(page)).toBeFocused();
});

test('a window made narrow shows the pane that is in use, and no lists over it', async ({ reader }) => {
  const { page } = reader;
  await page.setViewportSize({ width: 700, height: 720 });
  await page.keyboard.press('Control+b');
  await expect(page.getByRole('navigation', { name: 'Lists' })).toBeVisible();
  await page.setViewportSize({ width: 1280, height: 720 });
  await openArticle(page, HAFEN);
  await article(page).getByText('Die Bürgermeisterin').click();
  await page.setViewportSize({ width: 700, height: 720 });
  await expect(page.locator('.panes-narrow')).toBeVisible();
  await expect(headline(page)).toHaveText(HAFEN);
  await expect(page.getByRole('navigation', { name: 'Lists' })).toHaveCount(0);
});

test('Ctrl+A selects the text of the article alone, and another article begins with nothing selected', async ({
  reader,
}) => {
  const { page } = reader;
  await drop(reader.wires, 'b.txt', story({ headline: 'Moorbahn fährt', time: '10.11.2025 - 09:20:00' }));
  await expect(rows(page)).toHaveCount(2);
  await openArticle(page, HAFEN);
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

test('who has closed a dialog that was opened with the mouse reads on with the space bar', async ({ reader }) => {
  const { page } = reader;
  await drop(reader.wires, 'b.txt', story({ headline: 'Moorbahn fährt', time: '10.11.2025 - 09:20:00' }));
  await expect(rows(page)).toHaveCount(2);
  await openArticle(page, HAFEN);
  const settings = page.getByRole('button', { name: 'Settings' });
  await settings.click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press(' ');
  await expect(headline(page)).toHaveText('Moorbahn fährt');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await list(page).focus();
  await settings.focus();
  await page.keyboard.press(' ');
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('whoever leaves a search twice finds the rows where they stood before', async ({ reader }) => {
  const { page } = reader;
  for (let at = 0; at < 40; at++) {
    const time = `10.11.2025 - 08:${String(at + 10)}:00`;
    await drop(reader.wires, `z-${at}.txt`, story({ headline: `Zug ${at} pünktlich`, time }));
  }
  await expect(entry(page, /^All/)).toContainText('41');
  await rows(page).first().hover();
  await page.mouse.wheel(0, 20 * 96);
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

test('a filter that takes nothing away leaves the rows that are seen', async ({ reader }) => {
  const { page } = reader;
  writeWires(reader.wires, 160, 300);
  await expect(entry(page, /^All/)).toContainText('161', { timeout: 30_000 });
  await rows(page).first().hover();
  await page.mouse.wheel(0, 140 * 96);
  const stood = rows(page).and(page.locator('[aria-posinset="143"]'));
  await expect(stood.locator('time')).toBeInViewport();
  const text = (await stood.textContent()) ?? '';
  for (let time = 0; time < 2; time++) {
    await page.getByRole('button', { name: 'Unread only' }).click();
    // The rows are those before until they are there anew.
    await page.waitForTimeout(400);
    await expect(stood).toHaveText(text);
    await expect(stood).toBeInViewport();
  }
});

test('who has unfolded the origin of a dispatch reads on with the space bar', async ({ reader }) => {
  const { page } = reader;
  await drop(reader.wires, 'b.txt', story({ headline: 'Moorbahn fährt', time: '10.11.2025 - 09:20:00' }));
  await expect(rows(page)).toHaveCount(2);
  await openArticle(page, HAFEN);
  await article(page).locator('summary').click();
  await expect(article(page).locator('details')).toHaveAttribute('open');
  await page.keyboard.press(' ');
  await expect(headline(page)).toHaveText('Moorbahn fährt');
});

test('what a window made wide shows beside the list counts as read', async ({ reader }) => {
  const { page } = reader;
  await page.setViewportSize({ width: 700, height: 720 });
  await list(page).focus();
  await page.keyboard.press('j');
  await expect(row(page, HAFEN)).toHaveAttribute('aria-selected', 'true');
  const unread = row(page, HAFEN).getByRole('img', { name: 'Unread' });
  await expect(unread).toBeVisible();
  await page.setViewportSize({ width: 1280, height: 720 });
  await expect(headline(page)).toHaveText(HAFEN);
  await expect(unread).toHaveCount(0);
});
