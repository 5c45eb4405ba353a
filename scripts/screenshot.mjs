// Makes docs/reader.png from the built reader and the samples: `npm run build`, then `node scripts/screenshot.mjs`. The clock
// of the page is set to just after the newest sample, so that the times are the same on any day.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { findBrowser } from './browser.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const BOOKMARKED = /Ministerpräsident von Valmarien/;
const SHOWN = /Talbrücke Hohenrode: Fußgänger/;

/** Starts the built reader on these folders and resolves with its address. */
function address(host) {
  return new Promise((resolve, reject) => {
    host.once('exit', (code) => reject(new Error(`The reader ended (${code}); is it built?`)));
    createInterface({ input: host.stdout }).on('line', (line) => {
      if (line.startsWith('listening ')) resolve(line.slice('listening '.length));
    });
  });
}

const executablePath = findBrowser();
if (!executablePath) {
  console.error('No Chromium, Chrome or Edge found. CHROMIUM=/path names one.');
  process.exit(1);
}
const folder = mkdtempSync(join(tmpdir(), 'depesche-screenshot-'));
cpSync(join(root, 'seeds'), join(folder, 'wires'), { recursive: true });
const flags = ['--wires', join(folder, 'wires'), '--data', join(folder, 'data'), '--port', '0', '--no-open'];
const host = spawn(process.execPath, [join(root, 'out/main/browser.js'), ...flags], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  const url = await address(host);
  const browser = await chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 });
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    colorScheme: 'light',
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
  });
  await page.clock.setFixedTime('2026-11-22T11:45:00+01:00');
  await page.goto(url);
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Control+,');
  await page.locator('dialog select').first().selectOption('de');
  await page.getByRole('heading', { name: 'Einstellungen' }).waitFor();
  await page.keyboard.press('Escape');
  for (const headline of [BOOKMARKED, SHOWN]) {
    const row = page.getByRole('option').filter({ hasText: headline });
    await row.scrollIntoViewIfNeeded();
    await row.click();
    await page.getByRole('article').getByRole('heading', { level: 1, name: headline }).waitFor();
    await row.and(page.locator('.row-read')).waitFor();
    if (headline === BOOKMARKED) {
      await page.keyboard.press('s');
      await row.getByRole('img', { name: 'Lesezeichen' }).waitFor();
    }
  }
  // Two of the thirteen samples have been read.
  await page.getByRole('button', { name: /^Alle.*11/ }).waitFor();
  await page.mouse.move(1439, 450);
  const path = join(root, 'docs/reader.png');
  await page.screenshot({ path });
  console.log(path);
  await browser.close();
} finally {
  if (host.exitCode === null) {
    const ended = once(host, 'exit');
    host.kill('SIGTERM');
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
}
