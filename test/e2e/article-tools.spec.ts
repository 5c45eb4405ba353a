import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';
import { article, headline, list, openArticle, rows, scrollTo, search } from './pane.ts';
import { drop, item, story } from './wires.ts';

const KRAN = 'Rat bewilligt den Kran';
const paragraphs = [
  'Der Kran am Hafen wird saniert. Die Bürgermeisterin sprach von einem guten Tag.',
  ...Array.from({ length: 40 }, (_, n) => `Absatz ${n + 1} über die Geschichte der Werft.`),
  'Der KRAN steht seit 1912 am Kai.',
];

test('words are found in the text with Ctrl+F, and counted', async ({ reader }) => {
  const { page } = reader;
  await drop(reader.wires, 'a.txt', story({ headline: KRAN, paragraphs }));
  await openArticle(page, KRAN);
  await page.keyboard.press('Control+f');
  await expect(search(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(list(page)).toBeFocused();

  await article(page).focus();
  await page.keyboard.press('Control+f');
  const field = page.getByRole('textbox', { name: 'Find in this dispatch' });
  await expect(field).toBeFocused();
  await page.keyboard.type('krän');
  const bar = page.getByRole('search', { name: 'Find in this dispatch' });
  await expect(bar.getByRole('status')).toHaveText('1 of 3');
  await page.keyboard.press('Shift+Enter');
  await expect(bar.getByRole('status')).toHaveText('3 of 3');
  await expect(article(page).getByText('seit 1912 am Kai')).toBeInViewport();
  await page.keyboard.press('F3');
  await expect(bar.getByRole('status')).toHaveText('1 of 3');
  await field.fill('Zeppelin');
  await expect(bar.getByRole('status')).toHaveText('Not found');
  await page.keyboard.press('Escape');
  await expect(bar).toBeHidden();
  await expect(article(page)).toBeFocused();
});

test('a passage is marked, listed, kept in a new version that has its words, and undone', async ({ reader }) => {
  const { page } = reader;
  const html = '<p>Der Kran wird saniert. Das kostet 3,4 Millionen.</p><p>Der Rat stimmte zu.</p>';
  await drop(reader.wires, '1.json', item({ id: 'kran', headline: KRAN, html }));
  await openArticle(page, KRAN);
  await page.keyboard.press('h');
  await expect(page.getByText('Select a passage of the text first.')).toBeVisible();
  await article(page).getByText('Der Rat stimmte zu.').selectText();
  await page.keyboard.press('h');
  const passages = page.getByRole('region', { name: 'Marked passages' });
  await expect(passages.getByRole('button', { name: 'Der Rat stimmte zu.', exact: true })).toBeVisible();
  expect(await page.evaluate(() => [...(CSS.highlights.get('passage') ?? [])].map(String))).toEqual([
    'Der Rat stimmte zu.',
  ]);

  const longer = `<p>Neu: Baubeginn im März.</p>${html}`;
  await drop(reader.wires, '2.json', item({ id: 'kran', version: 2, headline: `${KRAN} (neu)`, html: longer }));
  await page.getByRole('button', { name: 'Show newest version' }).click();
  await expect(headline(page)).toHaveText(`${KRAN} (neu)`);
  await expect(passages.getByRole('button', { name: 'Der Rat stimmte zu.', exact: true })).toBeVisible();

  await reader.restart();
  await openArticle(reader.page, `${KRAN} (neu)`);
  const kept = reader.page.getByRole('region', { name: 'Marked passages' });
  await kept.getByRole('button', { name: /^Remove the mark from/ }).click();
  await expect(kept).toBeHidden();
  await reader.page.keyboard.press('Control+z');
  await expect(kept).toContainText('Der Rat stimmte zu.');
});

test('a passage is found, extended and marked by key alone', async ({ reader }) => {
  const { page } = reader;
  const html = '<p>Der Kran wird saniert. Der Rat stimmte zu.</p>';
  await drop(reader.wires, '1.json', item({ id: 'kran', headline: KRAN, html }));
  await openArticle(page, KRAN);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+f');
  await page.keyboard.type('rat stimm');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+ArrowRight');
  await page.keyboard.press('h');
  const passages = page.getByRole('region', { name: 'Marked passages' });
  await expect(passages.getByRole('button', { name: /^Rat stimmte/ })).toBeVisible();
});

test('V and Shift+V go through the versions', async ({ reader }) => {
  const { page } = reader;
  for (const version of [1, 2, 3])
    await drop(reader.wires, `${version}.json`, item({ id: 'kran', version, headline: `${KRAN} ${version}` }));
  await expect(rows(page)).toHaveCount(1);
  await openArticle(page, `${KRAN} 3`);
  for (const version of [2, 1]) {
    await page.keyboard.press('v');
    await expect(headline(page)).toHaveText(`${KRAN} ${version}`);
  }
  await page.keyboard.press('Shift+V');
  await expect(headline(page)).toHaveText(`${KRAN} 2`);
});

test('restricted rights are in sight at any position, and said when the text is copied', async ({ reader }) => {
  const { page } = reader;
  const html = paragraphs.map((text) => `<p>${text}</p>`).join('');
  const story = JSON.parse(item({ id: 'kran', headline: KRAN, html, note: 'Zweite Meldung folgt.' }));
  story.usageterms = 'Nur für Abonnenten in Norddeutschland.';
  await drop(reader.wires, '1.json', JSON.stringify(story));
  await openArticle(page, KRAN);
  const rights = page.getByRole('region', { name: 'Rights and notices' });
  await expect(rights).toContainText('Zweite Meldung folgt.');
  await article(page).getByText('seit 1912').scrollIntoViewIfNeeded();
  await expect(page.getByRole('note')).toContainText('Nur für Abonnenten in Norddeutschland.');
  await page
    .getByRole('toolbar', { name: 'Article tools' })
    .getByRole('button', { name: /^Copy text/ })
    .click();
  await expect(page.getByText(/Restricted use: Nur für Abonnenten/)).toBeVisible();
  await page.keyboard.press('Control+e');
  const warning = page.getByRole('dialog', { name: 'Export' }).getByRole('region', { name: 'Restricted use' });
  await expect(warning).toContainText('The use of 1 dispatch is restricted');
  await expect(warning).toContainText('Nur für Abonnenten in Norddeutschland.');
});

test('who comes back to a dispatch reads on where they stopped', async ({ reader }) => {
  const { page } = reader;
  await drop(reader.wires, 'a.txt', story({ headline: KRAN, paragraphs }));
  await drop(reader.wires, 'b.txt', story({ headline: 'Rat tagt', time: '10.11.2025 - 09:20:00' }));
  await expect(rows(page)).toHaveCount(2);
  await openArticle(page, KRAN);
  await scrollTo(article(page).getByText('Absatz 20 über'));
  await openArticle(page, 'Rat tagt');
  await openArticle(page, KRAN);
  await expect(article(page).getByText('Absatz 20 über')).toBeInViewport();
  await expect(article(page).getByText('Absatz 1 über')).not.toBeInViewport();
});

test('the file of a dispatch stands beside its text, and is read in another encoding', async ({ reader }) => {
  const { page } = reader;
  await drop(reader.wires, 'a.txt', story({ headline: KRAN, paragraphs: ['Die Bürgerschaft stimmte zu.'] }));
  await openArticle(page, KRAN);
  await page.keyboard.press('Shift+O');
  const file = page.getByRole('region', { name: 'File of this dispatch' });
  await expect(file).toContainText('Die Bürgerschaft stimmte zu.');
  await file.getByRole('combobox', { name: 'Encoding' }).selectOption('windows-1252');
  await expect(file).toContainText('Die BÃ¼rgerschaft stimmte zu.');
  await expect(article(page)).toContainText('Die Bürgerschaft stimmte zu.');
  await rm(join(reader.wires, 'a.txt'));
  await page.keyboard.press('Shift+O');
  await expect(file).toBeHidden();
  await page.keyboard.press('Shift+O');
  await expect(file).toContainText('The file is gone.');
  await expect(file).toContainText('Die Bürgerschaft stimmte zu.');
});
