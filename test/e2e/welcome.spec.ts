import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { noElectron } from './electron-here.ts';
import { expect, launchElectron, test as withReader } from './fixtures.ts';
import { startHost } from './host-process.ts';
import { entry, rows } from './pane.ts';

/** The samples are read while the questions are asked. */
const READ_MS = 30_000;

interface Start {
  /** Starts the reader on the same two folders; at first neither of them exists. */
  start(): Promise<{ page: Page; stop(): Promise<void> }>;
  readonly data: string;
}

const test = withReader.extend<{ first: Start }>({
  first: async ({ host, browser }, use) => {
    withReader.skip(host === 'electron' && noElectron !== undefined, noElectron);
    const folder = await mkdtemp(join(tmpdir(), 'depesche-first-'));
    const [wires, data] = [join(folder, 'wires'), join(folder, 'data')];
    const inElectron = async () => {
      const app = await launchElectron(['--wires', wires, '--data', data]);
      return { page: await app.firstWindow(), stop: () => app.close() };
    };
    const inBrowser = async () => {
      const [running, context] = await Promise.all([startHost(wires, data), browser.newContext()]);
      const page = await context.newPage();
      await page.goto(running.url);
      return { page, stop: () => context.close().then(running.stop) };
    };
    await use({ data, start: host === 'electron' ? inElectron : inBrowser });
    await rm(folder, { recursive: true, force: true });
  },
});

test('a first start asks for folder, look and keys, by keyboard, and does not ask again', async ({ first }) => {
  const { page, stop } = await first.start();
  const welcome = page.getByRole('dialog', { name: 'Welcome to Depesche' });
  await expect(welcome).toContainText('Step 1 of 3');
  await expect(welcome).toContainText(join(first.data, '..', 'wires'));
  await expect(welcome.getByRole('button', { name: 'Choose another folder' })).toBeVisible();
  await expect(welcome.getByRole('button', { name: 'Next' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(welcome).toContainText('Step 2 of 3');
  await welcome.getByRole('combobox', { name: 'Theme' }).selectOption('dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await welcome.getByRole('combobox', { name: 'Language' }).selectOption('de');
  const german = page.getByRole('dialog', { name: 'Willkommen bei Depesche' });
  await german.getByRole('button', { name: 'Weiter' }).click();
  await expect(german.getByRole('definition').filter({ hasText: 'J' })).toBeVisible();
  await german.getByRole('button', { name: 'Loslegen' }).click();
  await expect(german).toBeHidden();
  await expect(rows(page).first()).toBeVisible({ timeout: READ_MS });
  await stop();

  const again = await first.start();
  await expect(rows(again.page).first()).toBeVisible({ timeout: READ_MS });
  await expect(again.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(again.page.getByRole('dialog')).toHaveCount(0);
  await again.stop();
});

test('the first start can be skipped at once', async ({ first }) => {
  const { page, stop } = await first.start();
  await expect(page.getByRole('dialog', { name: 'Welcome to Depesche' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(rows(page).first()).toBeVisible({ timeout: READ_MS });
  await page.keyboard.press('j');
  await expect(page.getByRole('article')).toBeVisible();
  const kept = async (): Promise<unknown> => JSON.parse(await readFile(join(first.data, 'settings.json'), 'utf8'));
  await expect.poll(kept).toMatchObject({ settings: { welcome: false } });
  await stop();
});

withReader('a folder that was already there and is named asks for nothing', async ({ reader }) => {
  await expect(entry(reader.page, /^All/)).toBeVisible();
  await expect(reader.page.getByRole('dialog')).toHaveCount(0);
});
