import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { article, entry, headline, list, orderBy, row, rows } from './pane.ts';
import { drop, item } from './wires.ts';

const LEAD = 'Das Landratsamt hat die Brücke über die Orla bei Wallhausen am Montag für Lastwagen gesperrt.';
const REASON = 'Bei einer Prüfung hätten Fachleute Risse in zwei Trägern entdeckt, teilte die Behörde mit.';
const DETOUR = 'Der Umweg für den Schwerverkehr führt über Neustadt und ist 18 Kilometer lang, sagte die Landrätin.';
const OUTLOOK = 'Ein Gutachten soll bis Ende des Monats klären, ob sich die Träger verstärken lassen.';

const html = (...paragraphs: string[]) => paragraphs.map((text) => `<p>${text}</p>`).join('');

/** The same story from three agencies, and something else between them. */
const WIRES = [
  { id: 'a', source: 'dpa', headline: 'Brücke über die Orla gesperrt', minute: '00', html: html(LEAD, REASON, DETOUR) },
  {
    id: 'b',
    source: 'APA',
    headline: 'Orlabrücke für Lkw dicht',
    minute: '10',
    html: html(LEAD, REASON, DETOUR, OUTLOOK),
  },
  {
    id: 'c',
    source: 'dpa',
    headline: 'Radweg beschlossen',
    minute: '15',
    html: html('Der Stadtrat hat den Radweg beschlossen.'),
  },
  {
    id: 'd',
    source: 'AFP',
    headline: 'Risse: Orlabrücke zu',
    minute: '20',
    html: html(LEAD, REASON, DETOUR.replace('sagte', 'so')),
  },
];

test.beforeEach(async ({ reader }) => {
  for (const { id, source, headline: title, minute, html: text } of WIRES) {
    const parsed: object = JSON.parse(item({ id, headline: title, html: text, at: `2025-11-10T14:${minute}:00Z` }));
    await drop(reader.wires, `${id}.json`, JSON.stringify({ ...parsed, source }));
  }
  await expect(rows(reader.page)).toHaveCount(2);
});

const unread = (page: Page) => rows(page).getByRole('img', { name: 'Unread' });

test('the same story from several agencies is one row, which opens and folds by key and by click', async ({
  reader,
}) => {
  const { page } = reader;
  await expect(page.getByText('4 dispatches')).toBeVisible();
  const story = row(page, 'Risse: Orlabrücke zu');
  await expect(story).toContainText('3 agencies, folded');
  await expect(story).toContainText('APA · dpa');
  await list(page).focus();
  await page.keyboard.press('j');
  await expect(headline(page)).toHaveText('Risse: Orlabrücke zu');
  await page.keyboard.press('ArrowRight');
  await expect(rows(page)).toHaveText([
    /Risse.*unfolded|unfolded.*Risse/,
    /Orlabrücke für Lkw/,
    /Brücke über die Orla/,
    /Radweg/,
  ]);
  await page.keyboard.press('j');
  await expect(headline(page)).toHaveText('Orlabrücke für Lkw dicht');
  await expect(list(page)).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(rows(page)).toHaveCount(2);
  await expect(story).toHaveAttribute('aria-selected', 'true');
  await story.getByTitle('Fold or unfold the same story').click();
  await expect(rows(page)).toHaveCount(4);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect(headline(page)).toHaveText('Radweg beschlossen');
});

test('a story opens by the key right after the first step, and the next keys act on what is in it', async ({
  reader,
}) => {
  const { page } = reader;
  await list(page).focus();
  await page.keyboard.press('j');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('j');
  await page.keyboard.press('s');
  await expect(rows(page)).toHaveCount(4);
  await expect(row(page, 'Orlabrücke für Lkw').getByRole('img', { name: 'Bookmarked' })).toBeVisible();
  await expect(list(page)).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('j');
  await page.keyboard.press('s');
  await expect(rows(page)).toHaveCount(2);
  await expect(row(page, 'Radweg beschlossen').getByRole('img', { name: 'Bookmarked' })).toBeVisible();
});

test('by urgency, too, a story is one row, which opens by key', async ({ reader }) => {
  const { page } = reader;
  await orderBy(page, 'Most urgent first');
  await expect(rows(page)).toHaveCount(2);
  await list(page).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await expect(rows(page)).toHaveText([/Risse/, /Orlabrücke für Lkw/, /Brücke über die Orla/, /Radweg/]);
  await page.keyboard.press('ArrowLeft');
  await expect(rows(page)).toHaveCount(2);
});

test('what is folded is read with its row, counted as dispatches, and unread again by undo', async ({ reader }) => {
  const { page } = reader;
  await expect(entry(page, /^Unread/)).toContainText('4');
  await entry(page, /^Unread/).click();
  await row(page, 'Risse: Orlabrücke zu').click();
  await expect(entry(page, /^Unread/)).toContainText('1');
  await expect(unread(page)).toHaveCount(1);
  await page.keyboard.press('m');
  await expect(entry(page, /^Unread/)).toContainText('4');
  await page.keyboard.press('m');
  await expect(entry(page, /^Unread/)).toContainText('1');
  await page.keyboard.press('Control+z');
  await expect(entry(page, /^Unread/)).toContainText('4');
  await page.keyboard.press('Shift+A');
  await expect(unread(page)).toHaveCount(0);
  await expect(entry(page, /^Bookmarks/)).not.toContainText('1');
});

test('the article names the other agencies, goes to them and compares with them', async ({ reader }) => {
  const { page } = reader;
  await row(page, 'Risse: Orlabrücke zu').click();
  const also = article(page).getByRole('navigation', { name: 'Also from' });
  await expect(also.getByRole('button', { name: /^dpa|^APA/ })).toHaveCount(2);
  await also.getByRole('button', { name: 'Compare with APA' }).click();
  await expect(article(page).getByRole('region', { name: /Compared with APA/ })).toContainText('so');
  await expect(article(page).locator('del').first()).toBeVisible();
  await page.keyboard.press('Shift+B');
  await expect(article(page).locator('del')).toHaveCount(0);
  await page.keyboard.press('b');
  await expect(headline(page)).toHaveText('Brücke über die Orla gesperrt');
  await expect(row(page, 'Risse: Orlabrücke zu')).toHaveAttribute('aria-selected', 'true');
  await also.getByRole('button', { name: /^APA/ }).click();
  await expect(headline(page)).toHaveText('Orlabrücke für Lkw dicht');
});

test('a search shows every hit, a choice takes in what is folded, and a setting shows a row for each', async ({
  reader,
}) => {
  const { page } = reader;
  await list(page).focus();
  await page.keyboard.press('Control+a');
  await expect(page.getByText('4 selected')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await page.keyboard.type('Wallhausen');
  await expect(rows(page)).toHaveCount(3);
  await page.keyboard.press('Escape');
  await expect(rows(page)).toHaveCount(2);
  await page.keyboard.press('Control+,');
  await page.getByLabel('One row for the same story from several agencies').uncheck();
  await page.keyboard.press('Escape');
  await expect(rows(page)).toHaveCount(4);
});
