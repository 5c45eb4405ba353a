import { expect, test } from './fixtures.ts';
import { article, entry, headline, openArticle, orderBy, row, rows, search } from './pane.ts';
import { drop, story } from './wires.ts';

const HAFEN = 'Hafen sperrt alte Mole';
const BAHN = 'Moorbahn fährt wieder';

test.beforeEach(async ({ reader }) => {
  await drop(reader.wires, 'a.txt', story({ headline: HAFEN }));
  await drop(reader.wires, 'b.txt', story({ headline: BAHN, time: '10.11.2025 - 09:20:00' }));
  await expect(rows(reader.page)).toHaveCount(2);
});

test('tags and notes are there after a restart', async ({ reader }) => {
  await openArticle(reader.page, HAFEN);
  await reader.page.keyboard.press('t');
  await reader.page.keyboard.type('Küste');
  await reader.page.keyboard.press('Enter');
  await expect(row(reader.page, HAFEN)).toContainText('Küste');
  await article(reader.page).getByRole('textbox', { name: 'Note' }).fill('Rückruf um vier');
  await reader.page.keyboard.press('Escape');
  await expect(row(reader.page, HAFEN).getByRole('img', { name: 'Note' })).toBeVisible();
  await reader.restart();
  await entry(reader.page, /^Küste/).click();
  await expect(rows(reader.page)).toHaveCount(1);
  await row(reader.page, HAFEN).click();
  await expect(article(reader.page).getByRole('textbox', { name: 'Note' })).toHaveValue('Rückruf um vier');
});

test('a search is saved, renamed, moved and deleted with keys', async ({ reader }) => {
  const { page } = reader;
  for (const word of ['mole', 'moorbahn']) {
    await page.keyboard.press('/');
    await search(page).fill(word);
    await expect(rows(page)).toHaveCount(1);
    await page.getByRole('button', { name: 'Save search' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill(`Suche ${word}`);
    await page.keyboard.press('Enter');
    await expect(entry(page, new RegExp(`^Suche ${word}`))).toContainText('1');
    await search(page).press('Escape');
  }
  const names = page.getByRole('region', { name: 'Saved searches' }).locator('.entry-name');
  await expect(names).toHaveText(['Suche mole', 'Suche moorbahn']);
  await entry(page, /^Suche moorbahn/).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(names).toHaveText(['Suche moorbahn', 'Suche mole']);
  await entry(page, /^Suche mole/).focus();
  await page.keyboard.press('F2');
  await page.getByRole('textbox', { name: 'Name' }).fill('Häfen');
  await page.keyboard.press('Enter');
  await expect(names).toHaveText(['Suche moorbahn', 'Häfen']);
  await entry(page, /^Suche moorbahn/).focus();
  await page.keyboard.press('Delete');
  await expect(names).toHaveText(['Häfen']);
  await reader.restart();
  await entry(reader.page, /^Häfen/).click();
  await expect(rows(reader.page)).toHaveText([new RegExp(HAFEN)]);
});

test('an error in the search leaves the list as it was', async ({ reader }) => {
  const { page } = reader;
  await search(page).fill('mole');
  await expect(rows(page)).toHaveCount(1);
  await search(page).fill('mole (kiel');
  await expect(search(page)).toHaveAccessibleDescription(/character 6/);
  await expect(rows(page)).toHaveText([new RegExp(HAFEN)]);
});

test('comma and full stop mark above and below as read: a German keyboard has no bare brackets', async ({ reader }) => {
  const { page, wires } = reader;
  await drop(wires, 'c.txt', story({ headline: 'Kran steht still', time: '10.11.2025 - 09:10:00' }));
  await expect(rows(page)).toHaveCount(3);
  const unread = rows(page).filter({ has: page.getByRole('img', { name: 'Unread' }) });
  await openArticle(page, BAHN);
  await expect(unread).toHaveText([/Hafen/, /Kran/]);
  await page.keyboard.press('.');
  await expect(unread).toHaveText([/Hafen/]);
  await page.keyboard.press(',');
  await expect(unread).toHaveCount(0);
});

test('marking everything read is undone by the button of the message', async ({ reader }) => {
  const { page } = reader;
  await page.keyboard.press('Shift+A');
  await expect(rows(page).getByRole('img', { name: 'Unread' })).toHaveCount(0);
  await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click();
  await expect(rows(page).getByRole('img', { name: 'Unread' })).toHaveCount(2);
});

test('the oldest can come first, in one list, also when one comes back to it and after a restart', async ({
  reader,
}) => {
  const { page } = reader;
  const newest = [new RegExp(HAFEN), new RegExp(BAHN)];
  const oldest = newest.toReversed();
  await orderBy(page, 'Oldest first');
  await expect(rows(page)).toHaveText(oldest);
  await entry(page, /^Unread/).click();
  await expect(rows(page)).toHaveText(newest);
  await entry(page, /^All/).click();
  await expect(rows(page)).toHaveText(oldest);
  await reader.restart();
  await expect(rows(reader.page)).toHaveText(oldest);
  await orderBy(reader.page, 'Newest first');
  await expect(rows(reader.page)).toHaveText(newest);
  await reader.restart();
  await expect(rows(reader.page)).toHaveText(newest);
});

test('language, text size and widths outlive a restart', async ({ reader }) => {
  await reader.page.getByRole('button', { name: 'Settings' }).click();
  await reader.page.getByRole('combobox', { name: 'Language' }).selectOption('de');
  await expect(reader.page.getByRole('heading', { name: 'Einstellungen' })).toBeVisible();
  await reader.page.getByRole('slider', { name: 'Schriftgröße' }).fill('24');
  await reader.page.keyboard.press('Escape');
  const separator = reader.page.getByRole('separator', { name: 'Breite der Listen' });
  const before = await separator.boundingBox();
  await separator.focus();
  await reader.page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await separator.boundingBox())?.x).toBeGreaterThan(before?.x ?? 0);
  const wide = (await separator.boundingBox())?.x ?? 0;
  await reader.restart();
  const again = reader.page.getByRole('separator', { name: 'Breite der Listen' });
  await expect.poll(async () => Math.abs(((await again.boundingBox())?.x ?? 0) - wide)).toBeLessThan(3);
  await reader.page.getByRole('option').filter({ hasText: HAFEN }).click();
  await expect(reader.page.getByRole('article')).toHaveCSS('font-size', '24px');
});

test('a limit removes the old ones only when it is switched on, and never what is bookmarked', async ({ reader }) => {
  const { page } = reader;
  await row(page, HAFEN).click();
  await expect(headline(page)).toHaveText(HAFEN);
  await page.keyboard.press('s');
  await expect(row(page, HAFEN).getByRole('img', { name: 'Bookmarked' })).toBeVisible();
  await page.getByRole('button', { name: 'Settings' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Retention' }).selectOption('days');
  await dialog.getByRole('spinbutton', { name: 'Number of days' }).fill('30');
  await expect(dialog).toContainText('1 dispatch will be removed.');
  await expect(dialog).toContainText('1 older dispatch stays');
  await dialog.getByRole('button', { name: 'Remove and turn on' }).click();
  await expect(dialog).toContainText('Turned on');
  await page.keyboard.press('Escape');
  await expect(rows(page)).toHaveText([new RegExp(HAFEN)]);
});
