import type { Locator } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { article, headline, openArticle } from './pane.ts';
import { drop, item } from './wires.ts';

/** Where the lines of a text begin, each once, from the left. */
const lineStarts = (text: Locator): Promise<number[]> =>
  text.evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return [...new Set([...range.getClientRects()].map(({ left }) => Math.round(left)))].sort((a, b) => a - b);
  });

test('names above the text that need more than one line are whole, on screen and on paper', async ({ reader }) => {
  const { page, wires } = reader;
  const author = 'Friederike von Hohenlohe-Schillingsfürst, Maximilian von Oppenheim und Karl-Theodor Wintersheim';
  const sent: unknown = JSON.parse(item({ id: 'b', headline: 'Brücke wieder frei' }));
  await drop(wires, 'a.json', JSON.stringify(Object.assign({}, sent, { byline: author })));
  await openArticle(page, 'Brücke wieder frei');
  await page.setViewportSize({ width: 400, height: 800 });
  for (const media of ['screen', 'print'] as const) {
    await page.emulateMedia({ media });
    const [edge = 0] = await lineStarts(headline(page));
    expect(await lineStarts(article(page).getByText(`By ${author}`))).toEqual([edge]);
  }
});
