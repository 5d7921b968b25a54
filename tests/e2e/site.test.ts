import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { people, signIn } from './sign-in.ts';

const VISITOR = [
  '/',
  '/es',
  '/catalog',
  '/login',
  '/signup',
  '/forgot-password',
  '/modules/PRO',
  '/es/modules/PRO',
  '/verify',
  '/teachers/ada-moreno',
];
const STUDENT = [
  '/modules',
  '/es/modules',
  '/modules/PRO',
  '/modules/PRO/lessons/decisions',
  '/enroll',
  '/unenroll',
  '/certificates',
  '/users/guido',
  '/profile/edit',
  '/profile/leave',
];

test.describe('the site', () => {
  test('welcomes a visitor with the catalogue and both ways in (H1)', async ({ page }) => {
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Join Lumino. The cool education platform!',
    );
    await expect(page.getByRole('link', { name: 'Web accessibility' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Log in' }).first()).toBeVisible();
  });

  test('keeps the reader on the page when the language changes (H3)', async ({ page }) => {
    await page.goto('/modules/PRO');
    await page.getByRole('link', { name: 'Cambiar a español' }).click();
    await expect(page).toHaveURL(/\/es\/modules\/PRO$/);
    await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  });

  test('sends a visitor to log-in and back (H5)', async ({ page }) => {
    await page.goto('/certificates');
    await expect(page).toHaveURL(/\/login\?next=%2Fcertificates$/);
    await page.getByLabel('Username or email').fill('guido');
    await page.getByLabel('Password').fill(people.password);
    await page.getByRole('button', { name: 'Log in' }).click();
    await expect(page).toHaveURL(/\/certificates$/);
  });

  test('says nothing about who exists when the password is wrong (A2)', async ({ page }) => {
    for (const name of ['guido', 'nobody-at-all']) {
      await page.goto('/login');
      await page.getByLabel('Username or email').fill(name);
      await page.getByLabel('Password').fill('wrong');
      await page.getByRole('button', { name: 'Log in' }).click();
      await expect(page.getByRole('alert')).toHaveText('Incorrect username or password');
    }
  });

  test('puts each error beside its field and keeps what was typed (A1, A7)', async ({ page }) => {
    await page.goto('/signup');
    await page.getByLabel('First name').fill('Nora');
    await page.getByLabel('Username').fill('guido');
    await page.getByLabel('Password').fill('long enough');
    await page.getByLabel('Last name').fill('Test');
    await page.getByLabel('Email').fill('nora@students.example');
    await page.getByRole('button', { name: 'Sign up' }).click();
    await expect(page.getByLabel('Username')).toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByText('This username is taken.')).toBeVisible();
    await expect(page.getByLabel('First name')).toHaveValue('Nora');
  });

  test('lets somebody sign up, enrol, read, and leave for good (A8, E1, L1, L2, U4)', async ({ page }) => {
    await page.goto('/signup');
    await page.getByLabel('First name').fill('Nora');
    await page.getByLabel('Last name').fill('Test');
    await page.getByLabel('Email').fill('nora@students.example');
    await page.getByLabel('Username').fill('nora');
    await page.getByLabel('Password').fill('long enough');
    await page.getByRole('button', { name: 'Sign up' }).click();
    await expect(page.getByRole('status')).toHaveText('Welcome to Lumino. Nice to see you!');

    expect((await page.goto('/modules/PRO/lessons/decisions'))?.status()).toBe(403);
    await page.goto('/enroll');
    await page.getByLabel(/Programming fundamentals/).check();
    await page.getByRole('button', { name: 'Enrol' }).click();
    await expect(page.getByRole('status')).toHaveText('Successfully enrolled in the chosen modules.');
    expect((await page.goto('/modules/PRO/lessons/decisions'))?.status()).toBe(200);
    await page.getByRole('button', { name: 'Mark as done' }).click();
    await expect(page.getByText('You have done this lesson.')).toBeVisible();

    await page.goto('/unenroll');
    await page.getByLabel(/Programming fundamentals/).check();
    await page.getByRole('button', { name: 'Leave' }).click();
    await expect(page.getByRole('status')).toHaveText('Successfully unenrolled from the chosen modules.');

    await page.goto('/profile/leave');
    await page.getByLabel('Password').fill('long enough');
    await page.getByRole('button', { name: 'Delete my account' }).click();
    await expect(page.getByRole('status')).toHaveText('Good bye! Hope to see you soon.');
    expect((await page.request.get('/users/nora')).url()).toContain('/login');
  });

  test('refuses a form that another site sends (P9)', async ({ request }) => {
    const answer = await request.post('/login', {
      headers: { origin: 'https://evil.example' },
      form: { identifier: 'guido', password: people.password },
    });
    expect(answer.status()).toBe(403);
  });

  test('has no page at an unknown address (S5)', async ({ page }) => {
    for (const path of ['/modules/NOPE', '/nowhere', '/es/nowhere', '/teachers/nobody'])
      expect((await page.goto(path))?.status()).toBe(404);
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every page is accessible by axe’s rules, ${colorScheme} (WCAG 2.2 AA)`, async ({ browser }) => {
    const context = await browser.newContext({ colorScheme, baseURL: process.env.SITE_URL });
    const page = await context.newPage();
    const violations: string[] = [];
    const visit = async (path: string) => {
      await page.goto(path);
      const { violations: found } = await new AxeBuilder({ page }).analyze();
      violations.push(
        ...found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${path}: ${id}: ${html.slice(0, 160)}`)),
      );
    };
    for (const path of VISITOR) await visit(path);
    await signIn(page, people.showcase.graduate.username);
    for (const path of STUDENT) await visit(path);
    expect(violations).toEqual([]);
  });
}
