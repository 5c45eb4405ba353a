import type { Locator } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { article, headline, openArticle, row, scrollTo, search, setWidth } from './pane.ts';
import { drop, item, story } from './wires.ts';

/** Where the lines of a text begin, each once, from the left. */
const lineStarts = (text: Locator): Promise<number[]> =>
  text.evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return [...new Set([...range.getClientRects()].map(({ left }) => Math.round(left)))].sort((a, b) => a - b);
  });

/** The edges of what is drawn, also of what is cut off. */
const edges = (of: Locator) =>
  of.evaluate((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return { left, right, top, bottom };
  });

test('long names above the text wrap and are not cut off, on screen and on paper', async ({ reader }) => {
  const { page, wires } = reader;
  const author = 'Friederike von Hohenlohe-Schillingsfürst, Maximilian von Oppenheim und Karl-Theodor Wintersheim';
  const sent: unknown = JSON.parse(item({ id: 'b', headline: 'Brücke wieder frei' }));
  await drop(wires, 'a.json', JSON.stringify(Object.assign({}, sent, { byline: author })));
  await openArticle(page, 'Brücke wieder frei');
  await setWidth(page, 400, 800);
  await expect(page.locator('.panes-narrow')).toBeVisible();
  for (const media of ['screen', 'print'] as const) {
    await page.emulateMedia({ media });
    await expect(async () => {
      const [edge = 0] = await lineStarts(headline(page));
      expect(await lineStarts(article(page).getByText(`By ${author}`))).toEqual([edge]);
    }).toPass({ timeout: 5_000 });
  }
});

test('Arabic and Hebrew run from right to left, with bullets, columns and names on their sides', async ({ reader }) => {
  const { page, wires } = reader;
  const ar = 'رئيس الوزراء: الميناء مغلق';
  const list = '<ul><li>بند أول</li></ul><table><tr><td>عدن</td><td>Kiel</td></tr></table>';
  await drop(wires, 'a.json', item({ id: 'a', headline: ar, html: `<p>فقرة أولى.</p>${list}<p>A last one.</p>` }));
  await drop(wires, 'b.json', item({ id: 'b', headline: 'Brücke wieder frei', at: '2025-11-10T10:10:00Z' }));
  await openArticle(page, 'Brücke wieder frei');
  await expect(headline(page)).toHaveCSS('direction', 'ltr');
  await openArticle(page, ar);
  await page.keyboard.press('t');
  await page.keyboard.type('Hafen');
  await page.keyboard.press('Enter');
  await expect(row(page, ar)).toContainText('Hafen');
  await expect(row(page, ar).getByText(ar)).toHaveCSS('direction', 'rtl');
  await expect(headline(page)).toHaveCSS('direction', 'rtl');
  await expect(article(page).getByText('فقرة أولى.')).toHaveCSS('direction', 'rtl');
  await expect(article(page).getByText('A last one.')).toHaveCSS('direction', 'ltr');
  await expect(article(page).getByRole('listitem').filter({ hasText: 'بند' })).toHaveCSS('direction', 'rtl');
  const [first, second] = await Promise.all(
    ['عدن', 'Kiel'].map((name) => article(page).getByRole('cell', { name }).boundingBox()),
  );
  expect(first?.x).toBeGreaterThan(second?.x ?? 0);
  const [head, source] = await Promise.all(
    [headline(page), article(page).getByText('Nord-Nachrichten')].map((e) => e.boundingBox()),
  );
  expect((source?.x ?? 0) + (source?.width ?? 0)).toBeCloseTo((head?.x ?? 0) + (head?.width ?? 0), 0);
});

test('columns and bullets of an Arabic text run from right to left, whatever their first word is', async ({
  reader,
}) => {
  const { page, wires } = reader;
  const table = '<table><tr><th>Port</th><th>الرصيف</th></tr><tr><td>Aden</td><td>الشمالي</td></tr></table>';
  const html = `<p>أعلنت الإدارة إغلاق الميناء حتى صباح الغد.</p><ul><li>NORD: بند أول</li></ul>${table}`;
  await drop(wires, 'a.json', item({ id: 'a', headline: 'NORD: الميناء مغلق', html }));
  await drop(
    wires,
    'b.json',
    item({ id: 'b', headline: 'Zwei Häfen', html: `<p>Beide Häfen sind gesperrt.</p>${table}` }),
  );
  const heads = async () => {
    const [first, second] = await Promise.all(
      ['Port', 'الرصيف'].map((name) => edges(article(page).getByRole('columnheader', { name }))),
    );
    return [first?.left ?? 0, second?.left ?? 0] as const;
  };
  await openArticle(page, 'NORD: الميناء مغلق');
  await expect(article(page).getByRole('list')).toHaveCSS('direction', 'rtl');
  const [port, quay] = await heads();
  expect(port).toBeGreaterThan(quay);
  await openArticle(page, 'Zwei Häfen');
  const [left, right] = await heads();
  expect(left).toBeLessThan(right);
});

test('the source of a row is not cut off if there is room for it', async ({ reader }) => {
  const { page, wires } = reader;
  await setWidth(page, 1000, 800);
  await drop(wires, 'a.txt', story({ headline: 'Haushalt' }));
  await drop(wires, 'b.txt', story({ headline: 'Moorbahn', category: 'Umwelt, Verkehr und Bauwesen' }));
  const cut = (headline: string, text: string | RegExp) =>
    row(page, headline)
      .getByText(text)
      .evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth);
  expect(await cut('Haushalt', 'dts-nachrichtenagentur.de')).toBe(false);
  expect(await cut('Haushalt', 'Inland')).toBe(false);
  expect(await cut('Moorbahn', /^Umwelt/)).toBe(true);
  expect(await cut('Moorbahn', 'dts-nachrichtenagentur.de')).toBe(false);
});

test('tags leave room for the headline of their row, and for each other', async ({ reader }) => {
  const { page, wires } = reader;
  await drop(wires, 'a.txt', story({ headline: 'Hafen sperrt alte Mole' }));
  await openArticle(page, 'Hafen sperrt alte Mole');
  await page.keyboard.press('t');
  const long = 'A'.repeat(80);
  const names = [long, ...Array.from({ length: 13 }, (_, n) => `Schlagwort ${n + 10}`)];
  for (const name of names) {
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
  }
  const line = row(page, 'Hafen');
  await expect(line.getByRole('img', { name: '12 more tags' })).toBeVisible();
  await expect(line).toContainText(/A{80} Schlagwort 10 \+12/);
  expect((await edges(line.getByText(long).locator('..'))).right).toBeLessThan((await edges(line)).right);
  const mine = article(page).getByRole('region', { name: 'Your tags and notes' });
  expect((await edges(mine.getByText(long))).right).toBeLessThan((await edges(mine)).right);
  const last = mine.getByRole('button', { name: 'Remove tag Schlagwort 22' });
  const [cross, field] = await Promise.all([edges(last), edges(mine.getByRole('combobox'))]);
  expect(field.left >= cross.right || field.top >= cross.bottom).toBe(true);
});

/** A dispatch that is read for a while. */
const long = (headline: string, version: number, status: 'usable' | 'canceled' = 'usable') =>
  item({
    id: headline,
    version,
    status,
    headline,
    at: `2025-11-10T1${version}:15:00Z`,
    note: 'Die Zahlen waren falsch.',
    html: Array.from(
      { length: 60 },
      (_, n) => `<p>Absatz ${n + 1}. ${`${headline}: der Rat hat beraten. `.repeat(7)}</p>`,
    ).join(''),
  });

test('at the top, the newest version is shown from its top, banners included', async ({ reader }) => {
  const { page, wires } = reader;
  await drop(wires, 'a.json', long('Haushalt', 1));
  await openArticle(page, 'Haushalt');
  await expect(row(page, 'Haushalt').getByRole('img', { name: 'Unread' })).toHaveCount(0);
  await drop(wires, 'b.json', long('Haushalt', 2).replace('Absatz 2.', 'Absatz zwei.'));
  await page.getByRole('button', { name: 'Show newest version' }).click();
  await expect(article(page).getByText('zwei')).toBeVisible();
  await expect(headline(page)).toBeInViewport({ ratio: 1 });
  await expect(article(page).getByRole('button', { name: 'Hide changes' })).toBeInViewport({ ratio: 1 });
});

test('a tag or a note that is added by key leads back to the line that is read', async ({ reader }) => {
  const { page, wires } = reader;
  await drop(wires, 'a.json', long('Haushalt', 1));
  await openArticle(page, 'Haushalt');
  const text = article(page).getByText('Absatz 31.');
  await scrollTo(text, 'center');
  const before = await edges(text);
  for (const [key, words, field] of [
    ['t', 'Rat', article(page).getByRole('combobox', { name: 'Add tag' })],
    ['e', 'Rückruf um vier', article(page).getByRole('textbox', { name: 'Note' })],
  ] as const) {
    await page.keyboard.press(key);
    await expect(field).toBeFocused();
    await expect(field).toBeInViewport();
    await page.keyboard.type(words);
    await page.keyboard.press('Escape');
    await expect(article(page)).toBeFocused();
    expect((await edges(text)).top).toBeCloseTo(before.top, 0);
  }
});

for (const width of [1440, 760, 400]) {
  test(`a newer version is announced above the line that is read, and does not move it, ${width} wide`, async ({
    reader,
  }) => {
    const { page, wires } = reader;
    const newest = page.getByRole('button', { name: 'Show newest version' });
    await setWidth(page, width, 800);
    await drop(wires, 'a.json', long('Haushalt', 1));
    await openArticle(page, 'Haushalt');
    const head = await edges(headline(page));
    await drop(wires, 'b.json', long('Haushalt', 2));
    await expect(newest).toBeInViewport();
    expect((await edges(headline(page))).top).toBeCloseTo(head.top, 0);

    await page.getByRole('button', { name: 'Back to the list' }).or(row(page, 'Haushalt')).first().click();
    await drop(wires, 'c.json', long('Moorbahn', 1));
    await openArticle(page, 'Moorbahn');
    const text = article(page).getByText('Absatz 31.');
    await scrollTo(text, 'center');
    const before = await edges(text);
    await drop(wires, 'd.json', long('Moorbahn', 2));
    await expect(newest).toBeInViewport();
    expect((await edges(text)).top).toBeCloseTo(before.top, 0);
    expect((await edges(newest)).bottom).toBeLessThanOrEqual((await edges(article(page))).top);
    await drop(wires, 'e.json', long('Moorbahn', 3, 'canceled'));
    await expect(article(page).getByRole('note')).toBeInViewport({ ratio: 1 });
  });
}

test('larger text keeps the paragraph at the top where it is', async ({ reader }) => {
  const { page, wires } = reader;
  await drop(wires, 'a.json', long('Haushalt', 1));
  await openArticle(page, 'Haushalt');
  const text = article(page).getByText('Absatz 31.');
  await scrollTo(text);
  const before = await edges(text);
  for (const [key, sizes] of [
    ['Control+=', [19, 20, 21, 22]],
    ['Control+-', [21, 20, 19, 18, 17, 16]],
  ] as const) {
    for (const size of sizes) {
      await page.keyboard.press(key);
      await expect(page.getByRole('article')).toHaveCSS('font-size', `${size}px`);
    }
    // Browsers scroll by whole pixels.
    await expect.poll(async () => Math.abs((await edges(text)).top - before.top)).toBeLessThan(4);
  }
});

test('the paragraph at the top stays there in a window, a pane and a layout of another width', async ({ reader }) => {
  const { page, wires } = reader;
  await drop(wires, 'a.json', long('Haushalt', 1));
  await drop(wires, 'b.json', long('Moorbahn', 1));
  const text = article(page).getByText('Absatz 31.');
  const below = async () => (await edges(text)).top - (await edges(article(page))).top;
  /** Browsers scroll by whole pixels. */
  const isAtTop = () => expect.poll(async () => Math.abs(await below())).toBeLessThan(3);
  await setWidth(page, 1440, 800);
  await openArticle(page, 'Haushalt');
  await scrollTo(text);
  for (const width of [1000, 1440, 1100, 700, 420, 1300]) {
    await setWidth(page, width, 800);
    await isAtTop();
  }
  const border = page.getByRole('separator', { name: 'Width of the dispatch list' });
  await border.focus();
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowLeft']) {
    await border.press(key);
    await isAtTop();
  }
  await openArticle(page, 'Moorbahn');
  await setWidth(page, 1000, 800);
  await openArticle(page, 'Haushalt');
  await isAtTop();
});

test('the placeholder of the note is not cut off in a narrow window', async ({ reader }) => {
  const { page, wires } = reader;
  await drop(wires, 'a.txt', story({ headline: 'Hafen sperrt alte Mole' }));
  await openArticle(page, 'Hafen sperrt alte Mole');
  const note = article(page).getByRole('textbox', { name: 'Note' });
  const { height: one = 0 } = (await note.boundingBox()) ?? {};
  await setWidth(page, 320, 800);
  await expect.poll(async () => (await note.boundingBox())?.height).toBeGreaterThan(one * 1.4);
});

test('addresses and file names without a space stay within a narrow article', async ({ reader }) => {
  const { page, wires } = reader;
  const endless = 'urn:newsml:nord.example:20251110:240923-930-240378-die-lange-kennung-einer-meldung-ohne-eine-luecke';
  await setWidth(page, 400, 800);
  const note = `Siehe ${endless}`;
  await drop(wires, `${endless.replaceAll(':', '-')}.json`, item({ id: 'a', headline: 'Haushalt', note }));
  await openArticle(page, 'Haushalt');
  for (const part of await article(page).locator('summary').all()) await part.click();
  await expect(article(page).getByText(note)).toBeVisible();
  const sideways = await article(page).evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
  expect(sideways).toBe(0);
});

test('hits are not highlighted on paper', async ({ reader }) => {
  const { page, wires } = reader;
  await drop(wires, 'a.txt', story({ headline: 'Hafen sperrt alte Mole' }));
  await search(page).fill('mole');
  await openArticle(page, 'Hafen sperrt alte Mole');
  const hit = headline(page).getByText('Mole', { exact: true });
  await expect(hit).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
  await page.emulateMedia({ media: 'print' });
  await expect(hit).toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
});

test('cells of a wide table stay on one line unless they are long', async ({ reader }) => {
  const { page, wires } = reader;
  const cells = Array.from({ length: 14 }, (_, n) => `<td>Wert ${n}</td>`).join('');
  const html = `<table><tr><td>Verein aus Birkau</td>${cells}</tr><tr><td>${'Ein langer Satz. '.repeat(8)}</td>${cells}</tr></table>`;
  await drop(wires, 'a.json', item({ id: 't', headline: 'Tabelle', html }));
  await openArticle(page, 'Tabelle');
  const height = async (name: string) => (await article(page).getByRole('cell', { name }).boundingBox())?.height ?? 0;
  expect(await height('Verein aus Birkau')).toBeLessThan(40);
  expect(await height('Ein langer Satz.')).toBeLessThan(120);
});

test('printing leaves the window as it was: no other panes, and a half typed tag', async ({ reader, host }) => {
  test.skip(host === 'electron', 'a dialog of the system asks there');
  const { page, wires } = reader;
  await drop(wires, 'a.json', item({ id: 'a', headline: 'Brücke wieder frei' }));
  await openArticle(page, 'Brücke wieder frei');
  await page.keyboard.press('t');
  await page.keyboard.type('Haf');
  await page.evaluate(() =>
    window.addEventListener('afterprint', () => document.body.setAttribute('data-printed', '')),
  );
  // The paper is so narrow that a window of its width shows one pane.
  await page.pdf();
  await expect(page.locator('[data-printed]')).toBeAttached();
  await page.keyboard.type('en');
  await expect(article(page).getByRole('combobox', { name: 'Add tag' })).toHaveValue('Hafen');
});
