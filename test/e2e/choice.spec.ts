import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { article, entry, headline, list, openArticle, row, rows } from './pane.ts';
import { drop, story } from './wires.ts';

const HEADLINES = ['Hafen sperrt alte Mole', 'Moorbahn fährt', 'Brücke wieder frei', 'Radweg beschlossen'];
const [HAFEN = '', MOORBAHN = '', BRUECKE = '', RADWEG = ''] = HEADLINES;

test.beforeEach(async ({ reader }) => {
  for (const [n, headline] of HEADLINES.entries())
    await drop(reader.wires, `${n}.txt`, story({ headline, time: `10.11.2025 - 09:${50 - n}:00` }));
  await expect(rows(reader.page)).toHaveCount(4);
});

const chosen = (page: Page) => rows(page).and(page.getByRole('option', { selected: true }));
const bar = (page: Page) => page.getByRole('toolbar', { name: 'Actions for the selection' });
const menu = (page: Page) => page.getByRole('menu', { name: 'Actions' });

test('several rows are chosen by key and marked together', async ({ reader }) => {
  const { page } = reader;
  await openArticle(page, HAFEN);
  await expect(row(page, HAFEN).getByRole('img', { name: 'Unread' })).toHaveCount(0);
  await list(page).focus();
  await page.keyboard.press('Shift+J');
  await page.keyboard.press('Shift+J');
  await page.keyboard.press('Shift+K');
  await expect(chosen(page)).toHaveText([/Hafen/, /Moorbahn/]);
  await expect(bar(page).locator('..')).toContainText('2 selected');
  await bar(page).getByRole('button', { name: 'bookmark' }).click();
  await expect(rows(page).getByRole('img', { name: 'Bookmarked' })).toHaveCount(2);
  // None of the rows passed on the way was opened, and so none was read.
  await expect(headline(page)).toHaveText(HAFEN);
  await expect(row(page, MOORBAHN).getByRole('img', { name: 'Unread' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(bar(page)).toHaveCount(0);
  await expect(headline(page)).toHaveText(MOORBAHN);
  await page.keyboard.press('Control+a');
  await expect(chosen(page)).toHaveCount(4);
  await page.keyboard.press('m');
  await expect(rows(page).getByRole('img', { name: 'Unread' })).toHaveCount(0);
});

test('rows are chosen with the mouse, and tagged in one go', async ({ reader }) => {
  const { page } = reader;
  await row(page, HAFEN).hover();
  await row(page, HAFEN).getByTitle('Select').click();
  await row(page, BRUECKE).click({ modifiers: ['Shift'] });
  await expect(chosen(page)).toHaveCount(3);
  await row(page, MOORBAHN).click({ modifiers: ['ControlOrMeta'] });
  await row(page, RADWEG).click({ modifiers: ['ControlOrMeta'] });
  await expect(chosen(page)).toHaveText([/Hafen/, /Brücke/, /Radweg/]);
  await page.keyboard.press('t');
  await expect(page.getByRole('dialog', { name: 'Tag 3 dispatches' })).toBeVisible();
  await page.keyboard.type('Küste');
  await page.keyboard.press('Enter');
  await expect(rows(page).filter({ hasText: 'Küste' })).toHaveCount(3);
  await expect(list(page)).toBeFocused();
  await row(page, MOORBAHN).click();
  await expect(headline(page)).toHaveText(MOORBAHN);
  await expect(chosen(page)).toHaveText([/Moorbahn/]);
});

test('the menu of a row acts on that row and leaves the others alone', async ({ reader }) => {
  const { page } = reader;
  await openArticle(page, HAFEN);
  await row(page, BRUECKE).click({ button: 'right' });
  await menu(page)
    .getByRole('menuitem', { name: /bookmark/ })
    .click();
  await expect(row(page, BRUECKE).getByRole('img', { name: 'Bookmarked' })).toBeVisible();
  await expect(rows(page).getByRole('img', { name: 'Bookmarked' })).toHaveCount(1);
  await expect(headline(page)).toHaveText(HAFEN);
  await expect(list(page)).toBeFocused();
  await page.keyboard.press('Shift+F10');
  await expect(menu(page)).toBeVisible();
  // The keys belong to the menu: none of them is a command.
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(row(page, HAFEN).getByRole('img', { name: 'Bookmarked' })).toBeVisible();
  await page.keyboard.press('Shift+F10');
  await page.keyboard.press('Escape');
  await expect(menu(page)).toHaveCount(0);
  await expect(list(page)).toBeFocused();
  await row(page, RADWEG).hover();
  await row(page, RADWEG).getByTitle('Add or remove bookmark').click();
  await expect(row(page, RADWEG).getByRole('img', { name: 'Bookmarked' })).toBeVisible();
  await expect(headline(page)).toHaveText(HAFEN);
});

test('the first tag that completes what is typed is taken, and a new one on demand', async ({ reader }) => {
  const { page } = reader;
  const mine = article(page).getByRole('region', { name: 'Your tags and notes' });
  await openArticle(page, HAFEN);
  await page.keyboard.press('t');
  await page.keyboard.type('Sport-Seite');
  await page.keyboard.press('Enter');
  await expect(entry(page, /^Sport-Seite/)).toBeVisible();
  await page.keyboard.press('Escape');
  await openArticle(page, MOORBAHN);
  await page.keyboard.press('t');
  await page.keyboard.type('sp');
  await page.keyboard.press('Enter');
  await expect(mine.getByRole('button', { name: /^Remove tag/ })).toHaveText(['']);
  await expect(mine.getByRole('button', { name: 'Remove tag Sport-Seite' })).toBeVisible();
  await page.keyboard.press('Escape');
  await openArticle(page, BRUECKE);
  await page.keyboard.press('t');
  await page.keyboard.type('sp');
  await expect(page.getByRole('option', { name: 'New tag “sp”' })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(mine.getByRole('button', { name: 'Remove tag sp', exact: true })).toBeVisible();
});

test('every change of a status is undone and done again by its name', async ({ reader }) => {
  const { page } = reader;
  await openArticle(page, HAFEN);
  await page.keyboard.press('t');
  await page.keyboard.type('Budget');
  await page.keyboard.press('Enter');
  await article(page).getByRole('button', { name: 'Remove tag Budget' }).click();
  await expect(page.getByText('Tag “Budget” removed')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('undo');
  await page.getByRole('option', { name: 'Undo: Tag “Budget” removed' }).click();
  await expect(row(page, HAFEN)).toContainText('Budget');
  await row(page, HAFEN).click({ button: 'right' });
  await menu(page).getByRole('menuitem', { name: 'Redo: Tag “Budget” removed' }).click();
  await expect(row(page, HAFEN)).not.toContainText('Budget');
  await expect(page.getByText('Redone: Tag “Budget” removed')).toBeVisible();
});

test('a part of a list is marked as read', async ({ reader }) => {
  const { page } = reader;
  await openArticle(page, HAFEN);
  const unread = rows(page).getByRole('img', { name: 'Unread' });
  await expect(unread).toHaveCount(3);
  await page.keyboard.press('s');
  await page.keyboard.press('m');
  await expect(unread).toHaveCount(4);
  const mark = async (name: string) => {
    await page.getByRole('button', { name: 'Mark a part as read' }).click();
    await page.getByRole('menuitem', { name }).click();
  };
  await mark('Mark all without a bookmark as read');
  await expect(unread).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(unread).toHaveCount(4);
  await mark('Mark everything before the last seven days as read');
  await expect(unread).toHaveCount(0);
});
