import { expect, test } from './fixtures.ts';
import { entry, list, openArticle, row, rows, search } from './pane.ts';
import { drop, item, story } from './wires.ts';

test('what is urgent, corrected or under embargo has a list, with the time left, and searches find it', async ({
  reader,
}) => {
  const { page, wires } = reader;
  const now = Date.now();
  const inMinutes = (minutes: number) => new Date(now + minutes * 60_000).toISOString();
  const at = new Date(now - 60_000).toISOString();
  await drop(wires, 'a.json', item({ id: 'eil', headline: 'Hafen geräumt', at, urgency: 2 }));
  await drop(wires, 'b.json', item({ id: 'tot', headline: 'Falsche Zahl', at, status: 'canceled', note: 'Falsch.' }));
  await drop(wires, 'c.json', item({ id: 'abend', headline: 'Rede am Abend', at, embargo: inMinutes(300) }));
  await drop(wires, 'd.json', item({ id: 'mittag', headline: 'Studie am Mittag', at, embargo: inMinutes(90) }));
  await expect(rows(page)).toHaveCount(4);
  await entry(page, /^Flash & urgent/).click();
  await expect(rows(page)).toHaveText([/Hafen geräumt/]);
  await entry(page, /^Corrections & kills/).click();
  await expect(rows(page)).toHaveText([/Falsche Zahl/]);
  await entry(page, /^Embargoes/).click();
  await expect(rows(page)).toHaveText([/Studie am Mittag/, /Rede am Abend/]);
  await expect(row(page, 'Studie am Mittag')).toContainText(/Embargo \d\d:\d\d, 1 h (29|30) min left/);
  await entry(page, /^All/).click();
  await search(page).fill('ist:gesperrt rede');
  await expect(rows(page)).toHaveText([/Rede am Abend/]);
});

test('a long section shows what is used most; lists are found, pinned, renamed and hidden', async ({ reader }) => {
  const { page, wires } = reader;
  const names = ['Achse', 'Brücke', 'Chor', 'Deich', 'Eis', 'Fähre', 'Gleis', 'Halle', 'Insel', 'Jolle'];
  for (const [i, category] of [...names, ...names.slice(0, 8)].entries())
    await drop(wires, `${i}.txt`, story({ headline: `${category} wird Thema ${i}`, category }));
  await expect(list(page)).toBeVisible();
  await expect(entry(page, /^Achse/)).toContainText('2');
  await expect(entry(page, /^Insel/)).toHaveCount(0);
  const categories = page.getByRole('region', { name: 'Categories' });
  await categories.getByRole('button', { name: '2 more…' }).click();
  await page.keyboard.press('Escape');
  await expect(categories.getByRole('button', { name: '2 more…' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.type('joll');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: 'Jolle' })).toBeVisible();
  await categories.getByRole('button', { name: 'Show fewer' }).click();
  await expect(entry(page, /^Jolle/)).toBeVisible();

  const menu = (name: string) => page.getByLabel(`Actions for ${name}`).last();
  await entry(page, /^Jolle/).hover();
  await menu('Jolle').click();
  await page.getByRole('menuitem', { name: 'Pin', exact: true }).click();
  await entry(page, /^All/).click();
  await expect(entry(page, /^Jolle/)).toHaveCount(1);
  await page.keyboard.press('Control+5');
  await expect(page.getByRole('heading', { level: 2, name: 'Jolle' })).toBeVisible();

  await page.keyboard.press('Control+p');
  await page.keyboard.type('deich');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: 'Deich' })).toBeVisible();
  await expect(rows(page)).toHaveCount(2);
  await entry(page, /^Deich/).hover();
  await menu('Deich').click();
  await page.getByRole('menuitem', { name: 'Rename…' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Küstenschutz');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: 'Küstenschutz' })).toBeVisible();
  await entry(page, /^Chor/).hover();
  await menu('Chor').click();
  await page.getByRole('menuitem', { name: 'Hide', exact: true }).click();
  await expect(entry(page, /^Chor/)).toHaveCount(0);
});

test('a saved search is changed where it is shown; one Escape leaves the field, and searches come back', async ({
  reader,
}) => {
  const { page, wires } = reader;
  await drop(wires, 'a.txt', story({ headline: 'Kran steht still' }));
  await drop(wires, 'b.txt', story({ headline: 'Deich hält', time: '10.11.2025 - 09:20:00' }));
  await expect(rows(page)).toHaveCount(2);
  await search(page).fill('kran');
  await page.getByRole('button', { name: 'Save search' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Häfen');
  await page.keyboard.press('Enter');
  await expect(entry(page, /^Häfen/)).toBeVisible();
  await search(page).press('Escape');
  await expect(list(page)).toBeFocused();
  await expect(search(page)).toHaveValue('');

  await entry(page, /^Häfen/).click();
  await expect(rows(page)).toHaveText([/Kran/]);
  const query = page.getByRole('textbox', { name: 'Saved search' });
  await expect(query).toHaveValue('kran');
  await query.fill('deich (');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(query).toHaveAccessibleDescription(/Search error/);
  await query.fill('deich');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(rows(page)).toHaveText([/Deich/]);

  await entry(page, /^All/).click();
  await search(page).press('Alt+ArrowDown');
  await page.getByRole('menu', { name: 'Recent searches' }).getByRole('menuitem', { name: 'kran' }).press('Enter');
  await expect(search(page)).toHaveValue('kran');
  await expect(rows(page)).toHaveText([/Kran/]);
});

test('a tag is merged into another one, and undo takes that back; lists are ordered by what is unread', async ({
  reader,
}) => {
  const { page, wires } = reader;
  await drop(wires, 'a.txt', story({ headline: 'Kran steht still', category: 'Achse' }));
  await drop(wires, 'b.txt', story({ headline: 'Deich hält', category: 'Brücke', time: '10.11.2025 - 09:20:00' }));
  await drop(wires, 'c.txt', story({ headline: 'Fähre fährt', category: 'Brücke', time: '10.11.2025 - 09:10:00' }));
  await expect(rows(page)).toHaveCount(3);
  for (const [headline, tag] of [
    ['Kran steht still', 'Küste'],
    ['Deich hält', 'Meer'],
  ] as const) {
    await openArticle(page, headline);
    await expect(row(page, headline).getByRole('img', { name: 'Unread' })).toHaveCount(0);
    await page.keyboard.press('t');
    await page.keyboard.type(tag);
    await page.keyboard.press('Enter');
    await expect(entry(page, new RegExp(`^${tag}`))).toBeVisible();
    await page.keyboard.press('Escape');
  }
  await entry(page, /^Küste/).hover();
  await page.getByLabel('Actions for Küste').click();
  await page.getByRole('menuitem', { name: 'Merge…' }).click();
  await expect(page.getByRole('combobox', { name: 'Tag to use instead' })).toBeFocused();
  await page.keyboard.type('me');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Tag “Küste” merged into “Meer”')).toBeVisible();
  await expect(entry(page, /^Küste/)).toHaveCount(0);
  await entry(page, /^Meer/).click();
  await expect(rows(page)).toHaveCount(2);
  await page.keyboard.press('Control+z');
  await expect(entry(page, /^Küste/)).toBeVisible();

  const categories = page.getByRole('region', { name: 'Categories' }).locator('.entry-name');
  await expect(categories).toHaveText(['Achse', 'Brücke']);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('by unread');
  await page.keyboard.press('Enter');
  await expect(categories).toHaveText(['Brücke', 'Achse']);
});

test('categories stand under their topics, others apart; the latest list comes first; the current one is in view', async ({
  reader,
}) => {
  const { page, wires } = reader;
  const topic = (id: string, subject: readonly object[], minute: number) =>
    drop(
      wires,
      `${id}.json`,
      JSON.stringify({
        ...JSON.parse(item({ id, headline: `Meldung ${id}`, at: `2025-11-10T10:${minute}:00Z` })),
        subject,
      }),
    );
  await topic('a', [{ name: 'Handball', code: 'h' }, { code: 'medtop:15000000' }], 10);
  await topic('b', [{ name: 'Zucht', code: 'z' }, { code: 'medtop:15000000' }], 20);
  await topic('c', [{ name: 'Vermischtes', code: 'v' }], 30);
  await expect(rows(page)).toHaveCount(3);
  await expect(entry(page, /^Handball/)).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Other categories' }).locator('.entry-name')).toHaveText([
    'Vermischtes',
  ]);
  await page.getByRole('button', { name: 'Categories of Sport', exact: true }).click();
  const under = page.getByRole('list', { name: 'Categories of Sport' }).locator('.entry-name');
  await expect(under.first()).toHaveText('Handball');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('by the latest');
  await page.keyboard.press('Enter');
  await expect(under.filter({ hasText: /Handball|Zucht/ })).toHaveText(['Zucht', 'Handball']);
  // Folded again, the current list stays, and wherever one has scrolled to, it comes into view.
  await entry(page, /^Handball/).click();
  await expect(rows(page)).toHaveText([/Meldung a/]);
  await page.getByRole('button', { name: 'Categories of Sport', exact: true }).click();
  await expect(entry(page, /^Handball/)).toBeVisible();
  await expect(entry(page, /^Zucht/)).toHaveCount(0);
  await reader.restart();
  await expect(entry(reader.page, /^Handball/)).toHaveAttribute('aria-current', 'page');
  await reader.page.setViewportSize({ width: 1280, height: 360 });
  await entry(reader.page, /^Embargoes/).click();
  await reader.page.keyboard.press('Control+p');
  await reader.page.keyboard.type('zucht');
  await reader.page.keyboard.press('Enter');
  await expect(entry(reader.page, /^Zucht/)).toBeInViewport({ ratio: 1 });
});
