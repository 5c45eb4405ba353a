import { expect, test } from './fixtures.ts';
import { headline, list, openArticle, row } from './pane.ts';
import { drop, story } from './wires.ts';

const HAFEN = 'Hafen sperrt alte Mole';

test('settings are found by their words, say what was changed, and go back to their defaults', async ({ reader }) => {
  const { page } = reader;
  await expect(page.getByRole('navigation', { name: 'Lists' })).toBeVisible();
  await page.keyboard.press('Control+,');
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  const search = dialog.getByRole('searchbox', { name: 'Search settings' });
  await expect(search).toBeFocused();
  await page.keyboard.type('colour');
  await expect(dialog.getByRole('combobox', { name: 'Language' })).toHaveCount(0);
  await search.fill('nothing like this');
  await expect(dialog.getByText('No setting matches.')).toBeVisible();
  await search.fill('every day');
  await dialog.getByRole('checkbox', { name: 'Back up every day' }).check();
  await search.fill('');
  await dialog.getByRole('checkbox', { name: 'Only what I have changed' }).check();
  await expect(dialog.getByRole('combobox', { name: 'Language' })).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Reset to default: Back up every day' }).click();
  await expect(dialog.getByText('No setting matches.')).toBeVisible();
});

test('a shortcut can be changed, warns of a conflict, and is the same everywhere', async ({ reader }) => {
  const { page, wires } = reader;
  await drop(wires, 'a.txt', story({ headline: HAFEN }));
  await openArticle(page, HAFEN);
  await expect(headline(page)).toHaveText(HAFEN);
  await page.keyboard.press('Control+,');
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  const change = dialog.getByRole('button', { name: 'Change the shortcut: Add or remove bookmark', exact: true });
  await change.click();
  await expect(
    dialog.getByRole('textbox', { name: 'New shortcut: Add or remove bookmark', exact: true }),
  ).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(change).toBeVisible();
  await change.click();
  await page.keyboard.press('m');
  await expect(dialog.getByRole('alert')).toContainText('Already used for');
  await dialog.getByRole('button', { name: 'Use it here' }).click();
  await expect(
    dialog
      .getByRole('listitem')
      .filter({ has: page.getByRole('button', { name: 'Change the shortcut: Add or remove bookmark' }) })
      .getByText('M', { exact: true }),
  ).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await list(page).focus();
  await page.keyboard.press('m');
  await expect(row(page, HAFEN).getByRole('img', { name: 'Bookmarked' })).toBeVisible();
  await reader.restart();
  await openArticle(reader.page, HAFEN);
  await reader.page.keyboard.press('Control+k');
  await reader.page.getByRole('combobox', { name: 'Find a command' }).fill('bookmark');
  await expect(reader.page.getByRole('option').filter({ hasText: /^Add or remove bookmark.*M$/ })).toBeVisible();
});

test('all settings and keys are reset at once, and that is undone', async ({ reader }) => {
  const { page } = reader;
  await page.getByRole('button', { name: 'Settings' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: 'Reset all settings and shortcuts' })).toBeDisabled();
  await dialog.getByRole('combobox', { name: 'Theme' }).selectOption('dark');
  await dialog.getByRole('button', { name: 'Reset all settings and shortcuts' }).click();
  await expect(dialog.getByRole('combobox', { name: 'Theme' })).toHaveValue('system');
  await dialog.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(dialog.getByRole('combobox', { name: 'Theme' })).toHaveValue('dark');
});

test('in a narrow window no setting is cut, and a checkbox stays beside its words', async ({ reader }) => {
  const { page } = reader;
  await page.setViewportSize({ width: 420, height: 860 });
  await page.keyboard.press('Control+,');
  await page.getByRole('dialog').getByRole('combobox', { name: 'Language' }).selectOption('de');
  const dialog = page.getByRole('dialog', { name: 'Einstellungen' });
  const checkbox = dialog.getByRole('checkbox', { name: 'Zugeklappte Meldungen mit ihrer Zeile' });
  const words = dialog.getByText('Zugeklappte Meldungen mit ihrer Zeile');
  await expect(words).toBeVisible();
  const [box, text] = await Promise.all([checkbox.boundingBox(), words.boundingBox()]);
  expect(text && text.x + text.width).toBeLessThan(box?.x ?? 0);
  expect(text?.height).toBeGreaterThan(box?.height ?? 0);
  expect(await dialog.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
});
