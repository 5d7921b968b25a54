import { expect, test } from '@playwright/test';
import { people, signIn } from './sign-in.ts';

const PHONE = { width: 390, height: 844 };

test.describe('how the site looks and behaves', () => {
  test.describe('on a phone without JavaScript', () => {
    test.use({ javaScriptEnabled: false, viewport: PHONE });

    test('opens the menu, and Escape closes it', async ({ page }) => {
      await page.goto('/');
      const logIn = page.getByRole('navigation').getByRole('link', { name: 'Log in' });
      await expect(logIn).toBeHidden();
      await page.getByRole('button', { name: 'Menu' }).click();
      await expect(logIn).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(logIn).toBeHidden();
    });
  });

  test('has the modules of a student one click away on a phone, outside the menu (X3)', async ({
    browser,
  }) => {
    const page = await (await browser.newContext({ viewport: PHONE })).newPage();
    await signIn(page, people.showcase.almost.username);
    for (const path of ['/', '/catalog', '/certificates', '/verify', '/nowhere', '/es/profile/edit']) {
      await page.goto(path);
      const name = path.startsWith('/es') ? 'Mis módulos' : 'My modules';
      await expect(page.getByRole('link', { name, exact: true }).first()).toBeVisible();
    }
  });

  test('moves nothing once it is shown, on a phone and on a desk', async ({ browser }) => {
    for (const viewport of [PHONE, { width: 1280, height: 900 }]) {
      const page = await (await browser.newContext({ viewport })).newPage();
      await page.addInitScript(() => {
        new PerformanceObserver((list) => {
          for (const { value } of list.getEntries() as unknown as { value: number }[])
            document.documentElement.dataset.moved = String(
              Number(document.documentElement.dataset.moved ?? 0) + value,
            );
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await signIn(page, people.showcase.graduate.username);
      for (const path of [
        '/catalog',
        '/modules',
        '/modules/PRO',
        '/modules/PRO/lessons/decisions',
        '/verify',
      ]) {
        await page.goto(path, { waitUntil: 'networkidle' });
        const moved = await page.evaluate(() => Number(document.documentElement.dataset.moved ?? 0));
        expect(`${path} ${moved.toFixed(2)}`).toBe(`${path} 0.00`);
      }
    }
  });

  test('keeps the theme that was chosen, in the browser and before the first paint', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto('/');
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await ground();
    await page.getByRole('radio', { name: 'Dark' }).check();
    expect(await ground()).not.toBe(light);
    await page.goto('/catalog');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    expect(await page.context().cookies()).toEqual([]);
    await page.getByRole('radio', { name: 'Automatic' }).check();
    expect(await ground()).toBe(light);
  });

  test('shows a password to whom types it, and hides it before it is sent', async ({ page }) => {
    await page.goto('/login');
    const password = page.getByLabel('Password');
    await password.fill('secret words');
    await page.getByRole('button', { name: /^Show/ }).click();
    await expect(password).toHaveAttribute('type', 'text');
    await page.getByRole('button', { name: /^Hide/ }).click();
    await expect(password).toHaveAttribute('type', 'password');
  });

  test('sends a form once, however often it is pressed (C10)', async ({ page }) => {
    let posts = 0;
    await page.route('**/login', async (route) => {
      if (route.request().method() === 'POST') {
        posts += 1;
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
      await route.continue();
    });
    await page.goto('/login');
    await page.getByRole('button', { name: 'Log in' }).dblclick();
    await expect(page.getByText('Please fill this in.').first()).toBeVisible();
    expect(posts).toBe(1);
  });

  test('is as wide as a narrow phone, and at twice the size of letters and with wide spacing', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    for (const path of [
      '/',
      '/es',
      '/es/catalog',
      '/es/signup',
      '/es/modules/PRO',
      '/es/verify',
      '/es/nowhere',
    ]) {
      await page.goto(path);
      for (const css of ['', TEXT_SPACING, 'html { font-size: 200% }']) {
        const beyond = await page.evaluate((text) => {
          // A sheet that a script makes is not held off by the page's policy.
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(text);
          document.adoptedStyleSheets = [sheet];
          return document.documentElement.scrollWidth - document.documentElement.clientWidth;
        }, css);
        expect(`${path} ${css}: ${Math.max(0, beyond)}`).toBe(`${path} ${css}: 0`);
      }
    }
  });

  test('tells what a page that failed is called in the logs, in the language of its address', async ({
    page,
  }) => {
    const answer = await page.goto('/es/500');
    expect(answer?.status()).toBe(500);
    await expect(page.locator('html')).toHaveAttribute('lang', 'es');
    await expect(page.getByText(answer?.headers()['x-request-id'] as string)).toBeVisible();
  });

  test('says in Spanish that a module is not there, and keeps the switch on the page (S5, H3)', async ({
    page,
  }) => {
    expect((await page.goto('/es/modules/NOPE'))?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Página no encontrada');
    await page.getByRole('link', { name: 'Switch to English' }).click();
    await expect(page).toHaveURL((url) => url.pathname === '/modules/NOPE');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found');
  });
});

/** WCAG 2.2, 1.4.12. */
const TEXT_SPACING =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }';
