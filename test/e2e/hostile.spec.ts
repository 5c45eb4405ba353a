import { copyFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';
import { article, headline, rows, search } from './pane.ts';

const hostile = join(import.meta.dirname, '../fixtures/hostile');

test('hostile files of every format are shown; none of them runs, loads or leads anywhere', async ({ reader }) => {
  const { page, wires } = reader;
  const happened: string[] = [];
  page.on('dialog', (dialog) => {
    happened.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('popup', (popup) => happened.push(`popup ${popup.url()}`));
  page.on('framenavigated', (frame) => happened.push(`navigated ${frame.url()}`));
  page.on('console', (message) => {
    if (message.type() === 'error') happened.push(`console ${message.text()}`);
  });
  const names = await readdir(hostile);
  for (const name of names) await copyFile(join(hostile, name), join(wires, name));
  // All tell the same story, which is one row outside of searches.
  await search(page).fill('Montag');
  await expect(rows(page).first()).toHaveAttribute('aria-setsize', String(names.length), { timeout: 20_000 });
  await rows(page).first().click();
  for (let at = 1; at <= names.length; at++) {
    if (at > 1) await page.keyboard.press('j');
    await expect(rows(page).and(page.locator('[aria-selected="true"]'))).toHaveAttribute('aria-posinset', String(at));
    await expect(headline(page)).toContainText('still');
    await expect(article(page)).toContainText('steht seit Montag still');
    const within = await page.locator('#root').evaluate((root) => ({
      code: root.querySelectorAll('script, style, iframe, object, embed, form[action], img[src], [onclick], [onload]')
        .length,
      links: Array.from(root.querySelectorAll('a'), (link) => link.href).filter(
        (href) => !/^(?:https?|mailto):/.test(href),
      ),
      turning: /[\u202a-\u202e\u2066-\u2069]/.test(root.textContent ?? ''),
    }));
    expect(within).toEqual({ code: 0, links: [], turning: false });
  }
  expect(happened).toEqual([]);
  expect(await page.title()).toContain('Depesche');
});
