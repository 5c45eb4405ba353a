import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';
import { startHost } from './host-process.ts';
import { entry, headline, openArticle, rows, setWidth } from './pane.ts';
import { drop, story } from './wires.ts';

test('the window opens and is called Depesche', async ({ reader }) => {
  await expect(reader.page).toHaveTitle(/Depesche/);
  await expect(reader.page.locator('#root')).not.toBeEmpty();
});

test('the key is not in the address bar, and a reload still works', async ({ reader, host }) => {
  test.skip(host === 'electron', 'Electron has neither key nor address bar');
  await expect(reader.page.locator('#root')).not.toBeEmpty();
  expect(new URL(reader.page.url()).hash).toBe('');
  expect(new URL(reader.page.url()).search).toBe('');
  await reader.page.reload();
  await expect(reader.page.locator('#root')).not.toBeEmpty();
});

test('the page breaks no rule of its own policy', async ({ reader }) => {
  const problems: string[] = [];
  reader.page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  reader.page.on('pageerror', (error) => problems.push(error.message));
  await reader.page.reload();
  await expect(reader.page.locator('#root')).not.toBeEmpty();
  await reader.restart();
  await expect(reader.page).toHaveTitle(/Depesche/);
  expect(problems).toEqual([]);
});

test('the lists can be hidden and shown by key, and stay so after a restart, as a folded section does', async ({
  reader,
}) => {
  await drop(reader.wires, 'a.txt', story({ headline: 'Hafen sperrt alte Mole' }));
  const { page } = reader;
  await expect(rows(page)).toHaveCount(1);
  const lists = page.getByRole('navigation', { name: 'Lists' });
  const width = async () => (await page.getByRole('listbox').boundingBox())?.x ?? 0;
  expect(await width()).toBeGreaterThan(150);
  await page.keyboard.press('Control+b');
  await expect(lists).toBeHidden();
  await expect.poll(width).toBeLessThan(20);
  await page.getByRole('button', { name: 'Show lists' }).click();
  await expect(lists).toBeVisible();
  await page.keyboard.press('Control+b');
  await expect(lists).toBeHidden();
  await page.keyboard.press('ArrowLeft');
  await expect(entry(page, /^All/)).toBeFocused();
  await expect.poll(width).toBeGreaterThan(150);
  await page.getByRole('button', { name: 'Sources' }).click();
  await expect(page.getByRole('button', { name: 'Sources' })).toHaveAttribute('aria-expanded', 'false');
  await reader.restart();
  await expect(reader.page.getByRole('button', { name: 'Sources' })).toHaveAttribute('aria-expanded', 'false');
  await reader.page.keyboard.press('Control+b');
  await expect(reader.page.getByRole('navigation', { name: 'Lists' })).toBeHidden();
  await reader.restart();
  await expect(rows(reader.page)).toHaveCount(1);
  await expect(reader.page.getByRole('navigation', { name: 'Lists' })).toBeHidden();
  await expect(reader.page.getByRole('button', { name: 'Show lists' })).toBeVisible();
  for (const width of [600, 1280]) await setWidth(reader.page, width);
  await expect(reader.page.getByRole('navigation', { name: 'Lists' })).toBeHidden();
});

test('a page whose host has ended says so', async ({ host, browser }) => {
  test.skip(host === 'electron', 'the window of Electron ends with its host');
  const folder = await mkdtemp(join(tmpdir(), 'depesche-e2e-'));
  const running = await startHost(folder, join(folder, 'data'));
  const page = await browser.newPage();
  await page.goto(running.url);
  // The empty list has loaded: one that had not would say that it failed, too.
  await expect(page.getByText(folder).first()).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await running.stop();
  await expect(page.getByRole('alert')).toContainText('No connection');
  await page.close();
  await rm(folder, { recursive: true, force: true });
});

test('a message above the panes takes nothing of the article away', async ({ host, browser }) => {
  test.skip(host === 'electron', 'the window of Electron ends with its host');
  const folder = await mkdtemp(join(tmpdir(), 'depesche-e2e-'));
  const wires = join(folder, 'wires');
  await mkdir(wires);
  const paragraphs = Array.from({ length: 60 }, (_, n) => `Absatz ${n + 1}. ${'Der Rat hat beraten. '.repeat(8)}`);
  await drop(wires, 'a.txt', story({ headline: 'Haushalt', paragraphs }));
  const running = await startHost(wires, join(folder, 'data'));
  const page = await browser.newPage();
  await page.goto(running.url);
  await openArticle(page, 'Haushalt');
  await running.stop();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(headline(page)).toBeInViewport({ ratio: 1 });
  await page.close();
  await rm(folder, { recursive: true, force: true });
});

test('the focus never falls out of the window: after a dialog, after a choice in a narrow window', async ({
  reader,
}) => {
  await drop(reader.wires, 'a.txt', story({ headline: 'Hafen sperrt alte Mole' }));
  const { page } = reader;
  await expect(rows(page)).toHaveCount(1);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox')).toBeFocused();
  await setWidth(page, 500, 800);
  await page.getByRole('button', { name: 'Show lists' }).click();
  await entry(page, /^Unread/).click();
  await expect(page.getByRole('navigation', { name: 'Lists' })).toBeHidden();
  await expect(page.getByRole('listbox')).toBeFocused();
  await rows(page).first().click();
  await expect(page.getByRole('region', { name: 'Article' })).toBeFocused();
});

test('the count beside the name of a list is never half a word', async ({ reader }) => {
  const { page } = reader;
  await page.setViewportSize({ width: 1024, height: 720 });
  await entry(page, /^Embargoes/).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Embargoes' })).toBeVisible();
  const count = page.getByText('0 dispatches', { exact: true });
  const cut = await count.evaluate((element) => {
    const words = document.createRange();
    words.selectNodeContents(element);
    const room = element.getBoundingClientRect();
    return [...words.getClientRects()].filter((line) => line.top < room.bottom && line.right > room.right + 0.5).length;
  });
  expect(cut).toBe(0);
});

test('About shows our licence and those of what is bundled', async ({ reader }) => {
  await expect(reader.page.getByRole('searchbox')).toBeVisible();
  await reader.page.keyboard.press('ControlOrMeta+k');
  await reader.page.getByRole('dialog').getByRole('combobox').fill('About');
  await reader.page.keyboard.press('Enter');
  await reader.page.getByRole('button', { name: 'Licences' }).click();
  const licences = reader.page.getByRole('region', { name: 'Licences' });
  await expect(licences).toContainText('Permission is hereby granted');
  await expect(licences).toContainText(/^react-dom \d[\d.]* \(MIT\)$/m);
});
