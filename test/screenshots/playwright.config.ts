import { defineConfig } from '@playwright/test';
import tests from '../../playwright.config.ts';

/** Pictures of every view: `npm run screenshots`. No tests, and no part of `npm test`. */
export default defineConfig({
  ...tests,
  testDir: '.',
  testMatch: 'screenshots.ts',
  outputDir: '../../out/screenshots-failed',
  timeout: 600_000,
  retries: 0,
  projects: [{ name: 'browser' }],
  use: { ...tests.use, actionTimeout: 15_000, trace: 'off' },
});
