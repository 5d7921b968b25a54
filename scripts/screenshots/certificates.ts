import path from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { readPeople } from '../demo/people.ts';
import { loadEnvironment } from '../environment/load.ts';
import { ROOT } from '../paths.ts';
import { Problem } from '../problem.ts';
import { takeDesigns } from './certificate-designs.ts';
import { savePicture } from './save-picture.ts';

const FOLDER = path.join(ROOT, 'plugins', 'certificates', 'docs');

/** The filters under which the demo has one of each. */
const EXAMPLES = {
  valid: 'kind=module&status=valid',
  revoked: 'status=revoked',
  superseded: 'status=superseded',
};

const shot = (page: Page, name: string): Promise<void> =>
  savePicture(
    path.join(FOLDER, `${name}.jpg`),
    [85, 70, 55, 40].map(
      (quality) => () => page.screenshot({ type: 'jpeg', quality, animations: 'disabled' }),
    ),
  );

/** The pages of the plugin, for its own README; the demo's administrator sees them all. */
export async function takeCertificates(browser: Browser): Promise<void> {
  const { SITE_URL, CMS_PUBLIC_URL } = loadEnvironment();
  const { password, showcase } = readPeople();
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, colorScheme: 'light' });
  const page = await context.newPage();
  const admin = `${CMS_PUBLIC_URL}/admin`;
  await page.goto(admin);
  await page.getByLabel(/email/i).fill(showcase.administrator.email);
  await page.getByLabel(/^password/i).fill(password);
  await page.getByRole('button', { name: /login/i }).click();
  await page.getByRole('link', { name: /content manager/i }).waitFor();

  await page.goto(`${admin}/settings/certificates-designs`);
  await page.getByRole('article').first().waitFor();
  await page.waitForFunction(() =>
    Array.from(document.querySelectorAll('article')).every((card) => card.querySelector('img')?.complete),
  );
  await shot(page, 'gallery');
  await page.goto(`${admin}/settings/certificates`);
  await page.getByText('As it will be printed').waitFor();
  await shot(page, 'settings');

  const list = `${admin}/plugins/certificates`;
  await page.goto(list);
  await page.getByRole('grid').waitFor();
  await shot(page, 'list');
  const visitor = await context.newPage();
  await visitor.setViewportSize({ width: 1100, height: 720 });
  for (const [status, filters] of Object.entries(EXAMPLES)) {
    await page.goto(`${list}?${filters}`);
    const first = page.getByRole('grid').getByRole('link').first();
    await first.waitFor().catch(() => {
      throw new Problem(`There is no ${status} certificate.`, 'Run `npm run load-data`, then this again.');
    });
    await first.click();
    await page.getByRole('img', { name: /^First page/ }).waitFor();
    if (status === 'valid') await shot(page, 'detail');
    const address = await page.locator('a[href*="/verify/"]').getAttribute('href');
    await visitor.goto(address as string);
    await shot(visitor, `verify-${status}`);
  }
  await visitor.goto(`${SITE_URL}/verify/0123456789ABCDEFGHJKMNPQRS`);
  await shot(visitor, 'verify-unknown');
  await takeDesigns(page.request, CMS_PUBLIC_URL, FOLDER);
}
