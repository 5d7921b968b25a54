import { type Browser, chromium, type Page } from '@playwright/test';
import { findBrowser } from '../../../tests/browser/find-browser.ts';
import { p95 } from '../statistics.ts';

const PATIENCE_MS = 120_000;
const SAVED = 'Marks were successfully saved.';

export interface Administrator {
  email: string;
  password: string;
}

export const openBrowser = async (): Promise<Browser> => chromium.launch(await findBrowser());

/** A page of the admin, signed in; nothing of Strapi's is fetched from elsewhere. */
export async function signIn(
  browser: Browser,
  cms: string,
  { email, password }: Administrator,
): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.route(
    (url) => !url.href.startsWith(cms),
    (route) => route.abort(),
  );
  await page.goto(`${cms}/admin/auth/login`);
  await page.fill('input[name=email]', email);
  await page.fill('input[name=password]', password);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: /content manager/i }).waitFor();
  return page;
}

/** Milliseconds from a click within the admin until the rows are there to be typed in. */
export async function openGradebook(page: Page, cms: string, moduleKey: string): Promise<number> {
  await page.goto(`${cms}/admin/plugins/gradebook`);
  const link = page.locator(`a[href$="${moduleKey}"]`);
  await link.waitFor();
  const started = performance.now();
  await link.click();
  await page.locator('input[data-gradebook-field="mark"]').nth(5).waitFor();
  return performance.now() - started;
}

/** Milliseconds from Ctrl+S until the page says that every mark is saved; they were pasted before. */
export async function saveMarks(page: Page, marks: string[]): Promise<{ paste: number; save: number }> {
  const first = page.locator('input[data-gradebook-field="mark"]').first();
  await first.focus();
  const pasted = performance.now();
  await first.evaluate((field, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, marks.join('\n'));
  await page.getByText(`${marks.length.toLocaleString('en')} unsaved changes`).waitFor();
  const saved = performance.now();
  await page.keyboard.press('Control+s');
  await page.getByText(SAVED).first().waitFor();
  return { paste: saved - pasted, save: performance.now() - saved };
}

/** Milliseconds from one picture to the next while scrolling as a wheel does: the time that one in twenty exceeds. */
export async function scrollThrough(page: Page, steps: number): Promise<number> {
  const frame = page.locator('table[aria-rowcount]').locator('xpath=..');
  const times = await frame.evaluate(async (element, count) => {
    const taken: number[] = [];
    for (let step = 0; step < count; step += 1) {
      const started = performance.now();
      element.scrollTop += 200;
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      taken.push(performance.now() - started);
    }
    return taken;
  }, steps);
  return p95(times);
}

/** Milliseconds until the Content Manager's own list shows one page of so many rows, from a click within the admin. */
export async function openContentManager(
  page: Page,
  cms: string,
  type: string,
  pageSize: number,
): Promise<number> {
  const list = `/admin/content-manager/collection-types/${type}`;
  await page.goto(`${cms}/admin/content-manager`);
  const link = page.locator(`a[href*="${list}"]`).first();
  await link.waitFor();
  await page.goto(`${cms}${list}?page=1&pageSize=10`);
  await page.locator('tbody tr').first().waitFor();
  const started = performance.now();
  await page.evaluate((query) => {
    history.pushState(null, '', query);
    dispatchEvent(new PopStateEvent('popstate'));
  }, `?page=1&pageSize=${pageSize}`);
  await page
    .locator('tbody tr')
    .nth(pageSize - 1)
    .waitFor();
  return performance.now() - started;
}
