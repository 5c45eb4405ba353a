import { availableParallelism } from 'node:os';
import { defineConfig, type PlaywrightTestConfig } from '@playwright/test';
import { findBrowser } from './scripts/browser.mjs';
import { ensureTestBrowser } from './scripts/ensure-browser.mjs';
import { noElectron } from './test/e2e/electron-here.ts';
import type { HostOptions } from './test/e2e/fixtures.ts';

// Once, not in every worker that reads this file too.
if (noElectron !== undefined && process.env.TEST_WORKER_INDEX === undefined) {
  console.error(`The project "electron" is skipped: ${noElectron}.`);
}

const headed = Boolean(process.env.HEADED);
const executablePath = headed ? findBrowser() : ensureTestBrowser();
// The workers read this file too: they use the same browser, and try to fetch none.
if (executablePath !== undefined) process.env.CHROMIUM = executablePath;

const config: PlaywrightTestConfig<object, HostOptions> = {
  testDir: 'test/e2e',
  outputDir: 'out/test-results',
  timeout: 60_000,
  // A test waits for half of its time (a wire file must stand still before it is read), so that two fill two cores.
  workers: Math.max(2, availableParallelism()),
  fullyParallel: true,
  // The second run of a failed test is for its trace. A test that passes only then is printed as flaky; in the workflows, whose
  // machines do nothing else, it counts as failed.
  retries: 1,
  failOnFlakyTests: Boolean(process.env.GITHUB_ACTIONS),
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  // The same specs against either host.
  projects: [
    { name: 'browser', use: { host: 'browser' } },
    // One at a time: its windows share one screen, and its focus.
    { name: 'electron', use: { host: 'electron' }, workers: 1 },
  ],
  use: {
    headless: !headed,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    screenshot: 'only-on-failure',
    trace: 'on-first-retry',
    launchOptions: {
      ...(executablePath !== undefined && { executablePath }),
      chromiumSandbox: process.getuid?.() !== 0,
      args: [
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
};

export default defineConfig(config);
