import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';
import { article, entry, headline, row, rows, search } from './pane.ts';
import { drop, story } from './wires.ts';

const RADWEG = 'Stadtrat beschließt Radweg';
const MOLE = 'Hafen sperrt alte Mole';

test('an empty library says what to do', async ({ reader }) => {
  await expect(reader.page.getByText(reader.wires).first()).toBeVisible();
  await expect(reader.page.getByRole('button', { name: /open folder/i })).toBeVisible();
});

test('a dropped file is read, bookmarked, and all of it is there after a restart', async ({ reader }) => {
  await drop(reader.wires, 'a.txt', story({ headline: RADWEG }));
  await drop(reader.wires, 'b.txt', story({ headline: MOLE, category: 'Verkehr', time: '10.11.2025 - 09:20:00' }));
  await expect(rows(reader.page)).toHaveCount(2);
  await expect(rows(reader.page).first()).toContainText(RADWEG);
  await expect(row(reader.page, RADWEG).getByRole('img', { name: 'Unread' })).toBeVisible();
  await row(reader.page, RADWEG).click();
  await expect(headline(reader.page)).toHaveText(RADWEG);
  await expect(article(reader.page)).toContainText('Die Bürgermeisterin sprach von einem guten Tag');
  await expect(article(reader.page)).toContainText('a.txt');
  await expect(row(reader.page, RADWEG).getByRole('img', { name: 'Unread' })).toHaveCount(0);
  await reader.page.keyboard.press('s');
  await expect(row(reader.page, RADWEG).getByRole('img', { name: 'Bookmarked' })).toBeVisible();

  await reader.restart();
  await entry(reader.page, /Bookmarks/).click();
  await expect(rows(reader.page)).toHaveCount(1);
  await row(reader.page, RADWEG).click();
  await expect(headline(reader.page)).toHaveText(RADWEG);
  await entry(reader.page, /^Unread/).click();
  await expect(rows(reader.page)).toHaveText([new RegExp(MOLE)]);
  expect(await readdir(reader.wires)).toEqual(['a.txt', 'b.txt']);
});

test('a bookmark outlives its wire file and the search index', async ({ reader }) => {
  await drop(reader.wires, 'a.txt', story({ headline: RADWEG }));
  await row(reader.page, RADWEG).click();
  await expect(headline(reader.page)).toHaveText(RADWEG);
  await reader.page.keyboard.press('s');
  await expect(row(reader.page, RADWEG).getByRole('img', { name: 'Bookmarked' })).toBeVisible();
  await rm(join(reader.wires, 'a.txt'));
  await reader.restart(async () => {
    for (const ending of ['', '-wal', '-shm']) await rm(join(reader.data, `index.sqlite${ending}`), { force: true });
  });
  await entry(reader.page, /Bookmarks/).click();
  await row(reader.page, RADWEG).click();
  await expect(headline(reader.page)).toHaveText(RADWEG);
});

test('new dispatches come without moving what is being read', async ({ reader }) => {
  for (let i = 0; i < 30; i++) {
    await drop(
      reader.wires,
      `${i}.txt`,
      story({ headline: `Meldung Nummer ${i}`, time: `10.11.2025 - 09:${10 + i}:00` }),
    );
  }
  await expect(entry(reader.page, /^All/)).toContainText('30');
  await row(reader.page, 'Meldung Nummer 20').click();
  await expect(headline(reader.page)).toHaveText('Meldung Nummer 20');
  const before = await row(reader.page, 'Meldung Nummer 20').boundingBox();
  await mkdir(join(reader.wires, 'neu'));
  await drop(
    join(reader.wires, 'neu'),
    'eil.txt',
    story({ headline: 'Eben eingetroffen', time: '10.11.2025 - 12:00:00' }),
  );
  await expect(entry(reader.page, /^All/)).toContainText('30 unread');
  await expect(headline(reader.page)).toHaveText('Meldung Nummer 20');
  await expect(row(reader.page, 'Meldung Nummer 20')).toHaveAttribute('aria-selected', 'true');
  expect((await row(reader.page, 'Meldung Nummer 20').boundingBox())?.y).toBe(before?.y);
  await reader.page.getByRole('button', { name: '1 new dispatch' }).click();
  await expect(row(reader.page, 'Eben eingetroffen')).toBeInViewport();
});

test('in Unread what was just read stays until the list is left', async ({ reader }) => {
  await drop(reader.wires, 'a.txt', story({ headline: RADWEG }));
  await drop(reader.wires, 'b.txt', story({ headline: MOLE }));
  await expect(rows(reader.page)).toHaveCount(2);
  await entry(reader.page, /^Unread/).click();
  await row(reader.page, RADWEG).click();
  await expect(row(reader.page, RADWEG).getByRole('img', { name: 'Unread' })).toHaveCount(0);
  await expect(rows(reader.page)).toHaveCount(2);
  await entry(reader.page, /^All/).click();
  await expect(rows(reader.page)).toHaveCount(2);
  await entry(reader.page, /^Unread/).click();
  await expect(rows(reader.page)).toHaveText([new RegExp(MOLE)]);
});

test('a teaser opens the dispatch it announces, also one that came later', async ({ reader }) => {
  const lead = 'Die alte Mole im Hafen bleibt bis zum Frühjahr geschlossen, teilte die Verwaltung am Montag mit.';
  const teasers = [`${MOLE} ${lead} (Verkehr, 10.11.2025 - 09:20) weiterlesen...`];
  await drop(reader.wires, 'a.txt', story({ headline: RADWEG, teasers }));
  await row(reader.page, RADWEG).click();
  await expect(article(reader.page)).toContainText(MOLE);
  await drop(
    reader.wires,
    'b.txt',
    story({ headline: MOLE, category: 'Verkehr', time: '10.11.2025 - 09:20:11', paragraphs: [lead] }),
  );
  await article(reader.page).getByRole('button', { name: MOLE }).click();
  await expect(headline(reader.page)).toHaveText(MOLE);
});

test('the search finds folded words, marks them and says where it goes wrong', async ({ reader }) => {
  await drop(reader.wires, 'a.txt', story({ headline: 'Müller reist nach Köln' }));
  await drop(reader.wires, 'b.txt', story({ headline: MOLE }));
  await expect(rows(reader.page)).toHaveCount(2);
  await reader.page.keyboard.press('/');
  await expect(search(reader.page)).toBeFocused();
  await search(reader.page).fill('mueller koeln');
  await expect(rows(reader.page)).toHaveCount(1);
  await expect(rows(reader.page).locator('mark').first()).toHaveText('Müller');
  await rows(reader.page).click();
  await expect(article(reader.page).locator('mark').first()).toHaveText('Müller');
  await search(reader.page).fill('"offen');
  await expect(search(reader.page)).toHaveAccessibleDescription(/quotation mark/);
  await search(reader.page).press('Escape');
  await expect(rows(reader.page)).toHaveCount(2);
});

test('a file dropped on the window goes into the wire folder and is read', async ({ reader }) => {
  await expect(reader.page.getByText(reader.wires).first()).toBeVisible();
  const buffer = Buffer.from(story({ headline: RADWEG }));
  await reader.page
    .getByRole('region', { name: 'Dispatches' })
    .drop({ files: { name: 'neu.txt', mimeType: 'text/plain', buffer } });
  await row(reader.page, RADWEG).click();
  await expect(headline(reader.page)).toHaveText(RADWEG);
  expect(await readdir(reader.wires)).toEqual(['neu.txt']);
});

test('what cannot be read is one click away', async ({ reader }) => {
  await drop(reader.wires, 'bild.jpg', 'GIF89a\u0001\u0000\u0001\u0000\u0000\u0000\u0000');
  await reader.page.getByRole('button', { name: /problem/i }).click();
  await expect(reader.page.getByRole('dialog')).toContainText('bild.jpg');
});

test('the rows grow with the text, and stay where they were', async ({ reader }) => {
  const { page } = reader;
  for (let i = 10; i < 40; i++)
    await drop(reader.wires, `n${i}.txt`, story({ headline: `Meldung Nummer ${i}`, time: `10.11.2025 - 09:${i}:00` }));
  await expect(page.getByRole('heading', { name: 'All' }).locator('..')).toContainText('30 dispatches');
  const rowOf = (number: number) => row(page, `Meldung Nummer ${number}`);
  await rowOf(39).click();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  for (let i = 0; i < 15; i++) await page.keyboard.press('j');
  await expect(rowOf(24)).toHaveAttribute('aria-selected', 'true');
  const before = await rowOf(24).boundingBox();
  for (let i = 0; i < 6; i++) await page.keyboard.press('Control++');
  await expect.poll(async () => (await rowOf(24).boundingBox())?.height).toBe(67);
  const [above, here, below] = await Promise.all([25, 24, 23].map((number) => rowOf(number).boundingBox()));
  expect(here?.width).toBeCloseTo(before?.width ?? 0, 0);
  expect(here?.y).toBeCloseTo((above?.y ?? 0) + 67, 0);
  expect(below?.y).toBeCloseTo((here?.y ?? 0) + 67, 0);
  await rowOf(25).click();
  await expect(headline(page)).toHaveText('Meldung Nummer 25');
});

test('in Unread the open dispatch stays after it was marked unread and that was undone', async ({ reader }) => {
  const { page } = reader;
  await drop(reader.wires, 'a.txt', story({ headline: RADWEG }));
  await drop(reader.wires, 'b.txt', story({ headline: MOLE }));
  await expect(rows(page)).toHaveCount(2);
  await entry(page, /^Unread/).click();
  await row(page, RADWEG).click();
  const unread = row(page, RADWEG).getByRole('img', { name: 'Unread' });
  await expect(unread).toHaveCount(0);
  await page.keyboard.press('m');
  await expect(unread).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Undone: Dispatch marked as unread')).toBeVisible();
  await expect(unread).toHaveCount(0);
  await expect(row(page, RADWEG)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Control+Shift+z');
  await expect(unread).toBeVisible();
  await expect(rows(page)).toHaveCount(2);
  await expect(headline(page)).toHaveText(RADWEG);
});

test('list, search, row and scroll position are there after a reload and a restart', async ({ reader }) => {
  for (let i = 10; i < 50; i++)
    await drop(reader.wires, `${i}.txt`, story({ headline: `Meldung Nummer ${i}`, time: `10.11.2025 - 09:${i}:00` }));
  await expect(entry(reader.page, /^All/)).toContainText('40');
  await entry(reader.page, /^Unread/).click();
  await row(reader.page, 'Meldung Nummer 49').click();
  for (let i = 0; i < 20; i++) await reader.page.keyboard.press('j');
  await expect(headline(reader.page)).toHaveText('Meldung Nummer 29');
  const unread = () => row(reader.page, 'Meldung Nummer 29').getByRole('img', { name: 'Unread' });
  await expect(unread()).toHaveCount(0);
  await reader.page.keyboard.press('m');
  await expect(unread()).toBeVisible();
  const top = async () => (await row(reader.page, 'Meldung Nummer 29').boundingBox())?.y ?? 0;
  const place = await top();
  const isBack = async () => {
    await expect(reader.page.getByRole('heading', { name: 'Unread' })).toBeVisible();
    await expect(headline(reader.page)).toHaveText('Meldung Nummer 29');
    await expect(row(reader.page, 'Meldung Nummer 29')).toHaveAttribute('aria-selected', 'true');
    await expect.poll(async () => Math.abs((await top()) - place)).toBeLessThan(96);
    // It was left unread on purpose.
    await expect(unread()).toBeVisible();
  };
  await reader.page.reload();
  await isBack();
  const id = (await row(reader.page, 'Meldung Nummer 29').getAttribute('id'))?.slice('row-'.length) ?? '';
  await expect.poll(() => readFile(join(reader.data, 'settings.json'), 'utf8')).toContain(`"selected": "${id}"`);
  await reader.restart();
  await isBack();
});
