import { expect, test } from './fixtures.ts';
import { article, entry, headline, openArticle, rows, search } from './pane.ts';
import { drop, item } from './wires.ts';

test('a dispatch opens in a window of its own, and a saved search as a ticker', async ({ reader }) => {
  const { page } = reader;
  await drop(reader.wires, 'kran.json', item({ id: 'kran', headline: 'Kran wird saniert' }));
  await openArticle(page, 'Kran wird saniert');
  const opened = page.context().waitForEvent('page');
  await page.keyboard.press('w');
  const own = await opened;
  await expect(headline(own)).toHaveText('Kran wird saniert');
  await expect(own).toHaveTitle('Kran wird saniert – Depesche');
  await expect(own.getByRole('listbox')).toHaveCount(0);
  // What arrives for it is said there, too.
  await drop(reader.wires, 'kran2.json', item({ id: 'kran', version: 2, headline: 'Kran wird teurer' }));
  await own.getByRole('button', { name: 'Show newest version' }).click();
  await expect(headline(own)).toHaveText('Kran wird teurer');
  await own.close();

  await page.keyboard.press('/');
  await search(page).fill('kran');
  await page.getByRole('button', { name: 'Save search' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Kräne');
  await page.keyboard.press('Enter');
  await search(page).press('Escape');
  await entry(page, /^Kräne/).click();
  await expect(rows(page)).toHaveCount(1);
  const ticking = page.context().waitForEvent('page');
  const open = { name: 'Open the saved search as a ticker' };
  await page.getByRole('button', open).click();
  const ticker = await ticking;
  await expect(rows(ticker)).toHaveText([/Kran wird teurer/]);
  await expect(ticker).toHaveTitle('Kräne – Depesche');
  await expect(article(ticker)).toHaveCount(0);
  await expect(ticker.getByRole('button', open)).toHaveCount(0);
  await drop(reader.wires, 'neu.json', item({ id: 'neu', headline: 'Kran Nummer zwei', at: '2025-11-10T11:00:00Z' }));
  await expect(rows(ticker)).toHaveCount(2);
  await ticker.close();
});
