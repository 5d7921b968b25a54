import { existsSync } from 'node:fs';
import { chromium, type LaunchOptions } from '@playwright/test';

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Nothing of a test's browser may reach the world; as root Chromium has no sandbox. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A browser to test with: Playwright's own, the system's, or the one that comes with npm. */
export async function findBrowser(): Promise<LaunchOptions> {
  const own = chromium.executablePath();
  const installed = [own, ...SYSTEM].find((path) => path && existsSync(path));
  if (installed) return { executablePath: installed, args: ARGS };
  return packedBrowser();
}

/** The browser that comes with npm, for Linux alone: the same for everybody, so that pictures can be compared. */
export async function packedBrowser(): Promise<LaunchOptions> {
  const { default: packed } = await import('@sparticuz/chromium');
  // Meant for a place without processes; with one for all, a page reads what another person's page has stored.
  const args = packed.args.filter((one) => one !== '--single-process');
  return { executablePath: await packed.executablePath(), args: [...args, ...ARGS] };
}
