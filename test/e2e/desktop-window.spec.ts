import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import type { ReaderClient } from '../../preload/contract/contract.ts';
import { expect, test } from './desktop.ts';
import { openArticle, rows } from './pane.ts';
import { drop, item, story } from './wires.ts';

/** The part of the host visible to the page. */
interface Page {
  readonly depesche: ReaderClient;
}

/** Chooses an entry of the application menu by its label. */
const choose = (app: ElectronApplication, menu: string, label: string) =>
  app.evaluate(
    ({ Menu }, names) => {
      const top = Menu.getApplicationMenu()?.items.find((one) => one.label === names.menu);
      const entry = top?.submenu?.items.find((one) => one.label === names.label);
      if (!entry) throw new Error(`no ${names.menu} > ${names.label}`);
      entry.click();
    },
    { menu, label },
  );

test('Edit > Undo takes back a marking, and in a field what was typed', async ({ desktop }) => {
  await drop(desktop.wires, 'a.txt', story({ headline: 'Hafen sperrt alte Mole' }));
  const { app, page } = await desktop.launch();
  await rows(page).first().click();
  await page.keyboard.press('s');
  const bookmarked = page.getByRole('button', { name: 'Bookmarks 1' });
  await expect(bookmarked).toBeVisible();
  await choose(app, 'Edit', 'Undo: Bookmark added');
  await expect(bookmarked).toHaveCount(0);
  const search = page.getByRole('searchbox');
  await search.click();
  await page.keyboard.type('Hafen');
  await choose(app, 'Edit', 'Undo');
  await expect(search).not.toHaveValue('Hafen');
});

test('commands of the menu do not run behind an open dialog', async ({ desktop }) => {
  await drop(desktop.wires, 'a.txt', story({ headline: 'Hafen sperrt alte Mole' }));
  const { app, page } = await desktop.launch();
  await rows(page).first().click();
  await choose(app, 'Help', 'About Depesche');
  await expect(page.getByRole('dialog')).toBeVisible();
  await choose(app, 'Dispatch', 'Bookmark');
  await choose(app, 'File', 'Settings…');
  await expect(page.getByRole('dialog')).toContainText('Depesche');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await choose(app, 'Dispatch', 'Bookmark');
  await expect(page.getByRole('button', { name: 'Bookmarks 1' })).toBeVisible();
});

test('menus follow the language of the settings', async ({ desktop }) => {
  const { app, page } = await desktop.launch();
  await expect(page.locator('#root')).not.toBeEmpty();
  await page.evaluate(() => (globalThis as unknown as Page).depesche.call('settings.set', { language: 'de' }));
  const labels = () =>
    app.evaluate(({ Menu }) =>
      (Menu.getApplicationMenu()?.items ?? []).flatMap((top) => top.submenu?.items.map((one) => one.label) ?? []),
    );
  await expect.poll(labels).toContain('Ausschneiden');
  const english = /^(?:Undo|Redo|Cut|Copy|Paste|Delete|Select All|Minimi[sz]e|Zoom|Close|Toggle Full Screen)/;
  expect((await labels()).filter((label) => english.test(label))).toEqual([]);
});

test('a right click on a link and in a field offers what can be done there', async ({ desktop }) => {
  const html = '<p>Mehr steht <a href="https://example.invalid/mole">hier</a>.</p>';
  await drop(desktop.wires, 'a.json', item({ id: 'a', headline: 'Hafen sperrt alte Mole', html }));
  const { app, page } = await desktop.launch();
  await openArticle(page, 'Hafen sperrt alte Mole');
  await app.evaluate(({ Menu }) => {
    const shown: string[][] = [];
    Object.assign(globalThis, { shown });
    Menu.prototype.popup = function popup(this: Electron.Menu) {
      shown.push(this.items.map((one) => one.label));
    };
  });
  const shown = () => app.evaluate(() => (globalThis as unknown as { shown: string[][] }).shown);
  await page.getByRole('link', { name: 'hier' }).click({ button: 'right' });
  await expect.poll(async () => (await shown())[0]).toContain('Copy Link');
  await page.getByRole('searchbox').click({ button: 'right' });
  await expect
    .poll(async () => (await shown())[1])
    .toEqual(expect.arrayContaining(['Cut', 'Copy', 'Paste', 'Select All']));
});

test('exporting asks where to, and says "saved" only when it was', async ({ desktop }) => {
  await drop(desktop.wires, 'a.txt', story({ headline: 'Hafen sperrt alte Mole' }));
  const { app, page } = await desktop.launch();
  await rows(page).first().click();
  await page.keyboard.press('s');
  await expect(page.getByRole('button', { name: 'Bookmarks 1' })).toBeVisible();
  const file = join(desktop.data, '../saved.md');
  const answer = (filePath: string) =>
    app.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = async () => ({ canceled: path === '', filePath: path });
    }, filePath);
  const exportBookmarks = async () => {
    await choose(app, 'File', 'Export Bookmarks…');
    const dialog = page.getByRole('dialog', { name: 'Export' });
    await dialog.getByRole('combobox', { name: 'Format' }).selectOption('md');
    await dialog.getByRole('button', { name: 'Export', exact: true }).click();
    await expect(dialog).toHaveCount(0);
  };
  await answer('');
  await exportBookmarks();
  await answer(file);
  await exportBookmarks();
  await expect.poll(() => readFile(file, 'utf8').catch(() => '')).toContain('Hafen sperrt alte Mole');
  await expect(page.getByText(/1 dispatch exported: depesche-bookmarks-.*\.md/)).toHaveCount(1);
});

test('an export is written as a PDF file', async ({ desktop }) => {
  await drop(desktop.wires, 'a.txt', story({ headline: 'Hafen sperrt alte Mole' }));
  const { app, page } = await desktop.launch();
  await rows(page).first().click();
  const file = join(desktop.data, '../saved.pdf');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, file);
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('combobox', { name: 'Format' }).selectOption('PDF');
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect.poll(() => readFile(file, 'latin1').catch(() => '')).toMatch(/^%PDF-/);
});

test('the text grows by key and by menu', async ({ desktop }) => {
  const { app, page } = await desktop.launch();
  await expect(page.locator('#root')).not.toBeEmpty();
  const size = () =>
    page.evaluate(async () => (await (globalThis as unknown as Page).depesche.call('settings.get', {})).textSize);
  const before = await size();
  await page.keyboard.press('Control++');
  await expect.poll(size).toBe(before + 1);
  await choose(app, 'View', 'Larger Text');
  await expect.poll(size).toBe(before + 2);
  await page.keyboard.press('Control+0');
  await expect.poll(size).toBe(before);
});
