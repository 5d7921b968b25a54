import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { people, signIn } from './sign-in.ts';

test.describe('search', () => {
  test('takes the keyboard alone, from any page to what was looked for', async ({ page }) => {
    await page.goto('/modules/PRO');
    await page.locator('.site-search input').focus();
    await page.keyboard.type('accessibility');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/search\?q=accessibility$/);
    await expect(page.getByRole('status').filter({ hasText: /found/ })).toHaveText(/^1 module|^\d+ modules/);
    const first = page.getByRole('link', { name: 'Web accessibility' });
    await first.focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/modules\/A11Y$/);
  });

  test('marks what it found, ignores accents, and speaks Spanish', async ({ page }) => {
    await page.goto('/es/search?q=programacion');
    await expect(page.locator('main mark').first()).toHaveText('programación');
    await expect(page.getByRole('heading', { level: 2, name: 'Módulos' })).toBeVisible();
  });

  test('shows texts of lessons to students of their module alone (L1)', async ({ page }) => {
    const lesson = page.locator('.results').getByRole('link', { name: 'Loops that end' });
    await page.goto('/search?q=loops+that+end');
    const results = page.locator('.results').last();
    await expect(results).toContainText('Loops that end');
    await expect(lesson).toHaveCount(0);
    await expect(results).toContainText('Enrol to read it');
    await signIn(page, people.showcase.graduate.username);
    await page.goto('/search?q=loops');
    await expect(lesson).toBeVisible();
    await expect(page.locator('.snippet').first()).toBeVisible();
    await lesson.click();
    await expect(page).toHaveURL(/\/modules\/PRO\/lessons\/loops-that-end$/);
  });

  test('says what to do when there is nothing, and offers what is spelt alike', async ({ page }) => {
    await page.goto('/search?q=zzzzzz');
    await expect(page.getByRole('status').filter({ hasText: 'Nothing found' })).toBeVisible();
    await expect(page.getByText('Try fewer words')).toBeVisible();
    await page.goto('/search?q=programing+fundamentls');
    await expect(page.getByRole('link', { name: /Programming fundamentals/ })).toBeVisible();
    await page.goto('/search');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('What would you like to learn?');
  });

  test('shows what was typed as text, whatever it is', async ({ page }) => {
    for (const q of ['<img src=x onerror=alert(1)>', `"'"`, ':*', '!', 'a\0b', 'x'.repeat(5000)]) {
      const answer = await page.goto(`/search?q=${encodeURIComponent(q)}`);
      expect(answer?.status()).toBe(200);
      await expect(page.locator('main img')).toHaveCount(0);
    }
  });
});

test.describe('the catalogue', () => {
  test('is narrowed by a form, at an address that can be shared', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL: process.env.SITE_URL });
    const page = await context.newPage();
    await page.goto('/catalog');
    await expect(page.getByRole('status').filter({ hasText: /^\d+ modules$/ })).toBeVisible();
    await page.getByLabel('Teacher').selectOption({ label: 'Ada Moreno' });
    await page.getByLabel('Words').fill('web');
    await page.getByRole('button', { name: 'Show' }).click();
    await expect(page).toHaveURL(/teacher=ada-moreno/);
    await expect(page.getByLabel('Words')).toHaveValue('web');
    await expect(page.locator('.cards')).toContainText('Web accessibility');
    await expect(page.locator('.cards')).not.toContainText('Statistics');
    await page.getByRole('link', { name: 'Clear filters' }).click();
    await expect(page).toHaveURL(/\/catalog$/);
    await context.close();
  });

  test('says so when nothing matches', async ({ page }) => {
    await page.goto('/es/catalog?q=zzzz&length=long');
    await expect(page.getByText('Ningún módulo cumple todo esto.')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Quitar los filtros' })).toBeVisible();
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`search and catalogue are accessible by axe’s rules, ${colorScheme} (WCAG 2.2 AA)`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ colorScheme, locale: 'es', baseURL: process.env.SITE_URL });
    const page = await context.newPage();
    const violations: string[] = [];
    for (const path of [
      '/search',
      '/search?q=program',
      '/es/search?q=zzzz',
      '/search?q=programing+fundamentls',
      '/catalog?q=web&teacher=ada-moreno',
      '/es/catalog?q=zzzz',
    ]) {
      await page.goto(path);
      const { violations: found } = await new AxeBuilder({ page }).analyze();
      violations.push(
        ...found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${path}: ${id}: ${html.slice(0, 160)}`)),
      );
    }
    expect(violations).toEqual([]);
    await context.close();
  });
}
