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

/** What axe finds wrong with a page. @param within a part of it, where the rest is Strapi's own */
export async function violations(page: Page, within?: string): Promise<string[]> {
  const builder = new AxeBuilder({ page });
  const { violations: found } = await (within ? builder.include(within) : builder).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}
