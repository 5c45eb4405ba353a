import { expect, test } from './fixtures.ts';
import { article, entry, openArticle, row, rows, search } from './pane.ts';
import { drop, story } from './wires.ts';

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
