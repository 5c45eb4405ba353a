import { translator } from '../../renderer/i18n/translate.ts';
import { readAndReceive, sendEarlier, VIEWS } from '../screenshots/views.ts';
import { Window } from '../screenshots/window.ts';
import { violations } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { article, headline, list, openArticle, row, rows, search, setWidth } from './pane.ts';
import { drop, item, story } from './wires.ts';

// Each theme and each width once: they have little to do with each other, and every run takes half a minute.
for (const [width, colorScheme] of [
  [1440, 'light'],
  [420, 'dark'],
] as const) {
  test(`no view has an accessibility violation, ${colorScheme}, ${width} wide`, async ({ reader }) => {
    // axe takes seconds for each of the many views.
    test.setTimeout(300_000);
    const { page, wires } = reader;
    // A view that cannot be reached is named, long before the time of all is over.
    page.setDefaultTimeout(15_000);
    const window = new Window(page, translator('en'));
    const now = Date.now();
    await sendEarlier(wires, now);
    await readAndReceive(window, wires, now);
    await setWidth(page, width, 900);
    for (const [index, [view, open]] of Object.entries(VIEWS).entries()) {
      // It needs a saved search, and is a list like the others.
      if (view === 'ticker') continue;
      const shown = (await open(window)) ?? page;
      await shown.emulateMedia({ colorScheme });
      expect.soft(await violations(shown), view).toEqual([]);
      if (shown !== page) await shown.close();
      if (index === 0) await window.putAlarmsAway();
      await window.reset();
    }
  });
}

test('a screen reader finds three panes: lists, dispatches, article', async ({ reader }) => {
  const { page, wires } = reader;
  await drop(wires, 'a.txt', story({ headline: 'Hafen sperrt alte Mole' }));
  await drop(wires, 'b.txt', story({ headline: 'Moorbahn fährt wieder', time: '10.11.2025 - 09:20:00' }));
  await openArticle(page, 'Hafen sperrt alte Mole');
  await expect(row(page, 'Hafen').getByRole('img', { name: 'Unread' })).toHaveCount(0);
  await expect(page.getByRole('navigation', { name: 'Lists' })).toMatchAriaSnapshot(`
    - navigation "Lists":
      - list:
        - listitem:
          - button /All 1 unread/
        - listitem:
          - button /Unread 1 unread/
  `);
  await expect(page.getByRole('listbox')).toMatchAriaSnapshot(`
    - listbox:
      - option /Hafen sperrt alte Mole/ [selected]
      - option /Unread .* Moorbahn fährt wieder/
  `);
  await expect(article(page)).toMatchAriaSnapshot(`
    - region "Article":
      - article:
        - heading "Hafen sperrt alte Mole" [level=1]
        - paragraph: /Das teilte die Verwaltung/
  `);
});

test('at 200 % zoom nothing is lost: every pane fits a window of 640 pixels', async ({ reader }) => {
  const { page, wires } = reader;
  await drop(wires, 'a.txt', story({ headline: 'Hafen sperrt alte Mole' }));
  await setWidth(page, 640, 400);
  const sideways = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await expect(rows(page)).toHaveCount(1);
  await expect(search(page)).toBeInViewport({ ratio: 1 });
  expect(await sideways()).toBe(0);
  await openArticle(page, 'Hafen sperrt alte Mole');
  for (const button of await page.locator('[data-pane="article"]').getByRole('button').all())
    if (await button.isVisible()) await button.scrollIntoViewIfNeeded().then(() => expect(button).toBeInViewport());
  expect(await sideways()).toBe(0);
  for (const keys of ['Control+,', '?', 'Control+k']) {
    await page.keyboard.press(keys);
    const dialog = page.getByRole('dialog');
    const close = dialog.getByRole('button', { name: 'Close' }).first();
    await expect(close).toBeInViewport({ ratio: 1 });
    expect(await dialog.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
});

test('forced colours show the selected row and the current list by more than a colour of ours', async ({ reader }) => {
  const { page, wires } = reader;
  await drop(wires, 'a.txt', story({ headline: 'Hafen sperrt alte Mole' }));
  await drop(wires, 'b.txt', story({ headline: 'Moorbahn fährt wieder', time: '10.11.2025 - 09:20:00' }));
  await page.emulateMedia({ forcedColors: 'active' });
  await openArticle(page, 'Hafen sperrt alte Mole');
  await search(page).focus();
  const look = (text: string) =>
    row(page, text).evaluate((element) => {
      const { backgroundColor, outlineStyle } = getComputedStyle(element);
      return `${backgroundColor} ${outlineStyle}`;
    });
  expect(await look('Hafen')).not.toBe(await look('Moorbahn'));
});

test('with reduced motion nothing moves', async ({ reader }) => {
  const { page, wires } = reader;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await drop(wires, 'a.txt', story({ headline: 'Hafen sperrt alte Mole' }));
  await openArticle(page, 'Hafen sperrt alte Mole');
  await page.keyboard.press('s');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('Undone');
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});

test('only an alarm speaks up: what else arrives changes no live region', async ({ reader }) => {
  const { page, wires } = reader;
  await drop(wires, 'a.txt', story({ headline: 'Hafen sperrt alte Mole' }));
  await expect(rows(page)).toHaveCount(1, { timeout: 20_000 });
  await list(page).focus();
  const spoken = () =>
    page
      .locator('[aria-live], [role="status"], [role="alert"]')
      .evaluateAll((regions) => regions.map(({ textContent }) => textContent ?? '').filter((text) => text !== ''));
  const before = await spoken();
  const now = new Date().toISOString();
  await drop(wires, 'b.json', item({ id: 'b', headline: 'Moorbahn fährt wieder', at: now }));
  await expect(rows(page)).toHaveCount(2);
  expect(await spoken()).toEqual(before);
  await drop(wires, 'c.json', item({ id: 'c', headline: 'Hafen brennt', at: now, urgency: 1 }));
  await expect.poll(spoken).toContainEqual(expect.stringContaining('Hafen brennt'));
  await expect(headline(page)).toHaveCount(0);
  // It is heard in a dialog, too.
  await page.keyboard.press('?');
  await expect(list(page)).toHaveCount(0);
  await drop(wires, 'd.json', item({ id: 'd', headline: 'Deich gebrochen', at: now, urgency: 1 }));
  await expect(page.getByRole('alert')).toContainText('Deich gebrochen');
});
