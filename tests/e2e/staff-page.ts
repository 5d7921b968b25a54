import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { signInToAdmin } from './sign-in.ts';

/** Strapi lets nobody log in more than a few times in a row. */
const sessions = new Map<string, Awaited<ReturnType<BrowserContext['storageState']>>>();

interface Look {
  theme?: 'light' | 'dark';
  /** Of the admin's pages, for this browser alone. */
  language?: 'en' | 'es';
}

/** A page of somebody of the admin. axe wants one of a context that was made for it. */
export async function staffPage(
  browser: Browser,
  email: string,
  { theme = 'light', language = 'en' }: Look = {},
): Promise<Page> {
  const storageState = sessions.get(email);
  const context = await browser.newContext({
    ...(storageState ? { storageState } : {}),
    acceptDownloads: true,
    // Half faded in, nothing has the contrast that it will have.
    reducedMotion: 'reduce',
    viewport: { width: 1280, height: 900 },
  });
  const page = await context.newPage();
  if (!storageState) {
    await signInToAdmin(page, email);
    sessions.set(email, await context.storageState());
  }
  await context.addInitScript((chosen) => localStorage.setItem('STRAPI_THEME', chosen), theme);
  // The account says which language the admin speaks; here it says another one, to this browser alone.
  if (language !== 'en')
    await context.route('**/admin/users/me', async (route) => {
      const answer = await route.fetch();
      const { data } = await answer.json();
      await route.fulfill({ response: answer, json: { data: { ...data, preferedLanguage: language } } });
    });
  return page;
}

interface Part {
  /** Selectors, where the rest is Strapi's own. */
  within: string;
  without?: string;
}

/** What axe finds wrong with a page, or with a part of it. */
export async function violations(page: Page, part?: Part): Promise<string[]> {
  const builder = new AxeBuilder({ page });
  if (part) builder.include(part.within);
  if (part?.without) builder.exclude(part.without);
  // Under the pointer, Strapi's buttons are paler.
  await page.mouse.move(0, 0);
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => {}))),
  );
  const { violations: found } = await builder.analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}
