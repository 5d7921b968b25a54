import { defineConfig } from '@playwright/test';
import { findBrowser } from './tests/browser/find-browser.ts';

export default defineConfig({
  testDir: 'tests/e2e',
  // One Lumino, one database: tests follow each other.
  workers: 1,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: process.env.SITE_URL,
    launchOptions: await findBrowser(),
    locale: 'en-GB',
    trace: 'retain-on-failure',
  },
});
