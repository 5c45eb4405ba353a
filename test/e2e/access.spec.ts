import { violations } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { article, entry, headline, list, row, rows } from './pane.ts';
import { drop, item, story } from './wires.ts';

test('everything is done with the keyboard alone', async ({ reader }) => {
  const { page, wires } = reader;
  for (const [i, name] of ['Erste', 'Zweite', 'Dritte'].entries()) {
    await drop(wires, `${i}.txt`, story({ headline: `${name} Meldung`, time: `10.11.2025 - 09:3${9 - i}:00` }));
  }
  await expect(rows(page)).toHaveCount(3);
  await page.keyboard.press('j');
  await expect(headline(page)).toHaveText('Erste Meldung');
  await page.keyboard.press('j');
  await expect(headline(page)).toHaveText('Zweite Meldung');
  await page.keyboard.press('k');
  await expect(headline(page)).toHaveText('Erste Meldung');
  await expect(row(page, 'Erste').getByRole('img', { name: 'Unread' })).toHaveCount(0);
  await page.keyboard.press('m');
  await expect(row(page, 'Erste').getByRole('img', { name: 'Unread' })).toBeVisible();
  await page.keyboard.press('Control+d');
  await expect(row(page, 'Erste').getByRole('img', { name: 'Bookmarked' })).toBeVisible();
  // The article is short: its next page is the next unread dispatch. The second one was only passed by.
  await page.keyboard.press('Space');
  await expect(headline(page)).toHaveText('Zweite Meldung');
  await expect(row(page, 'Zweite').getByRole('img', { name: 'Unread' })).toHaveCount(0);
  await page.keyboard.press('Space');
  await expect(headline(page)).toHaveText('Dritte Meldung');
  await page.keyboard.press('Shift+A');
  await expect(entry(page, /^Unread/)).toHaveText('Unread');
  await page.keyboard.press('Control+z');
  await expect(row(page, 'Erste').getByRole('img', { name: 'Unread' })).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no accessibility violations, ${colorScheme}`, async ({ reader }) => {
    const { page, wires } = reader;
    await page.emulateMedia({ colorScheme });
    await drop(wires, 'a.txt', story({ headline: 'Stadtrat beschließt Radweg' }));
    await drop(wires, 'b.txt', story({ headline: 'EIL: Hafen sperrt alte Mole', time: '10.11.2025 - 09:20:00' }));
    await row(page, 'Radweg').click();
    await expect(headline(page)).toHaveText('Stadtrat beschließt Radweg');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no accessibility violations in what is rarely seen, ${colorScheme}`, async ({ reader }) => {
    const { page, wires } = reader;
    await page.emulateMedia({ colorScheme });
    const table = '<table><tr><th>Ort</th><th>Euro</th></tr><tr><td>Birkau</td><td>41,0</td></tr></table>';
    const note = 'Zahlen folgen um 17 Uhr.';
    await drop(
      wires,
      'a.json',
      item({ id: 'b', headline: 'Moorbahn kommt', html: `<p>Ein Drittel.</p>${table}`, note }),
    );
    await drop(wires, 'c.json', item({ id: 'k', headline: 'Fähre gesunken', status: 'canceled', note: 'Falsch.' }));
    await row(page, 'Moorbahn').click();
    await expect(headline(page)).toHaveText('Moorbahn kommt');
    await expect(article(page).getByText(note)).toBeVisible();
    expect(await violations(page)).toEqual([]);
    const update = { id: 'b', version: 2, headline: 'Moorbahn kommt bald', at: '2025-11-10T11:15:00Z' };
    await drop(wires, 'b.json', item({ ...update, html: `<p>Die Hälfte.</p>${table}`, note }));
    await page.getByRole('button', { name: 'Show newest version' }).click();
    await expect(page.locator('ins').first()).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await row(page, 'Fähre').click();
    await expect(page.getByRole('button', { name: 'Show anyway' })).toBeVisible();
    await page.getByRole('searchbox').fill('datum:gestan');
    await expect(page.getByRole('searchbox')).toHaveAccessibleDescription(/character 7/);
    await page.getByRole('button', { name: 'Search help' }).click();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog', { name: 'How to search' })).toHaveCount(0);
    await page.keyboard.press('Control+,');
    await page.getByRole('combobox', { name: 'Retention' }).selectOption('dispatches');
    await expect(page.getByRole('dialog')).toContainText('Nothing would be removed now.');
    expect(await violations(page)).toEqual([]);
  });
}

test('a dialog gives the focus back to where it was', async ({ reader }) => {
  const { page, wires } = reader;
  await drop(wires, 'a.txt', story({ headline: 'Stadtrat beschließt Radweg' }));
  await list(page).focus();
  for (const keys of ['?', 'Control+,', 'Control+k']) {
    await page.keyboard.press(keys);
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(list(page)).toBeFocused();
  }
});

test('Tab goes round in a dialog, both ways, and what is behind it is not there for a screen reader', async ({
  reader,
}) => {
  const { page, wires } = reader;
  await drop(wires, 'a.txt', story({ headline: 'Stadtrat beschließt Radweg' }));
  await expect(rows(page)).toHaveCount(1);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('About');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Depesche' });
  const close = dialog.getByRole('button', { name: 'Close' });
  const licences = dialog.getByRole('button', { name: 'Licences' });
  await expect(licences).toBeVisible();
  await expect(rows(page)).toHaveCount(0);
  for (const [key, control] of [
    ['Tab', close],
    ['Tab', licences],
    ['Tab', close],
    ['Shift+Tab', licences],
  ] as const) {
    await page.keyboard.press(key);
    await expect(control).toBeFocused();
  }
  await page.keyboard.press('Escape');
  await expect(list(page)).toBeFocused();
});

test('a button without a word is named with its shortcut under the pointer and on focus, and takes no key', async ({
  reader,
}) => {
  const { page, wires } = reader;
  await drop(wires, 'a.txt', story({ headline: 'Stadtrat beschließt Radweg' }));
  await row(page, 'Radweg').click();
  const bookmark = page.getByRole('button', { name: 'Add or remove bookmark' });
  const tip = page.getByRole('tooltip');
  await bookmark.hover();
  await expect(tip).toHaveText('Add or remove bookmarkS');
  await expect(bookmark).toHaveAttribute('aria-keyshortcuts', 'S');
  // Escape puts it away, and clears the search at the same time.
  await page.keyboard.press('/');
  await page.keyboard.type('radweg');
  await bookmark.hover();
  await expect(tip).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(tip).toHaveCount(0);
  await expect(page.getByRole('searchbox')).toHaveValue('');
  const order = page.getByRole('button', { name: /^Order/ });
  await order.focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(order).toBeFocused();
  await expect(tip).toHaveText(/^Order/);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect(tip).toHaveCount(0);
});

test('dark mode follows the system while the reader is open', async ({ reader, host }) => {
  test.skip(host === 'electron', 'the native theme decides there');
  const background = () => reader.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await reader.page.emulateMedia({ colorScheme: 'light' });
  const light = await background();
  await reader.page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(background).not.toBe(light);
});
