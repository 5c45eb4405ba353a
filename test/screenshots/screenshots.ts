import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { DEFAULT_SETTINGS, type Density, type Settings } from '../../preload/contract/contract.ts';
import { translator } from '../../renderer/i18n/translate.ts';
import { startHost } from '../e2e/host-process.ts';
import { KEPT } from './kept.ts';
import { readAndReceive, sendEarlier, VIEWS } from './views.ts';
import { Window } from './window.ts';

const WIDTHS = { 1440: 900, 1024: 720, 720: 900, 420: 860 };
const ALL = join(import.meta.dirname, '../../out/screenshots');
const DOCS = join(import.meta.dirname, '../../docs/screenshots');

for (const language of ['de', 'en'] as const) {
  for (const [width, height] of Object.entries(WIDTHS)) {
    test(`${language}, ${width} wide`, async ({ browser }) => {
      const folder = await mkdtemp(join(tmpdir(), 'depesche-pictures-'));
      const [wires, data] = [join(folder, 'Depesche'), join(folder, 'data')];
      await Promise.all([wires, data, ALL, DOCS].map((made) => mkdir(made, { recursive: true })));
      const now = Date.now();
      await prepare(data, { language });
      await sendEarlier(wires, now);

      const host = await startHost(wires, data);
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1 });
      const page = await context.newPage();
      await page.goto(host.url);
      const window = new Window(page, translator(language));
      await readAndReceive(window, wires, now);

      await page.setViewportSize({ width: Number(width), height });
      for (const [index, [view, open]] of Object.entries(VIEWS).entries()) {
        const shown = (await open(window)) ?? page;
        await shoot(shown, `${String(index + 1).padStart(2, '0')}-${view}-${language}`, width);
        if (shown !== page) await shown.close();
        if (index === 0) await window.putAlarmsAway();
        await window.reset();
      }
      await context.close();
      await host.stop();
      await rm(folder, { recursive: true, force: true });
    });
  }
}

for (const language of ['de', 'en'] as const) {
  test(`${language}, first start`, async ({ browser }) => {
    const folder = await mkdtemp(join(tmpdir(), 'depesche-pictures-'));
    const [wires, data] = [join(folder, 'Depesche'), join(folder, 'data')];
    await Promise.all([wires, data, ALL, DOCS].map((made) => mkdir(made, { recursive: true })));
    await prepare(data, { language, welcome: true });
    await sendEarlier(wires, Date.now());
    const host = await startHost(wires, data);
    const context = await browser.newContext({ deviceScaleFactor: 1 });
    const page = await context.newPage();
    await page.goto(host.url);
    const next = page.getByRole('dialog').locator('.button-main');
    await expect(next).toBeVisible();
    for (const step of [1, 2, 3]) {
      for (const [width, height] of Object.entries(WIDTHS)) {
        await page.setViewportSize({ width: Number(width), height });
        await shoot(page, `00-welcome-${step}-${language}`, width);
      }
      if (step < 3) await next.click();
    }
    await context.close();
    await host.stop();
    await rm(folder, { recursive: true, force: true });
  });
}

/** A picture in each theme, and a copy in docs/screenshots of those that are kept. */
async function shoot(page: Page, name: string, width: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const file = `${name}-${colorScheme}-${width}.png`;
    const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' });
    await writeFile(join(ALL, file), picture);
    if (KEPT.has(file.replace(/^\d\d-|\.png$/g, ''))) await writeFile(join(DOCS, file), picture);
  }
}

/** Settings, saved searches and rules of somebody who has used the program for a while. */
async function prepare(data: string, own: Partial<Settings>): Promise<void> {
  const saved = [
    { id: '6d9f5ad4-7f55-4d41-9b0c-5f3c5d0c1a01', name: 'Küste', search: 'sandholm OR küste OR deich' },
    { id: '6d9f5ad4-7f55-4d41-9b0c-5f3c5d0c1a02', name: 'Verkehr', search: 'moorbahn OR fähre' },
  ];
  const rule = (id: number, name: string, search: string, actions: object) => ({
    id: `6d9f5ad4-7f55-4d41-9b0c-5f3c5d0c1b0${id}`,
    name,
    search,
    on: true,
    actions,
  });
  const rules = [
    rule(1, 'Deich und Sturm', 'deich OR sturmflut', { alarm: true, tag: 'Küste' }),
    rule(2, 'Handball', 'handball', { read: true }),
    { ...rule(3, 'Horoskop', 'horoskop', { hide: true }), mutes: 'Horoskop' },
  ];
  const densities: { list: 'all'; density: Density }[] = [{ list: 'all', density: 'two' }];
  const settings = { ...DEFAULT_SETTINGS, densities, ...own };
  await writeFile(join(data, 'settings.json'), JSON.stringify({ version: 2, settings, saved }));
  await writeFile(join(data, 'rules.json'), JSON.stringify({ version: 1, rules }));
}
