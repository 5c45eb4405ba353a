import { expect, test } from './fixtures.ts';
import { article, headline, holdFrames, list, openArticle, row, rows, search, setWidth } from './pane.ts';
import { drop, item, story } from './wires.ts';

const HAFEN = 'Hafen sperrt alte Mole';

test.beforeEach(async ({ reader }) => {
  await drop(reader.wires, 'a.txt', story({ headline: HAFEN }));
  await expect(rows(reader.page)).toHaveCount(1);
});

test('typing goes on when the layout of the window changes', async ({ reader }) => {
  const { page } = reader;
  await openArticle(page, HAFEN);
  await page.keyboard.press('e');
  const note = article(page).getByRole('textbox', { name: 'Note' });
  await page.keyboard.type('halb ');
  await setWidth(page, 700);
  await expect(note).toBeFocused();
  await page.keyboard.type('eine ');
  await setWidth(page, 1280);
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
  await page.getByRole('button', { name: 'Clear search' }).first().click();
  await expect(search(page)).toBeFocused();
  await expect(search(page)).toHaveValue('');
  const help = page.getByRole('button', { name: 'Search help' });
  await help.click();
  await page.getByRole('dialog', { name: 'How to search' }).getByRole('button', { name: 'Close' }).click();
  await expect(help).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'How to search' }).getByRole('button').nth(3).focus();
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
  await setWidth(page, 600);
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
  const border = await page.getByRole('separator', { name: 'Width of the dispatch list' }).boundingBox();
  const [x, y] = [(border?.x ?? 0) + (border?.width ?? 0) / 2, (border?.y ?? 0) + 300];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 40, y, { steps: 4 });
  await page.mouse.up();
  await expect
    .poll(async () => (await page.getByRole('separator', { name: 'Width of the dispatch list' }).boundingBox())?.x)
    .not.toBe(border?.x);
  await expect(article(page)).toBeFocused();
});

test('lists that are opened by key over a narrow window have the focus, and give it back', async ({ reader }) => {
  const { page } = reader;
  await setWidth(page, 700);
  await list(page).focus();
  await page.keyboard.press('Control+b');
  const lists = page.getByRole('navigation', { name: 'Lists' });
  await expect(lists.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Control+b');
  await expect(list(page)).toBeFocused();
});

test('a window made narrow shows the pane that is in use, and no lists over it', async ({ reader }) => {
  const { page } = reader;
  await setWidth(page, 700);
  await page.keyboard.press('Control+b');
  await expect(page.getByRole('navigation', { name: 'Lists' })).toBeVisible();
  await setWidth(page, 1280);
  await openArticle(page, HAFEN);
  await article(page).getByText('Die Bürgermeisterin').click();
  await setWidth(page, 700);
  await expect(headline(page)).toHaveText(HAFEN);
  await expect(page.getByRole('navigation', { name: 'Lists' })).toHaveCount(0);
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

test('a dispatch shown because the window was made wider counts as read', async ({ reader }) => {
  const { page } = reader;
  await setWidth(page, 700);
  await list(page).focus();
  await page.keyboard.press('j');
  await expect(row(page, HAFEN)).toHaveAttribute('aria-selected', 'true');
  const unread = row(page, HAFEN).getByRole('img', { name: 'Unread' });
  await expect(unread).toBeVisible();
  await setWidth(page, 1280);
  await expect(headline(page)).toHaveText(HAFEN);
  await expect(unread).toHaveCount(0);
});

test('what is typed right after the focus has moved goes where the focus is', async ({ reader }) => {
  const { page } = reader;
  await openArticle(page, HAFEN);
  await holdFrames(page);
  const note = article(page).getByRole('textbox', { name: 'Note' });
  const type = async (...keys: string[]) => {
    for (const key of keys)
      await (key.length > 1 && !/^[a-z ]+$/.test(key) ? page.keyboard.press(key) : page.keyboard.type(key));
  };
  // The letters of "cease" are commands: copy, note, mark all, bookmark.
  await list(page).focus();
  await type('Escape', '/', 'cease');
  await expect(search(page)).toHaveValue('cease');
  await type('Escape', 'Escape', '?', 'Escape', '/', 'cease');
  await expect(search(page)).toHaveValue('cease');
  await type('Escape', 'Escape', 'Control+k', 'search', 'Enter', 'cease');
  await expect(search(page)).toHaveValue('cease');
  await type('Escape', 'Escape', 'Shift+F10', 'ArrowDown');
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await type('Escape', '/', 'cease');
  await expect(search(page)).toHaveValue('cease');
  await type('Escape', 'Escape', 'Control+2', 'Control+1', 'j');
  await expect(headline(page)).toHaveText(HAFEN);
  await type('e', 'cease');
  await expect(note).toHaveValue('cease');
  await type('Escape', 'ArrowLeft', 'ArrowLeft', 'ArrowRight', '/', 'cease');
  await expect(search(page)).toHaveValue('cease');
  await expect(note).toHaveValue('cease');
  await expect(row(page, HAFEN).getByRole('img', { name: 'Bookmarked' })).toHaveCount(0);
});

test('in a narrow window, too, what is typed goes where the focus is', async ({ reader }) => {
  const { page } = reader;
  await setWidth(page, 700);
  await row(page, HAFEN).click();
  await expect(headline(page)).toHaveText(HAFEN);
  await holdFrames(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await page.keyboard.press('e');
  await page.keyboard.type('cease');
  await expect(article(page).getByRole('textbox', { name: 'Note' })).toHaveValue('cease');
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await page.keyboard.type('cease');
  await expect(search(page)).toHaveValue('cease');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+b');
  await page.keyboard.press('Control+b');
  await page.keyboard.press('/');
  await page.keyboard.type('cease');
  await expect(search(page)).toHaveValue('cease');
});
