import { expect, test } from './fixtures.ts';
import { article, headline, row } from './pane.ts';
import { drop, item } from './wires.ts';

test('a killed dispatch hides its text behind the reason, also while it is being read', async ({ reader }) => {
  const { page, wires } = reader;
  const text = { html: '<p>Die Fähre ist in der Nacht gesunken.</p>' };
  await drop(wires, 'a.json', item({ id: 'f', headline: 'Fähre gesunken', ...text }));
  await row(page, 'Fähre gesunken').click();
  await expect(article(page)).toContainText('in der Nacht gesunken');
  // The article stands beside what is said of it.
  const said = page.locator('[aria-live=assertive]');
  const note = 'Die Fähre liegt unversehrt im Dock.';
  await drop(
    wires,
    'b.json',
    item({ id: 'f', version: 2, headline: 'Fähre gesunken', status: 'canceled', note, ...text }),
  );
  await expect(article(page).getByRole('note')).toContainText('The agency has killed this dispatch.');
  await expect(article(page).getByRole('note')).toContainText(note);
  await expect(said).toHaveText('The agency has killed this dispatch.');
  await expect(article(page)).not.toContainText('in der Nacht gesunken');
  await expect(row(page, 'Fähre gesunken')).not.toContainText('in der Nacht gesunken');
  await article(page).getByRole('button', { name: 'Show anyway' }).click();
  await expect(article(page)).toContainText('in der Nacht gesunken');
});

test('a notice that kills another dispatch can be read and hides that one', async ({ reader }) => {
  const { page, wires } = reader;
  const frame = (number: string, text: string) =>
    `\u0001eca${number} 2 i 40  mdp ${number}\r\n\r\nShipping/fire/\r\n\u0002${text}\r\n\u0003190815 GMT Nov 25\r\n\u0004`;
  await drop(wires, 'a.txt', frame('0149', 'Ferry burns off Lundsund =\r\n\r\n   A ferry caught fire on Tuesday.'));
  await row(page, 'Ferry burns').click();
  await expect(article(page)).toContainText('caught fire on Tuesday');
  await drop(
    wires,
    'b.txt',
    frame('0157', 'KILL KILL KILL\r\nFire off Lundsund =\r\n\r\n   Please kill item mdp 149. It was a museum ship.'),
  );
  await expect(article(page).getByRole('note')).toContainText('It was a museum ship.');
  await row(page, 'Fire off Lundsund').click();
  await expect(article(page).getByRole('note')).toContainText('This notice kills another dispatch.');
  await expect(article(page).getByRole('note')).toContainText('0149');
  await expect(article(page).getByText('It was a museum ship.')).toBeVisible();
});

test('an embargo is marked until it ends', async ({ reader }) => {
  const { page, wires } = reader;
  const end = new Date(Date.now() + 3_600_000).toISOString();
  await page.clock.install();
  await drop(wires, 'a.json', item({ id: 'e', headline: 'Jahresbericht', embargo: end }));
  await row(page, 'Jahresbericht').click();
  await expect(row(page, 'Jahresbericht')).toContainText('Embargo');
  await expect(article(page).getByText(/^Embargo until/)).toBeVisible();
  await page.clock.fastForward('01:00:00');
  await expect(article(page).getByText(/^The embargo ended/)).toBeVisible();
});

test('an update of what was read is unread again, with its changes marked and the old text at hand', async ({
  reader,
}) => {
  const { page, wires } = reader;
  const body = (share: string) => `<p>Das Land trägt ${share} der Kosten.</p><p>Der Bau beginnt im Mai.</p>`;
  await drop(wires, 'a.json', item({ id: 'b', headline: 'Moorbahn kommt', html: body('ein Drittel') }));
  await row(page, 'Moorbahn').click();
  await expect(row(page, 'Moorbahn').getByRole('img', { name: 'Unread' })).toHaveCount(0);
  const update = { id: 'b', version: 2, headline: 'Moorbahn kommt früher', at: '2025-11-10T11:15:00Z' };
  await drop(wires, 'b.json', item({ ...update, html: body('die Hälfte') }));
  await expect(row(page, 'Moorbahn').getByRole('img', { name: 'Unread' })).toBeVisible();
  await expect(article(page)).toContainText('ein Drittel');
  await page.getByRole('button', { name: 'Show newest version' }).click();
  await expect(headline(page)).toHaveText('Moorbahn kommt früher');
  await expect(article(page).getByText('You have read an earlier version of this dispatch.')).toBeVisible();
  await expect(article(page).locator('ins').filter({ hasText: 'Hälfte' })).toBeVisible();
  await expect(article(page).locator('del').filter({ hasText: 'Drittel' })).toBeVisible();
  await article(page).getByRole('region', { name: 'Versions' }).getByRole('button', { name: 'Moorbahn kommt' }).click();
  await expect(headline(page)).toHaveText('Moorbahn kommt');
  await expect(article(page)).toContainText('You are reading an earlier version');
});

test('tables, lists and links are shown as such, and notes to editors above the text', async ({ reader }) => {
  const { page, wires } = reader;
  const html =
    '<p>Mehr <a href="https://verband.example/bahn">beim Verband</a>.<script>alert(1)</script></p>' +
    '<table><tr><th>Ort</th><th>Euro</th></tr><tr><td>Birkau</td><td>41,0</td></tr></table>' +
    '<ul><li>Erstens</li><li>Zweitens</li></ul><blockquote>Ein guter Tag.</blockquote>';
  await drop(wires, 'a.json', item({ id: 't', headline: 'Was es kostet', html, note: 'Zahlen folgen um 17 Uhr.' }));
  await row(page, 'Was es kostet').click();
  await expect(article(page).getByRole('columnheader', { name: 'Euro' })).toBeVisible();
  await expect(article(page).getByRole('cell', { name: '41,0' })).toHaveCSS('text-align', /end|right/);
  await expect(article(page).getByRole('listitem').filter({ hasText: 'Zweitens' })).toBeVisible();
  await expect(article(page).locator('blockquote')).toHaveText('Ein guter Tag.');
  await expect(article(page).getByRole('link', { name: 'beim Verband' })).toBeVisible();
  await expect(article(page)).not.toContainText('alert');
  await expect(article(page).getByText('Zahlen folgen um 17 Uhr.')).toBeVisible();
});
