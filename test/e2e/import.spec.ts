import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';
import { entry, headline, rows, search } from './pane.ts';
import { drop, story } from './wires.ts';

const COUNT = 6_000;

test('an import shows how far it is, pauses, goes on, and leaves the selected row where it is', async ({ reader }) => {
  const { page, wires } = reader;
  await drop(wires, 'a.txt', story({ headline: 'Schon gelesen', time: '10.11.2025 - 12:00:00' }));
  await rows(page).first().click();
  await expect(headline(page)).toHaveText('Schon gelesen');
  const paragraphs = Array.from({ length: 12 }, (_, n) => `Absatz ${n} der Meldung, lang genug für eine Zeile.`);
  // They come all at once: the reader would keep up with a slow machine that writes them.
  const beside = `${wires}-beside`;
  await mkdir(beside);
  for (let n = 0; n < COUNT; n++) {
    const time = `09.11.2025 - ${String(n % 24).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}:00`;
    await writeFile(join(beside, `${n}.txt`), story({ headline: `Eingang Nummer ${n}`, time, paragraphs }));
  }
  await rename(beside, join(wires, 'neu'));
  const pause = page.getByRole('button', { name: 'Pause', exact: true });
  await pause.click();
  await expect(page.getByText('Import paused')).toBeVisible();
  await expect(page.getByRole('progressbar')).toBeVisible();
  await page.getByRole('button', { name: 'Resume' }).click();
  await expect(entry(page, /^All/)).toContainText('6,000', { timeout: 50_000 });
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  await expect(rows(page).first()).toHaveAttribute('aria-selected', 'true');
  await expect(headline(page)).toHaveText('Schon gelesen');
});

test('the address without its key says what to open', async ({ reader, host, browser }) => {
  test.skip(host === 'electron', 'Electron has no address');
  await expect(search(reader.page)).toBeVisible();
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(new URL(reader.page.url()).origin);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('has no access key');
  await context.close();
});
