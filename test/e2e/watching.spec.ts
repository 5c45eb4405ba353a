import type { Locator } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { article, entry, headline, openArticle, row, rows, search } from './pane.ts';
import { drop, item, story } from './wires.ts';

const HAFEN = 'Hafen sperrt alte Mole';
const BAHN = 'Moorbahn fährt wieder';

test('a dispatch put off leaves the lists, is found under Later and by search, and comes back at its time', async ({
  reader,
}) => {
  const { page, wires } = reader;
  await drop(wires, 'a.txt', story({ headline: HAFEN }));
  await drop(wires, 'b.txt', story({ headline: BAHN, time: '10.11.2025 - 09:20:00' }));
  await expect(rows(page)).toHaveCount(2);
  await openArticle(page, HAFEN);
  await page.keyboard.press('l');
  const dialog = page.getByRole('dialog', { name: 'Later' });
  await dialog.getByRole('button', { name: /^Tomorrow morning/ }).click();
  await expect(rows(page)).toHaveText([new RegExp(BAHN)]);
  await reader.restart();
  await expect(rows(reader.page)).toHaveText([new RegExp(BAHN)]);
  await search(reader.page).fill('mole');
  await expect(rows(reader.page)).toHaveText([new RegExp(HAFEN)]);
  await search(reader.page).press('Escape');
  await expect(rows(reader.page)).toHaveText([new RegExp(BAHN)]);
  await entry(reader.page, /^Later/).click();
  await expect(rows(reader.page)).toHaveText([new RegExp(HAFEN)]);
  await openArticle(reader.page, HAFEN);
  await article(reader.page).getByRole('button', { name: 'Bring back now' }).click();
  await entry(reader.page, /^All/).click();
  await expect(rows(reader.page)).toHaveCount(2);

  // For this page an hour ahead is long over: the host brings the dispatch back at once, as unread.
  await reader.page.clock.setFixedTime('2025-11-10T08:00:00Z');
  await openArticle(reader.page, BAHN);
  await expect(row(reader.page, BAHN).getByRole('img', { name: 'Unread' })).toHaveCount(0);
  await reader.page.keyboard.press('l');
  await reader.page.getByRole('button', { name: /^In an hour/ }).click();
  await expect(row(reader.page, BAHN).getByRole('img', { name: 'Unread' })).toBeVisible();
});

test('an alarm stands over every list until it is opened or put away, and a correction of what was used is one', async ({
  reader,
}) => {
  const { page, wires } = reader;
  const now = new Date().toISOString();
  await drop(wires, 'alt.txt', story({ headline: BAHN }));
  await drop(wires, 'messe.json', item({ id: 'messe', headline: 'Messe eröffnet', at: now }));
  await expect(rows(page)).toHaveCount(2);
  await openArticle(page, 'Messe eröffnet');
  await page.keyboard.press('s');
  await expect(row(page, 'Messe eröffnet').getByRole('img', { name: 'Bookmarked' })).toBeVisible();
  await entry(page, /^Bookmarks/).click();
  await openArticle(page, 'Messe eröffnet');

  const strip = page.getByRole('alert', { name: 'Alarm' });
  await drop(wires, 'brand.json', item({ id: 'brand', headline: 'Hafen brennt', at: now, urgency: 1 }));
  await expect(strip).toContainText('Hafen brennt');
  await expect(page).toHaveTitle(/^1 alarm/);
  await page.keyboard.press('g');
  await expect(headline(page)).toHaveText('Hafen brennt');
  await expect(strip).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Bookmarks', level: 2 })).toBeVisible();

  await drop(wires, 'messe-2.json', item({ id: 'messe', version: 2, headline: 'Messe eröffnet später', at: now }));
  await expect(strip).toContainText('Messe eröffnet später');
  await expect(strip).toContainText(/You bookmarked this at \d\d:\d\d\./);
  await reader.restart();
  const again = reader.page.getByRole('alert', { name: 'Alarm' });
  await expect(again).toContainText('Messe eröffnet später');
  await expect(rows(reader.page).first()).toBeVisible();
  await reader.page.keyboard.press('Shift+G');
  await expect(again).toBeHidden();
  await expect(reader.page).toHaveTitle(/^Depesche/);
  await reader.page.keyboard.press('Control+K');
  await reader.page.keyboard.type('last alarms');
  await reader.page.keyboard.press('Enter');
  await expect(reader.page.getByRole('dialog').getByRole('listitem')).toHaveCount(2);
});

test('a search becomes a rule, shown first with what it would have matched, and what it hides can be had back', async ({
  reader,
}) => {
  const { page, wires } = reader;
  const now = new Date().toISOString();
  await drop(wires, 'a.json', item({ id: 'a', headline: 'Handball: Nord siegt', at: now }));
  await drop(wires, 'b.json', item({ id: 'b', headline: 'Rat tagt', at: now }));
  await expect(rows(page)).toHaveCount(2);
  await search(page).fill('handball');
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Make this search a rule' }).click();
  const dialog = page.getByRole('dialog', { name: 'New rule' });
  await expect(dialog).toContainText('Would have matched 1 of 2 dispatches of the last 7 days');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Sport weg');
  await dialog.getByRole('checkbox', { name: 'Hide' }).check();
  await dialog.getByRole('checkbox', { name: /apply to the library now/ }).check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('Rule “Sport weg” applied to 1 dispatch');
  await search(page).press('Escape');
  await expect(rows(page)).toHaveText([/Rat tagt/]);

  await drop(wires, 'c.json', item({ id: 'c', headline: 'Handball: Süd siegt', at: now }));
  await expect(entry(page, /^Hidden/)).toContainText('2');
  await entry(page, /^Hidden/).click();
  await openArticle(page, 'Handball: Süd siegt');
  const matched = article(page).getByRole('list', { name: 'Rules that matched' });
  await expect(matched).toContainText('Rule “Sport weg” · hidden');
  await matched.getByRole('button', { name: 'Undo' }).click();
  await entry(page, /^All/).click();
  await expect(rows(page)).toHaveCount(2);

  await page.keyboard.press('Control+K');
  await page.keyboard.type('muted words');
  await page.keyboard.press('Enter');
  const rules = page.getByRole('dialog', { name: 'Rules' });
  await rules.getByRole('textbox', { name: 'Word or phrase' }).fill('Rat');
  await rules.getByRole('button', { name: 'Mute' }).click();
  await expect(rules.getByRole('list', { name: 'Muted words' })).toContainText('Rat');
  await page.keyboard.press('Escape');
  await drop(wires, 'd.json', item({ id: 'd', headline: 'Rat vertagt', at: now }));
  await expect(entry(page, /^Hidden/)).toContainText('2');
});

test('a rule raises an alarm by its name, tags, and ends on its day; rules act in their order', async ({ reader }) => {
  const { page, wires } = reader;
  const now = new Date().toISOString();
  await drop(wires, 'a.json', item({ id: 'a', headline: 'Rat tagt', at: now }));
  await expect(rows(page)).toHaveCount(1);
  await page.keyboard.press('Control+K');
  await page.keyboard.type('rules');
  await page.keyboard.press('Enter');
  const rules = page.getByRole('dialog', { name: 'Rules' });
  const create = async (name: string, words: string, fill: (form: Locator) => Promise<void>) => {
    await rules.getByRole('button', { name: 'New rule' }).click();
    const form = page.getByRole('dialog', { name: 'New rule' });
    await form.getByRole('textbox', { name: 'Name' }).fill(name);
    await form.getByRole('textbox', { name: 'Search' }).fill(words);
    await fill(form);
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(rules.getByRole('list', { name: 'Rules' })).toContainText(name);
  };
  await create('Küste', 'hafen', async (form) => {
    await form.getByRole('checkbox', { name: 'Alarm' }).check();
    await form.getByRole('textbox', { name: 'Tag' }).fill('Küste');
    await form.getByLabel('Until the end of').fill('2099-12-31');
  });
  await create('Häfen weg', 'hafen', async (form) => {
    await form.getByRole('checkbox', { name: 'Hide' }).check();
    await form.getByRole('checkbox', { name: 'Then no further rule' }).check();
  });
  const lines = rules.getByRole('list', { name: 'Rules' }).getByRole('listitem');
  await expect(lines).toHaveText([/Küste.*31 December 2099/, /Häfen weg/]);
  await rules.getByRole('checkbox', { name: 'Häfen weg' }).uncheck();
  await page.keyboard.press('Escape');

  await drop(wires, 'b.json', item({ id: 'b', headline: 'Hafen wächst', at: now }));
  const strip = page.getByRole('alert', { name: 'Alarm' });
  await expect(strip).toContainText('Küste');
  await page.keyboard.press('g');
  await expect(headline(page)).toHaveText('Hafen wächst');
  await expect(article(page).getByRole('list', { name: 'Rules that matched' })).toContainText('Rule “Küste”');
  await expect(entry(page, /^Küste/)).toContainText('1');

  // First the one that hides and lets no other follow.
  await page.keyboard.press('Control+K');
  await page.keyboard.type('rules');
  await page.keyboard.press('Enter');
  await rules.getByRole('checkbox', { name: 'Häfen weg' }).check();
  await rules.getByRole('button', { name: 'Move “Häfen weg” up' }).click();
  await expect(lines).toHaveText([/Häfen weg/, /Küste/]);
  await page.keyboard.press('Escape');
  await drop(wires, 'c.json', item({ id: 'c', headline: 'Hafen schließt', at: now }));
  await expect(entry(page, /^Hidden/)).toContainText('1');
  await expect(strip).toBeHidden();
});

test('highlighted words are coloured in list and text', async ({ reader }) => {
  const { page, wires } = reader;
  await drop(wires, 'a.txt', story({ headline: HAFEN }));
  await expect(rows(page)).toHaveCount(1);
  await page.keyboard.press('Control+,');
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  const words = dialog.getByRole('list', { name: 'Highlighted words' });
  await dialog
    .locator('form')
    .filter({ has: page.getByRole('button', { name: 'Highlight' }) })
    .getByRole('textbox')
    .fill('hafen');
  await dialog.getByRole('button', { name: 'Highlight', exact: true }).click();
  await expect(words).toContainText('hafen');
  await page.keyboard.press('Escape');
  await expect(row(page, HAFEN).locator('mark').first()).toHaveText('Hafen');
  await openArticle(page, HAFEN);
  await expect(headline(page).locator('mark')).toHaveText('Hafen');
  await expect(article(page).locator('.body mark').first()).toHaveText('Hafen');
});
