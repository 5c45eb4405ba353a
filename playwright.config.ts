import { defineConfig, type PlaywrightTestConfig } from '@playwright/test';
import { ensureBrowser } from './scripts/ensure-browser.mjs';
import { noElectron } from './test/e2e/electron-here.ts';
import type { HostOptions } from './test/e2e/fixtures.ts';

// Once, not in every worker that reads this file too.
if (noElectron !== undefined && process.env.TEST_WORKER_INDEX === undefined) {
  console.error(`The project "electron" is skipped: ${noElectron}.`);
}

const config: PlaywrightTestConfig<object, HostOptions> = {
  testDir: 'test/e2e',
  outputDir: 'out/test-results',
  timeout: 60_000,
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  // The same specs against either host.
  projects: [
    { name: 'browser', use: { host: 'browser' } },
    { name: 'electron', use: { host: 'electron' } },
  ],
  use: {
    headless: !process.env.HEADED,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: ensureBrowser(),
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
