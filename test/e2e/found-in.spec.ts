import { expect, test } from './fixtures.ts';
import { article, headline, openArticle, row, rows, search } from './pane.ts';
import { drop, item } from './wires.ts';

const text = (chief: string) => `<p>Die Werft plant einen Neubau.</p><p>Chef ist ${chief}.</p>`;

test('a search looks into earlier versions and notes, and says where it has found', async ({ reader }) => {
  const { page, wires } = reader;
  await drop(wires, '1.json', item({ id: 'werft', headline: 'Werft plant', html: text('Karl Thoms') }));
  await expect(row(page, 'Werft plant')).toBeVisible();
  await drop(wires, '2.json', item({ id: 'werft', version: 2, headline: 'Werft plant um', html: text('Ada Lund') }));
  await drop(wires, '3.json', item({ id: 'rat', headline: 'Rat tagt' }));
  await openArticle(page, 'Rat tagt');
  await page.keyboard.press('e');
  await page.keyboard.type('Pressestelle zurückrufen');
  await page.keyboard.press('Control+Enter');

  await search(page).fill('thoms');
  await expect(rows(page)).toHaveText([/In version 1.*Werft plant um/]);
  await openArticle(page, 'Werft plant um');
  await expect(article(page)).toContainText('Found in version 1; the newest one no longer has it.');
  await article(page).getByRole('button', { name: 'Show where' }).click();
  await expect(headline(page)).toHaveText('Werft plant');
  await expect(article(page).locator('mark')).toHaveText('Thoms');

  await search(page).fill('lund');
  await expect(rows(page)).toHaveText([/Werft plant um/]);
  await expect(rows(page)).not.toContainText('In version');

  await search(page).fill('pressestelle');
  await expect(rows(page)).toHaveText([/In your note.*Rat tagt/]);
  await openArticle(page, 'Rat tagt');
  await expect(article(page)).toContainText('The search has found this dispatch by your note.');
});

test('searches by number, language, place, version, topic, note and nearness find what they name', async ({
  reader,
}) => {
  const { page, wires } = reader;
  const story = (id: string, headline: string, html: string) => JSON.parse(item({ id, headline, html }));
  const first = {
    ...story('a', 'Etat steigt', '<p>Kiel (nn) - Der Etat der Stadt Kiel steigt.</p>'),
    slugline: 'bdt0109',
  };
  await drop(wires, 'a.json', JSON.stringify({ ...first, subject: [{ code: 'medtop:11000000', name: 'Politik' }] }));
  await drop(wires, 'b.json', JSON.stringify({ ...story('b', 'Budget rises', '<p>It rises.</p>'), language: 'en' }));
  await expect(rows(page)).toHaveCount(2);
  await drop(wires, 'c.json', item({ id: 'b', version: 2, headline: 'Budget rises again', html: '<p>It rises.</p>' }));
  await expect(row(page, 'Budget rises again')).toBeVisible();
  for (const [typed, found] of [
    ['bdt0109', 'Etat steigt'],
    ['sprache:de kiel', 'Etat steigt'],
    ['ort:kiel', 'Etat steigt'],
    ['fassung:>1', 'Budget rises again'],
    ['is:update', 'Budget rises again'],
    ['thema:politik', 'Etat steigt'],
    ['"steigt etat"~5', 'Etat steigt'],
  ] as const) {
    await search(page).fill(typed);
    await expect(rows(page), typed).toHaveText([new RegExp(found)]);
  }
  await search(page).fill('nummer:');
  await expect(search(page)).toHaveAccessibleDescription(/A value is missing after the colon\./);
});
