import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { readPeople } from '../demo/people.ts';
import { loadEnvironment } from '../environment/load.ts';
import { ROOT } from '../paths.ts';
import { ADMIN_PAGES, type AdminPage, type Staff } from './admin-pages.ts';
import { answerInstead } from './answer-instead.ts';

const FOLDER = path.join(ROOT, '.data', 'screenshots');
/** Each page in both languages, in both looks, and as a phone shows it. */
const LOOKS = [
  { name: 'en-light', language: 'en', colorScheme: 'light', width: 1280 },
  { name: 'es-dark', language: 'es', colorScheme: 'dark', width: 1280 },
  { name: 'es-phone', language: 'es', colorScheme: 'light', width: 390 },
] as const;
type Look = (typeof LOOKS)[number];

/**
 * Takes every page of the admin that is Lumino's, for the role it is for: light in English, dark in Spanish, and on a phone.
 * @param only parts of names, such as `authoring` or `-es-dark`; all of them where there are none
 */
export async function takeAdmin(browser: Browser, only: string[]): Promise<void> {
  const { CMS_PUBLIC_URL } = loadEnvironment();
  const { password, showcase } = readPeople();
  mkdirSync(FOLDER, { recursive: true });
  const contexts = new Map<Staff, BrowserContext>();
  for (const look of LOOKS) {
    for (const one of ADMIN_PAGES) {
      const file = `admin-${one.name}-${look.name}`;
      if (!only.every((part) => file.includes(part))) continue;
      const context =
        contexts.get(one.as) ??
        (await signedIn(browser, `${CMS_PUBLIC_URL}/admin`, showcase[one.as].email, password));
      contexts.set(one.as, context);
      await take(context, `${CMS_PUBLIC_URL}/admin`, one, look, path.join(FOLDER, `${file}.png`));
    }
  }
  for (const context of contexts.values()) await context.close();
}

async function signedIn(
  browser: Browser,
  admin: string,
  email: string,
  password: string,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(admin);
  await page.getByLabel(/email/i).fill(email);
  await page.getByLabel(/^password/i).fill(password);
  await page.getByRole('button', { name: /login/i }).click();
  await page.getByRole('link', { name: /content manager/i }).waitFor();
  await page.close();
  return context;
}

async function take(
  context: BrowserContext,
  admin: string,
  { path: below, act }: AdminPage,
  { language, colorScheme, width }: Look,
  file: string,
): Promise<void> {
  const page = await context.newPage();
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme });
  // The account says which language the admin speaks; here it says another one, to this page alone.
  await answerInstead(page, '**/admin/users/me', (data) => ({ ...data, preferedLanguage: language }));
  try {
    await page.goto(`${admin}/${below}`);
    await settle(page);
    if (act) {
      await act(page);
      await settle(page);
    }
    // As tall as what the admin scrolls inside itself.
    const height = await page.evaluate(() => {
      const tall = Array.from(document.querySelectorAll('main, main *')).map((one) => one.scrollHeight);
      return Math.min(2400, Math.max(900, ...tall) + 40);
    });
    await page.setViewportSize({ width, height });
    await settle(page);
    await page.screenshot({ path: file, animations: 'disabled' });
    console.log(`✓ ${path.basename(file)}`);
  } catch (error) {
    console.log(`✗ ${path.basename(file)}: ${(error as Error).message.split('\n')[0]}`);
    process.exitCode = 1;
  } finally {
    await page.close();
  }
}

/** Nothing is loading any more. */
async function settle(page: Page): Promise<void> {
  await page.locator('main').first().waitFor();
  await page.waitForLoadState('networkidle');
  await page
    .waitForFunction(() => document.querySelector('[aria-busy=true], [role=progressbar]') === null, null, {
      timeout: 10_000,
    })
    .catch(() => {});
  await page
    .getByText(/^(Drawing|Dibujando)/)
    .first()
    .waitFor({ state: 'hidden', timeout: 15_000 });
  await page.waitForTimeout(300);
}
