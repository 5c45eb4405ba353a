import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { article, entry, openArticle, row, rows, search } from './pane.ts';
import { drop, item } from './wires.ts';

const HAFEN = 'Hafen sperrt alte Mole';
const LATER = 'Haushalt steht fest';

test.beforeEach(async ({ reader }) => {
  await drop(reader.wires, 'a.json', item({ id: 'a', headline: HAFEN, version: 2 }));
  await drop(reader.wires, 'b.json', item({ id: 'b', headline: LATER, embargo: '2099-01-01T12:00:00Z' }));
  await expect(rows(reader.page)).toHaveCount(2);
});

/** Exports what the dialog asks about; resolves with the text of the file. */
async function exported(page: Page): Promise<{ name: string; text: string }> {
  const download = page.waitForEvent('download');
  await page.getByRole('dialog').getByRole('button', { name: 'Export', exact: true }).click();
  const file = await download;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

test('a list is exported, and what must not be published only if one wants it', async ({ reader, host }) => {
  test.skip(host === 'electron', 'a save dialog of the system asks there');
  const { page } = reader;
  await openArticle(page, HAFEN);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Find a command' }).fill('Export this list');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await expect(dialog.getByRole('status')).toHaveText('1 dispatch · All');
  await expect(dialog.getByRole('region', { name: '1 dispatch is left out' })).toContainText(LATER);
  await dialog.getByRole('combobox', { name: 'Format' }).selectOption('md');
  const without = await exported(page);
  expect(without.name).toMatch(/\.md$/);
  expect(without.text).toContain(HAFEN);
  expect(without.text).toContain('version 2');
  expect(without.text).not.toContain(LATER);
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText(
    'Left out because of an embargo or a kill: 1',
  );

  await row(page, LATER).click();
  await page.keyboard.press('Control+e');
  await expect(dialog.getByRole('button', { name: 'Export', exact: true })).toBeDisabled();
  await dialog.getByRole('checkbox', { name: 'Include anyway' }).check();
  const anyway = await exported(page);
  expect(anyway.text).toMatch(/EMBARGO until[\s\S]*Haushalt steht fest/);
});

test('what is copied begins with an embargo, ends with its source, and is remembered', async ({ reader, host }) => {
  test.skip(host === 'electron', 'the clipboard of the system');
  const { page } = reader;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const messages = page.getByRole('region', { name: 'Messages' });
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await openArticle(page, HAFEN);
  await page.keyboard.press('c');
  await expect(messages).toContainText('Text copied');
  expect(await clipboard()).toMatch(
    /^Hafen sperrt alte Mole\n\nText\.\n\nNord-Nachrichten · 10 Nov 2025, .* · version 2$/,
  );
  await expect(article(page).getByText(/^Copied \d\d:\d\d, version 2$/)).toBeVisible();
  await page.keyboard.press('Shift+C');
  await expect.poll(clipboard).toBe('Hafen sperrt alte Mole\n\nText.');
  await page.keyboard.press('Control+Shift+C');
  await expect.poll(clipboard).toContain('# Hafen sperrt alte Mole');

  await openArticle(page, LATER);
  await page.keyboard.press('c');
  await expect(messages).toContainText('Copied. EMBARGO until 1 Jan 2099');
  expect(await clipboard()).toMatch(/^EMBARGO until 1 Jan 2099, [^\n]*\n\nHaushalt steht fest/);

  await drop(reader.wires, 'c.json', item({ id: 'a', headline: HAFEN, version: 3, status: 'canceled' }));
  await expect(row(page, HAFEN)).toContainText('Killed');
  await openArticle(page, HAFEN);
  await page.keyboard.press('c');
  const question = page.getByRole('dialog', { name: 'Copy anyway?' });
  await expect(question).toContainText('Hafen sperrt alte Mole (killed)');
  await question.getByRole('button', { name: 'Copy anyway' }).click();
  await expect.poll(clipboard).toMatch(/^KILLED: not for publication\n\nHafen sperrt alte Mole/);
});

test('the selected dispatches become files of their own for an editorial system', async ({ reader, host }) => {
  test.skip(host === 'electron', 'a dialog of the system asks for the folder there');
  const { page } = reader;
  await openArticle(page, HAFEN);
  await page.keyboard.press('Control+a');
  await page
    .getByRole('toolbar', { name: 'Actions for the selection' })
    .getByRole('button', { name: 'Export…' })
    .click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('checkbox', { name: 'Include anyway' }).check();
  await dialog.getByRole('combobox', { name: 'Format' }).selectOption('nitf');
  await expect(dialog).toContainText('Each dispatch becomes a file of its own');
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('2 dispatches exported');
  const folder = join(reader.data, 'handover');
  const names = await readdir(folder);
  expect(names.sort()).toEqual([
    'nord-nachrichten-hafen-sperrt-alte-mole-v2.xml',
    'nord-nachrichten-haushalt-steht-fest-v1.xml',
  ]);
  expect(await readFile(join(folder, 'nord-nachrichten-haushalt-steht-fest-v1.xml'), 'utf8')).toContain(
    'management-status="embargoed"',
  );
});

test('what agencies announce is listed by day, and saved as a calendar', async ({ reader, host }) => {
  test.skip(host === 'electron', 'a save dialog of the system asks there');
  const { page } = reader;
  const at = new Date(Date.now() + 3 * 24 * 3_600_000).toISOString().replace(/T.*/, 'T10:00:00Z');
  const now = new Date().toISOString();
  const event = {
    uri: 'urn:nord:event:1',
    type: 'event',
    headline: 'Rat tagt zum Hafen',
    versioncreated: now,
    start: at,
  };
  await drop(reader.wires, 'e.json', JSON.stringify({ ...event, locations: [{ name: 'Birkau, Rathaus' }] }));
  await expect(row(page, 'Rat tagt zum Hafen')).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Find a command' }).fill('Agenda');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Agenda' });
  await expect(dialog.getByRole('listitem')).toHaveText(/Rat tagt zum Hafen.*Birkau, Rathaus/);
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save as calendar (.ics)' }).click();
  const text = await readFile(await (await download).path(), 'utf8');
  expect(text).toContain(`DTSTART:${at.replace(/[-:]/g, '')}`);
  expect(text).toContain('LOCATION:Birkau\\, Rathaus');
  await dialog.getByRole('button', { name: 'Rat tagt zum Hafen' }).click();
  await expect(article(page).getByRole('heading', { level: 1 })).toHaveText('Rat tagt zum Hafen');
  await expect(article(page).getByText(/1[12]:00.*Birkau, Rathaus/)).toBeVisible();
});

test('a digest of a saved search: leads on one page; exported JSON is read back in', async ({ reader, host }) => {
  test.skip(host === 'electron', 'a save dialog of the system asks there');
  const { page } = reader;
  await search(page).fill('hafen');
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Save search' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Am Wasser');
  await page.keyboard.press('Enter');
  await entry(page, /^Am Wasser/).click();
  const openDialog = async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Find a command' }).fill('Export this list');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog').getByRole('status')).toHaveText('1 dispatch · Am Wasser');
  };
  await openDialog();
  await page.getByRole('checkbox', { name: 'Headlines and first paragraphs only' }).check();
  const digest = await exported(page);
  expect(digest.name).toMatch(/^depesche-am-wasser-.*\.html$/);
  expect(digest.text).toContain('<title>Am Wasser</title>');
  await openDialog();
  await page.getByRole('combobox', { name: 'Format' }).selectOption('json');
  const { text } = await exported(page);
  const renamed = text.replace('nord.example:a', 'nord.example:z').replace(HAFEN, 'Hafen von anderswo');
  // Before the palette: the page must know that files are chosen here when Enter asks for one.
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Find a command' }).fill('Read exported JSON');
  await expect(page.getByRole('option', { name: 'Read exported JSON' })).toBeVisible();
  await page.keyboard.press('Enter');
  await (await chooser).setFiles({ name: 'export.json', mimeType: 'application/json', buffer: Buffer.from(renamed) });
  await expect(row(page, 'Hafen von anderswo')).toBeVisible();
});

test('a list is printed as one page with its own style', async ({ reader }) => {
  const { page } = reader;
  await page.context().addInitScript(() => {
    window.print = () => {
      const rule = getComputedStyle(document.querySelector('article') ?? document.body).borderTopStyle;
      parent.document.body.dataset.printed = `${rule} ${document.querySelector('h2')?.textContent}`;
    };
  });
  await openArticle(page, HAFEN);
  await page.keyboard.press('Control+e');
  await page.getByRole('dialog').getByRole('combobox', { name: 'Format' }).selectOption('print');
  await page.getByRole('dialog').getByRole('button', { name: 'Export', exact: true }).click();
  await expect(page.locator('body')).toHaveAttribute('data-printed', `solid ${HAFEN}`);
});
