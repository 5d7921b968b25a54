import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { readPeople } from '../demo/people.ts';
import { loadEnvironment } from '../environment/load.ts';
import { ROOT } from '../paths.ts';
import { Problem } from '../problem.ts';
import { type SitePage, sitePages } from './site-pages.ts';

const FOLDER = path.join(ROOT, '.data', 'screenshots');
const SIZES = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } };
const THEMES = ['light', 'dark'] as const;
const LANGUAGES = ['en', 'es'] as const;

/**
 * Takes every page of the site as a whole: on a phone and on a desktop, light and dark, in both languages.
 * @param only parts that a name must have, such as `home` or `phone-dark`; all of them where there are none
 * @throws Problem where no page has such a name.
 */
export async function takeSite(browser: Browser, only: string[]): Promise<void> {
  const { SITE_URL } = loadEnvironment();
  const people = readPeople();
  mkdirSync(FOLDER, { recursive: true });
  let taken = 0;
  for (const [size, viewport] of Object.entries(SIZES)) {
    for (const theme of THEMES) {
      for (const language of LANGUAGES) {
        const named = sitePages(people).map((one) => ({
          ...one,
          file: `${one.name}-${size}-${theme}-${language}`,
        }));
        const wanted = named.filter(({ file }) => only.every((part) => file.includes(part)));
        taken += wanted.length;
        const contexts = new Map<string, BrowserContext>();
        for (const one of wanted) {
          const who = one.as ?? '';
          const context = contexts.get(who) ?? (await open(browser, viewport, theme, SITE_URL));
          if (who && !contexts.has(who)) await signIn(context, who, people.password);
          contexts.set(who, context);
          await take(context, one, language, path.join(FOLDER, `${one.file}.png`));
        }
        for (const context of contexts.values()) await context.close();
      }
    }
  }
  if (taken === 0)
    throw new Problem(
      `No picture has a name with ${only.join(' and ')} in it.`,
      'Names are page-size-theme-language, such as home-phone-dark-es.',
    );
}

const open = (
  browser: Browser,
  viewport: { width: number; height: number },
  colorScheme: 'light' | 'dark',
  baseURL: string,
) => browser.newContext({ viewport, colorScheme, baseURL, reducedMotion: 'reduce' });

async function signIn(context: BrowserContext, username: string, password: string): Promise<void> {
  const page = await context.newPage();
  await page.goto('/login');
  await page.getByLabel('Username or email').fill(username);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.waitForURL('**/modules');
  await page.close();
}

async function take(context: BrowserContext, one: SitePage, language: string, file: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(language === 'en' ? one.path : `/${language}${one.path === '/' ? '' : one.path}`);
  await one.act?.(page);
  await settle(page);
  await page.screenshot({ path: file, fullPage: one.name !== 'menu', animations: 'disabled' });
  console.log(`✓ ${path.basename(file)}${await wider(page)}`);
  await page.close();
}

/** Pictures further down are loaded when somebody comes to them. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const image of Array.from(document.images)) image.loading = 'eager';
    return document.fonts.ready.then(() => undefined);
  });
  await page.waitForFunction(() => Array.from(document.images).every((image) => image.complete));
}

/** What cannot be seen on a picture of the whole page: that it has to be pushed aside. */
const wider = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth ? `  ! ${scrollWidth - clientWidth} px wider than the window` : '';
  });
