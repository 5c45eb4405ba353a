import { expect, test } from './fixtures.ts';
import { article, openArticle, row } from './pane.ts';
import { drop, story } from './wires.ts';

const KRAN = 'Stadtrat bewilligt den Kran';

test('the text is set as the settings say, in typefaces that come with the program', async ({ reader }) => {
  const { page } = reader;
  await drop(reader.wires, 'a.txt', story({ headline: KRAN }));
  await openArticle(page, KRAN);
  // Behind a dialog, too, where it can be seen and no screen reader finds it.
  const paragraph = page
    .getByRole('region', { name: 'Article', includeHidden: true })
    .getByText('Die Bürgermeisterin sprach');
  const loaded = (font: string) => page.evaluate((name) => document.fonts.check(`16px "${name}"`), font);
  await expect.poll(() => loaded('Source Serif 4')).toBe(true);
  await expect.poll(() => loaded('Public Sans')).toBe(true);
  await expect(paragraph).toHaveCSS('font-family', /^"Source Serif 4"/);

  await page.keyboard.press('Control+,');
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  const sample = dialog.getByRole('region', { name: 'Sample of text' }).getByText(/landmark of our town/);
  await dialog.getByRole('combobox', { name: 'Typeface of the text' }).selectOption('legible');
  await dialog.getByRole('slider', { name: 'Line height' }).fill('200');
  await dialog.getByRole('slider', { name: 'Text size' }).fill('20');
  await dialog.getByRole('checkbox', { name: 'Justified text' }).check();
  await dialog.getByRole('combobox', { name: 'Typeface of lists and buttons' }).selectOption('legible');
  for (const text of [sample, paragraph]) {
    await expect(text).toHaveCSS('font-family', /^"Atkinson Hyperlegible Next"/);
    await expect(text).toHaveCSS('line-height', '40px');
    await expect(text).toHaveCSS('text-align', 'justify');
  }
  await expect(page.locator('body')).toHaveCSS('font-family', /^"Atkinson Hyperlegible Next"/);

  await reader.restart();
  await openArticle(reader.page, KRAN);
  await expect(article(reader.page).getByText('Die Bürgermeisterin sprach')).toHaveCSS('line-height', '40px');
});

test('hyphenation can be chosen where the browser has patterns; elsewhere it says that there are none', async ({
  reader,
}) => {
  const { page } = reader;
  await page.keyboard.press('Control+,');
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  const hyphenate = dialog.getByRole('checkbox', { name: 'Hyphenate words' });
  // Only macOS gives Chromium its own.
  if (process.platform === 'darwin') {
    await hyphenate.uncheck();
    await expect(dialog.getByText(/landmark of our town/)).toHaveCSS('hyphens', 'manual');
  } else {
    await expect(hyphenate).toBeDisabled();
    await expect(dialog.getByRole('group', { description: /no hyphenation patterns for English/ })).toBeVisible();
  }
});

test('times are shown in the zone of the settings, and exactly where one points', async ({ reader }) => {
  const { page } = reader;
  await drop(reader.wires, 'a.txt', story({ headline: KRAN, time: '10.11.2025 - 02:30:00' }));
  await openArticle(page, KRAN);
  const time = article(page).getByRole('time').first();
  await expect(time).toHaveText('Mon, 10 November 2025 at 02:30 CET');
  const exact = article(page).getByRole('tooltip');
  await expect(exact).toBeHidden();
  await time.hover();
  await expect(exact).toContainText('Mon, 10 November 2025 at 01:30:00 Coordinated');
  await page.mouse.move(0, 0);
  await expect(exact).toBeHidden();
  await time.focus();
  await expect(exact).toContainText('10.11.2025 - 02:30:00');

  await page.keyboard.press('Control+,');
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await dialog.getByRole('combobox', { name: 'Show times in' }).selectOption('America/New_York');
  await page.keyboard.press('Escape');
  await expect(time).toHaveText('Sun, 9 November 2025 at 20:30 GMT-5');
  await expect(row(page, KRAN).getByRole('time')).toHaveAttribute('title', /9 November/);

  await page.emulateMedia({ media: 'print' });
  await expect(time).toBeVisible();
  await expect(exact).toBeHidden();
  await expect(article(page).getByText('a.txt').first()).toBeHidden();
});
