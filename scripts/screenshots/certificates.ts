import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { readPeople } from '../demo/people.ts';
import { loadEnvironment } from '../environment/load.ts';
import { ROOT } from '../paths.ts';
import { Problem } from '../problem.ts';

const FOLDER = path.join(ROOT, 'plugins', 'certificates', 'docs');
/** A README with many pictures is to load quickly. */
const MOST_BYTES = 120 * 1024;

/** As sharp as fits. */
async function shot(page: Page, name: string): Promise<void> {
  for (const quality of [85, 70, 55, 40]) {
    const bytes = await page.screenshot({ type: 'jpeg', quality });
    if (bytes.length > MOST_BYTES) continue;
    writeFileSync(path.join(FOLDER, `${name}.jpg`), bytes);
    console.log(`✓ certificates: ${name}`);
    return;
  }
  throw new Problem(`The picture "${name}" is too large.`, 'Show less on it.');
}

/** The pages of the plugin, for its own README; the demo's administrator sees them all. */
export async function takeCertificates(browser: Browser): Promise<void> {
  const { SITE_URL, CMS_PUBLIC_URL } = loadEnvironment();
  const { password, showcase } = readPeople();
  mkdirSync(FOLDER, { recursive: true });
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, colorScheme: 'light' });
  const page = await context.newPage();
  const admin = `${CMS_PUBLIC_URL}/admin`;
  await page.goto(admin);
  await page.getByLabel(/email/i).fill(showcase.administrator.email);
  await page.getByLabel(/^password/i).fill(password);
  await page.getByRole('button', { name: /login/i }).click();
  await page.getByRole('link', { name: /content manager/i }).waitFor();

  await page.goto(`${admin}/settings/certificates-designs`);
  await page.waitForFunction(
    () => document.querySelectorAll('article').length === document.querySelectorAll('article img').length,
  );
  await shot(page, 'gallery');
  await page.goto(`${admin}/settings/certificates`);
  await page.getByText('As it will be printed').waitFor();
  await shot(page, 'settings');

  const list = `${admin}/plugins/certificates`;
  await page.goto(list);
  await page.getByRole('grid').waitFor();
  await shot(page, 'list');
  for (const status of ['valid', 'revoked', 'superseded']) {
    await page.goto(`${list}?status=${status}`);
    const first = page.getByRole('grid').getByRole('link').first();
    await first.waitFor().catch(() => {
      throw new Problem(
        `The demo has no ${status} certificate.`,
        'Issue, revoke and correct some in the admin, then run this again.',
      );
    });
    await first.click();
    await page.getByRole('img', { name: /^First page/ }).waitFor();
    if (status === 'valid') await shot(page, 'detail');
    const address = await page.locator('a[href*="/verify/"]').getAttribute('href');
    const visitor = await context.newPage();
    await visitor.goto(address as string);
    await shot(visitor, `verify-${status}`);
    await visitor.close();
  }
  await page.goto(`${SITE_URL}/verify/0123456789ABCDEFGHJKMNPQRS`);
  await shot(page, 'verify-unknown');
}
