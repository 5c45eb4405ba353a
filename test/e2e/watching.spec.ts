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
  await search(page).fill('mole');
  await expect(rows(page)).toHaveText([new RegExp(HAFEN)]);
  await reader.restart();
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
  await expect(strip).toContainText('You bookmarked this.');
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
