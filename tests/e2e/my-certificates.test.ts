import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { people, signIn } from './sign-in.ts';
import { sql } from './sql.ts';

const { username } = people.showcase.graduate;

const deliveredAt = (code: string, time: 'now()' | 'null') =>
  sql(`update certificates set delivered_at = ${time} where verification_code = $1`, [code]);

test('a student sees their certificates as pictures, and how they get on without reloading (C3, C6)', async ({
  page,
}) => {
  await signIn(page, username);
  await page.goto('/certificates');
  const panel = page.locator('section.panel').first();
  const verify = (await panel
    .getByRole('link', { name: 'Verification page' })
    .getAttribute('href')) as string;
  const code = verify.split('/').at(-1) as string;
  try {
    await test.step('the picture is drawn', async () => {
      const picture = panel.getByRole('img', { name: /^First page of the certificate/ });
      await expect
        .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth), { timeout: 60_000 })
        .toBe(960);
    });

    await test.step('the state follows by itself', async () => {
      await deliveredAt(code, 'null');
      await page.reload();
      await expect(panel.getByRole('status')).toHaveText('Ready, the mail is on its way');
      await page.evaluate(() => Object.assign(window, { stillHere: true }));
      await deliveredAt(code, 'now()');
      await expect(panel.getByRole('status')).toHaveText('Sent to you by mail', { timeout: 15_000 });
      expect(await page.evaluate(() => 'stillHere' in window)).toBe(true);
    });

    await test.step('and the page holds to WCAG 2.2 AA', async () => {
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
        .analyze();
      expect(violations).toEqual([]);
    });
  } finally {
    await deliveredAt(code, 'now()');
  }
});

test('without JavaScript the page offers to look again while a certificate is on its way', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: process.env.SITE_URL });
  const page = await context.newPage();
  await signIn(page, username);
  await page.goto('/certificates');
  const verify = await page.getByRole('link', { name: 'Verification page' }).first().getAttribute('href');
  const code = (verify as string).split('/').at(-1) as string;
  try {
    await deliveredAt(code, 'null');
    await page.reload();
    await page.getByRole('link', { name: 'Look again' }).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('My certificates');
  } finally {
    await deliveredAt(code, 'now()');
    await context.close();
  }
});

test('a shared link tells messengers what it is, in a picture', async ({ page }) => {
  await signIn(page, username);
  await page.goto('/certificates');
  const link = page.getByRole('link', { name: 'Verification page' }).first();
  await page.goto((await link.getAttribute('href')) as string);
  const image = await page.locator('meta[property="og:image"]').getAttribute('content');
  const picture = await page.request.get(image as string);
  expect(picture.headers()['content-type']).toBe('image/png');
  await expect(page.locator('meta[property="og:title"]')).toHaveAttribute('content', / · /);
});
