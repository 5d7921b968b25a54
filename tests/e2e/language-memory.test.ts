import { expect, test } from '@playwright/test';
import { people, signIn } from './sign-in.ts';
import { signUp } from './sign-up.ts';
import { sql } from './sql.ts';

test.describe('the language (H3)', () => {
  test('is remembered at the start page, and only there', async ({ page, context }) => {
    await page.goto('/modules/PRO?x=1');
    await page.getByRole('link', { name: 'Cambiar a español' }).click();
    await expect(page).toHaveURL(/\/es\/modules\/PRO\?x=1$/);
    await page.goto('/');
    await expect(page).toHaveURL(/\/es$/);
    await page.goto('/catalog');
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await page.goto('/es');
    await page.getByRole('link', { name: 'Switch to English' }).click();
    await expect(page).toHaveURL(new URL('/', process.env.SITE_URL).href);
    await page.goto('/');
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    expect((await context.cookies()).map(({ name }) => name)).toContain('language');
  });

  test('is remembered without JavaScript, and mails follow it', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL: process.env.SITE_URL });
    const page = await context.newPage();
    await signUp(page, 'polyglot');
    await page.goto('/modules');
    await page.getByRole('link', { name: 'Cambiar a español' }).click();
    await expect(page).toHaveURL(/\/es\/modules$/);
    const language = () =>
      sql<{ language: string }>("select language from up_users where username = 'polyglot'");
    expect(await language()).toEqual([{ language: 'es' }]);
    await page.goto('/');
    await expect(page).toHaveURL(/\/es\/modules$/);
    await page.getByRole('link', { name: 'Switch to English' }).click();
    await expect(page).toHaveURL(/\/modules$/);
    expect(await language()).toEqual([{ language: 'en' }]);
    await context.close();
  });

  test('is chosen by nobody else, and leads nowhere else', async ({ request }) => {
    const answer = await request.get('/language?to=es&next=https://evil.example/', { maxRedirects: 0 });
    expect(answer.headers().location).toBe('/es');
    expect(answer.headers()['set-cookie']).toBeUndefined();
  });

  test('is offered to whom reads Spanish first, until they say no', async ({ browser }) => {
    const context = await browser.newContext({ locale: 'es-MX', baseURL: process.env.SITE_URL });
    const page = await context.newPage();
    await page.goto('/catalog');
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    const offer = page.getByRole('complementary', { name: 'Idioma' });
    await expect(offer).toBeVisible();
    await offer.getByRole('button', { name: 'No, gracias' }).click();
    await expect(offer).toBeHidden();
    await page.reload();
    await expect(offer).toBeHidden();
    await context.clearCookies();
    await page.reload();
    await offer.getByRole('link').click();
    await expect(page).toHaveURL(/\/es\/catalog$/);
    await context.close();
  });

  test('of a lesson without a translation is English, and the page says so', async ({ page }) => {
    const [lesson] = await sql<{ id: number }>(
      "update lessons set locale = 'fr' where locale = 'es' and slug = 'loops-that-end' and published_at is not null returning id",
    );
    try {
      await signIn(page, people.showcase.graduate.username);
      await page.goto('/es/modules/PRO/lessons/loops-that-end');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Loops that end');
      await expect(page.getByText('Este texto aún no está traducido')).toBeVisible();
      await page.goto('/es/search?q=loops+that');
      await expect(page.locator('.results').last()).toContainText('Loops that end');
    } finally {
      await sql("update lessons set locale = 'es' where id = $1", [lesson?.id]);
    }
  });
});
