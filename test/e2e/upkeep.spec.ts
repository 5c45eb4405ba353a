import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';
import { openArticle, row, rows } from './pane.ts';
import { drop, item, story } from './wires.ts';

const HAFEN = 'Hafen sperrt alte Mole';

test('the health page shows what came when and what could not be read, and what needs nothing is quiet', async ({
  reader,
}) => {
  const { page, wires } = reader;
  await drop(wires, 'messe.json', item({ id: 'messe', headline: 'Messe eröffnet', at: new Date().toISOString() }));
  await expect(rows(page)).toHaveCount(1);
  await writeFile(join(wires, 'foto.txt'), Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
  await expect(page.getByRole('button', { name: /^Problems/ })).toHaveClass(/problems-harmless/);
  await page.keyboard.press('Control+K');
  await page.keyboard.type('health');
  await page.keyboard.press('Enter');
  const health = page.getByRole('dialog', { name: 'Health' });
  const chart = health.getByRole('table', { name: 'Dispatches a day and source' });
  await expect(chart.getByRole('row').nth(1).getByRole('cell').last()).toHaveText('1');
  await expect(health).toContainText('1 in the last hour, 1 today');
  await expect(health.getByText('foto.txt')).toBeHidden();
  await health.getByText('Nothing to do').click();
  await health.getByRole('button', { name: 'Try again: foto.txt' }).click();
  await health.getByRole('button', { name: 'Check' }).click();
  await expect(health.getByText('The index is sound.')).toBeVisible();
});

test('the index is rebuilt from the library, and diagnostics are copied without a word of a dispatch', async ({
  host,
  reader,
}) => {
  test.skip(host === 'electron', 'the clipboard of the system');
  const { page, wires } = reader;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await drop(wires, 'a.txt', story({ headline: HAFEN }));
  await expect(rows(page)).toHaveCount(1);
  await page.keyboard.press('Control+K');
  await page.keyboard.type('health');
  await page.keyboard.press('Enter');
  const health = page.getByRole('dialog', { name: 'Health' });
  await health.getByRole('button', { name: 'Rebuild index' }).click();
  await expect(health.getByText('The index is being rebuilt; lists fill as it goes.')).toBeVisible();
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  // The index is empty for a moment.
  await expect(async () => {
    await health.getByRole('button', { name: 'Copy diagnostics' }).click();
    await expect(health.getByText(/They contain no text of any dispatch/)).toBeVisible();
    expect(JSON.parse(await copied())).toMatchObject({ counts: { dispatches: 1 } });
  }).toPass();
  expect(await copied()).not.toContain(HAFEN);
  await page.keyboard.press('Escape');
  await openArticle(page, HAFEN);
});

test('a backup brings back what was lost, by adding and by replacing, and keeps what was there', async ({
  host,
  reader,
}) => {
  const { page, wires } = reader;
  await drop(wires, 'a.txt', story({ headline: HAFEN }));
  await openArticle(page, HAFEN);
  await page.keyboard.press('s');
  const star = (shown: typeof page) => row(shown, HAFEN).getByRole('img', { name: 'Bookmarked' });
  await expect(star(page)).toBeVisible();

  const health = (shown: typeof page) => shown.getByRole('dialog', { name: 'Health' });
  const openHealth = async (shown: typeof page) => {
    await expect(rows(shown).first()).toBeVisible();
    await shown.keyboard.press('Control+K');
    await shown.keyboard.type('restore a backup');
    await shown.keyboard.press('Enter');
    await expect(health(shown)).toBeVisible();
  };
  await openHealth(page);
  await health(page).getByRole('button', { name: 'Back up now' }).click();
  await expect(health(page).getByRole('button', { name: /^Replace the library with/ })).toHaveCount(1);
  await health(page)
    .getByRole('button', { name: /^Add what is in/ })
    .click();
  await expect(health(page).getByText(/^0 dispatches added/)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('s');
  await expect(star(page)).toBeHidden();

  await openHealth(page);
  await health(page)
    .getByRole('button', { name: /^Replace the library with/ })
    .click();
  await health(page).getByRole('button', { name: 'Keep the library as it is' }).click();
  await expect(health(page).getByText(/^At the next start/)).toBeHidden();
  await health(page)
    .getByRole('button', { name: /^Replace the library with/ })
    .click();
  await expect(health(page).getByText(/^At the next start/)).toBeVisible();
  // In Electron the new window is another process.
  if (host === 'electron') await reader.restart();
  else await health(page).getByRole('button', { name: 'Restart now' }).click();
  await expect(reader.page.getByText(/What was there before is in/)).toBeVisible();
  await reader.page.keyboard.press('Escape');
  await expect(star(reader.page)).toBeVisible();
});
