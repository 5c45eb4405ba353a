import { existsSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { startHost } from './host-process.ts';
import { article, openArticle, row, rows, search } from './pane.ts';
import { drop, item, story } from './wires.ts';

/** A browser host on two wire folders, and its page. */
async function onTwoFolders(browser: Browser) {
  const folder = await mkdtemp(join(tmpdir(), 'depesche-e2e-'));
  const [dpa, coast, data] = [join(folder, 'dpa'), join(folder, 'coast'), join(folder, 'data')];
  for (const path of [dpa, coast]) await mkdir(path);
  const host = await startHost([dpa, coast], data);
  const page = await browser.newPage();
  await page.goto(host.url);
  await expect(search(page)).toBeVisible();
  const end = async () => {
    await page.close();
    await host.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { page, dpa, coast, data, end };
}

const NO_HOST = 'Electron is started with one folder';

test('a second folder gets a name and a source, is paused, removed and watched again', async ({ host, browser }) => {
  test.skip(host === 'electron', NO_HOST);
  const { page, dpa, coast, end } = await onTwoFolders(browser);
  await drop(dpa, 'a.txt', story({ headline: 'Hafen sperrt alte Mole' }));
  await expect(rows(page)).toHaveCount(1);
  await page.keyboard.press('Control+,');
  const folders = page.getByRole('list', { name: 'Wire folder' });
  await expect(folders.getByRole('listitem', { name: 'coast' })).toContainText(coast);
  await folders.getByRole('listitem', { name: 'coast' }).getByRole('button', { name: 'Folder settings' }).click();
  await folders.getByRole('textbox', { name: 'Name' }).fill('Küste');
  await folders.getByRole('textbox', { name: 'Source' }).fill('Küstenfunk');
  await folders.getByRole('button', { name: 'Save' }).click();
  const second = folders.getByRole('listitem', { name: 'Küste' });
  await expect(second).toBeVisible();
  await second.getByRole('button', { name: 'Pause' }).click();
  await expect(second).toContainText('paused');
  await second.getByRole('button', { name: 'Resume' }).click();
  await expect(second).not.toContainText('paused');
  await page.keyboard.press('Escape');
  await drop(
    coast,
    'a.txt',
    'Moorbahn fährt wieder\n\nDie Moorbahn fährt nach einer langen Pause wieder jede Stunde.\n',
  );
  await openArticle(page, 'Moorbahn fährt wieder');
  await article(page).getByText('plain', { exact: true }).first().click();
  await expect(article(page)).toContainText('Küstenfunk (from the folder’s settings)');
  await expect(article(page)).toContainText('Küste: a.txt');
  await page.keyboard.press('Control+,');
  await second.getByRole('button', { name: 'Stop watching' }).click();
  await expect(second).toHaveCount(0);
  await page.getByRole('button', { name: 'Watch another folder' }).click();
  await page.getByRole('textbox', { name: 'Full path of the folder' }).fill(join(dpa, 'inside'));
  await page.keyboard.press('Enter');
  await expect(page.getByText(/There is no folder/)).toBeVisible();
  await page.keyboard.press('Control+,');
  await page.getByRole('button', { name: 'Watch another folder' }).click();
  await page.getByRole('textbox', { name: 'Full path of the folder' }).fill(coast);
  await page.keyboard.press('Enter');
  await drop(coast, 'b.txt', story({ headline: 'Deich hält' }));
  await expect(row(page, 'Deich hält')).toBeVisible();
  await end();
});

test('a rule hands what it matches over to a folder', async ({ reader }) => {
  const { page, wires, data } = reader;
  await expect(search(page)).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill('rules');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'New rule' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Hafen');
  await page.getByRole('textbox', { name: 'Search' }).fill('hafen');
  await page.getByRole('checkbox', { name: 'Hand over as a file' }).check();
  const said = page.getByText('What is in the library already is not handed over');
  await page.getByRole('checkbox', { name: /apply to the library now/ }).check();
  await expect(said).toBeVisible();
  await page.getByRole('checkbox', { name: /apply to the library now/ }).uncheck();
  await expect(said).toBeHidden();
  await page.getByRole('combobox', { name: 'Format of the file' }).selectOption('ninjs');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.keyboard.press('Escape');
  await drop(wires, 'a.json', item({ id: 'hafen', headline: 'Hafen sperrt alte Mole' }));
  await openArticle(page, 'Hafen sperrt alte Mole');
  await expect(article(page).getByRole('list', { name: /rules/i })).toContainText('handed over');
  const out = join(data, 'handover');
  expect(existsSync(out) ? readdirSync(out) : []).toEqual([expect.stringMatching(/^20251110T101500Z-.*\.json$/)]);
});

test('a dispatch is read again in another encoding, and back', async ({ reader }) => {
  const { page, wires } = reader;
  const polish = Buffer.from(story({ headline: 'Rada Gda~sk' }), 'latin1');
  polish.forEach((byte, at) => {
    if (byte === 0x7e) polish[at] = 0xf1;
  });
  await drop(wires, 'a.txt', polish);
  await expect(rows(page)).toHaveCount(1);
  await openArticle(page, 'Rada Gdañsk');
  await page.keyboard.press('Shift+O');
  const file = page.getByRole('region', { name: 'File' });
  await file.getByRole('combobox').selectOption('windows-1250');
  await file.getByRole('button', { name: 'Read the dispatch again in this encoding' }).click();
  await expect(row(page, 'Rada Gdańsk')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect(row(page, 'Rada Gdańsk')).toHaveCount(0);
  await expect(rows(page)).toHaveCount(1);
});

test('a saved search becomes a daily digest in the settings', async ({ reader }) => {
  const { page, wires } = reader;
  await drop(wires, 'a.txt', story({ headline: 'Hafen sperrt alte Mole' }));
  await expect(rows(page)).toHaveCount(1);
  await page.keyboard.press('/');
  await search(page).fill('hafen');
  await page.getByRole('button', { name: 'Save search' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Hafen');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+,');
  const digests = page.getByRole('list', { name: 'Daily digests' });
  // The host answers before the box is checked.
  await digests.getByRole('checkbox', { name: 'Hafen' }).click();
  await digests.getByLabel('Time: Hafen').fill('06:30');
  await expect(digests.getByLabel('Time: Hafen')).toHaveValue('06:30');
  await reader.restart();
  await expect(rows(reader.page)).toHaveCount(1);
  await reader.page.keyboard.press('Control+,');
  await expect(reader.page.getByLabel('Time: Hafen')).toHaveValue('06:30');
});

test('a note that is being typed outlives its host, and the page finds the next one', async ({ host, browser }) => {
  test.skip(host === 'electron', 'the window of Electron ends with its host');
  const folder = await mkdtemp(join(tmpdir(), 'depesche-e2e-'));
  const [wires, data] = [join(folder, 'wires'), join(folder, 'data')];
  await mkdir(wires);
  await drop(wires, 'a.txt', story({ headline: 'Hafen sperrt alte Mole' }));
  const first = await startHost(wires, data);
  const page = await browser.newPage();
  await page.goto(first.url);
  await openArticle(page, 'Hafen sperrt alte Mole');
  const note = article(page).getByRole('textbox', { name: 'Note' });
  await note.fill('Rückruf um');
  await first.stop();
  await expect(page.getByText('No connection')).toBeVisible();
  await note.pressSequentially(' vier');
  // Leaving the field would save it.
  await note.blur();
  await expect(note).toHaveValue('Rückruf um vier');
  const second = await startHost(wires, data);
  await expect(page.getByText('No connection')).toHaveCount(0);
  await expect(note).toHaveValue('Rückruf um vier');
  await expect(row(page, 'Hafen sperrt alte Mole').getByRole('img', { name: 'Note' })).toBeVisible();
  await page.reload();
  await openArticle(page, 'Hafen sperrt alte Mole');
  await expect(article(page).getByRole('textbox', { name: 'Note' })).toHaveValue('Rückruf um vier');
  await page.close();
  await second.stop();
  await rm(folder, { recursive: true, force: true });
});
