import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { findBrowser } from '../tests/browser/find-browser.ts';
import { readArguments } from './arguments.ts';
import { readPeople } from './demo/people.ts';
import { loadEnvironment } from './environment/load.ts';
import { ROOT } from './paths.ts';
import { main, Problem } from './problem.ts';
import { takeAdmin } from './screenshots/admin.ts';
import { takeCertificates } from './screenshots/certificates.ts';
import { takeSite } from './screenshots/site.ts';

const FOLDER = path.join(ROOT, '.github', 'screenshots');

const USAGE = 'npm run screenshots [-- site|admin [part of a name …]]';

/**
 * Takes pictures of a Lumino that is running with its demo data: those of the READMEs, or with `site` or `admin`
 * every page there in every look and language, to be looked at, into `.data/screenshots`.
 */
await main(async () => {
  const [what, ...only] = readArguments({}, USAGE, true).positionals;
  if (what !== undefined && what !== 'site' && what !== 'admin')
    throw new Problem(`There are no pictures of "${what}".`, `Usage: ${USAGE}`);
  const { SITE_URL } = loadEnvironment();
  await fetch(`${SITE_URL}/_health/live`).catch(() => {
    throw new Problem('Lumino is not running.', 'Run `npm start` in another terminal first.');
  });
  mkdirSync(FOLDER, { recursive: true });
  const takes =
    what === undefined
      ? [takeAll, takeCertificates]
      : [(browser: Browser) => (what === 'site' ? takeSite : takeAdmin)(browser, only)];
  // A browser for each, so that neither meets whom the other has signed in.
  for (const take of takes) {
    const browser = await chromium.launch(await findBrowser());
    try {
      await take(browser);
    } finally {
      await browser.close();
    }
  }
});

async function takeAll(browser: Browser): Promise<void> {
  const { SITE_URL, CMS_PUBLIC_URL, INBOX_PORT } = loadEnvironment();
  const { password, showcase } = readPeople();
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    colorScheme: 'light',
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const shot = async (name: string, on: Page = page) => {
    // Pictures further down are loaded when somebody scrolls to them.
    await on.waitForFunction(() =>
      Array.from(document.images).every(
        (image) => image.complete || image.getBoundingClientRect().top > window.innerHeight,
      ),
    );
    await on.screenshot({ path: path.join(FOLDER, `${name}.png`) });
    console.log(`✓ ${name}`);
  };

  await page.goto(SITE_URL);
  await shot('site-home');
  await page.goto(`${SITE_URL}/login`);
  await page.getByLabel('Username or email').fill(showcase.graduate.username);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.waitForURL('**/modules');
  await shot('site-modules');
  await page.goto(`${SITE_URL}/modules/PRO`);
  await page.locator('.lesson-list a').nth(1).click();
  await shot('site-lesson');
  await page.goto(`${SITE_URL}/certificates`);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download the PDF' }).first().click();
  const pdf = await (
    await download
  )
    .createReadStream()
    .then(async (stream) => Buffer.concat(await stream.toArray()));
  const mupdf = await import('mupdf');
  const image = mupdf.Document.openDocument(pdf, 'application/pdf')
    .loadPage(0)
    .toPixmap(mupdf.Matrix.scale(1.6, 1.6), mupdf.ColorSpace.DeviceRGB, false);
  writeFileSync(path.join(FOLDER, 'certificate.png'), image.asPNG());
  console.log('✓ certificate');
  await page.getByRole('link', { name: 'Verification page' }).first().click();
  await shot('site-verify');

  await page.goto(`http://localhost:${INBOX_PORT}`);
  await page.getByText('grade certificate').first().click();
  await page.waitForTimeout(1500);
  await shot('inbox-mail');

  const admin = await context.newPage();
  await admin.goto(`${CMS_PUBLIC_URL}/admin`);
  await admin.getByLabel(/email/i).fill(showcase.teacher.email);
  await admin.getByLabel(/^password/i).fill(password);
  await admin.getByRole('button', { name: /login/i }).click();
  await admin.waitForURL(/admin\/?$/);
  await admin.goto(`${CMS_PUBLIC_URL}/admin/plugins/gradebook`);
  await admin
    .getByRole('link', { name: new RegExp(showcase.almost.module) })
    .first()
    .click();
  await admin.getByRole('table').waitFor();
  await admin.waitForTimeout(1000);
  await shot('admin-gradebook', admin);
}
