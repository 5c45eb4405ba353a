import { expect, test } from './fixtures.ts';
import { article, headline, openArticle, row } from './pane.ts';
import { drop, item } from './wires.ts';

const WERFT = 'Werft meldet Insolvenz an';
const NOTICE = 'Achtung Redaktionen: Meldung zurückgezogen';

test('a kill that only quotes a headline is told whoever copied the dispatch, and can be declared to mean another', async ({
  reader,
}) => {
  const { page, wires } = reader;
  const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
  const html = '<p>Die Werft ist zahlungsunfähig.</p>';
  await drop(wires, 'a.json', item({ id: 'werft', headline: WERFT, at: minutesAgo(90), html }));
  await drop(wires, 'c.json', item({ id: 'rat', headline: 'Rat tagt' }));
  await openArticle(page, WERFT);
  await page.keyboard.press('s');
  await openArticle(page, 'Rat tagt');
  const text = `<p>Die Meldung „${WERFT}“ wird zurückgezogen und darf nicht verwendet werden.</p>`;
  await drop(wires, 'b.json', item({ id: 'widerruf', headline: NOTICE, at: minutesAgo(3), html: text }));
  const strip = page.getByRole('alert', { name: 'Alarm' });
  await expect(strip).toContainText(`${WERFT}`);
  await expect(strip).toContainText(/You bookmarked this at \d\d:\d\d\./);
  await page.keyboard.press('g');
  await expect(row(page, WERFT)).toContainText('Probably killed');

  await article(page).getByRole('button', { name: 'Show the notice' }).click();
  await expect(headline(page)).toHaveText(NOTICE);
  await article(page).getByRole('button', { name: 'Show that dispatch' }).click();
  await expect(article(page)).not.toContainText('zahlungsunfähig');
  await article(page).getByRole('button', { name: 'Not killed' }).click();
  await expect(article(page)).toContainText('zahlungsunfähig');
  await expect(article(page)).toContainText('Cleared by hand');
  await expect(row(page, WERFT)).not.toContainText('Probably killed');

  await reader.restart();
  await openArticle(reader.page, WERFT);
  await expect(article(reader.page)).toContainText('zahlungsunfähig');
  await article(reader.page).getByRole('button', { name: 'No longer cleared' }).click();
  await expect(row(reader.page, WERFT)).toContainText('Probably killed');
  await reader.page.keyboard.press('Control+z');
  await expect(row(reader.page, WERFT)).not.toContainText('Probably killed');
});
