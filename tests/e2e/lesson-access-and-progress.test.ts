import { expect, test } from '@playwright/test';
import { people, signIn } from './sign-in.ts';
import { signUp } from './sign-up.ts';

const LESSON = '/modules/PRO/lessons/decisions';
const here = () => ({ origin: process.env.SITE_URL as string });

test('L1 a lesson is for enrolled students: a visitor goes to log-in, anybody else is refused', async ({
  page,
}) => {
  await page.goto(LESSON);
  await expect(page).toHaveURL(/\/login\?next=%2Fmodules%2FPRO%2Flessons%2Fdecisions$/);
  await signUp(page, 'stranger');
  for (const [prefix, title] of [
    ['', 'This is not open to you'],
    ['/es', 'Esto no está abierto para ti'],
  ] as const) {
    expect((await page.goto(prefix + LESSON))?.status()).toBe(403);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(page.getByRole('main')).not.toContainText('elif');
  }
  await page.getByRole('link', { name: 'Ir al módulo' }).click();
  await expect(page).toHaveURL(/\/es\/modules\/PRO$/);
  // Nor is it done by somebody who may not read it.
  const marked = await page.request.post(LESSON, { headers: here(), form: { done: 'yes' } });
  expect(marked.status()).toBe(403);
});

test('L1 a lesson that is not there is not found, also by students of its module', async ({ page }) => {
  await signIn(page, people.showcase.graduate.username);
  expect((await page.goto('/modules/PRO/lessons/nothing'))?.status()).toBe(404);
  expect((await page.goto('/modules/NOPE/lessons/decisions'))?.status()).toBe(404);
});

test('L2 done and undone, from lesson to lesson, and the progress of the module follows', async ({
  page,
}) => {
  await signUp(page, 'reader-one');
  await page.goto('/modules/PRO');
  await page.getByRole('button', { name: 'Enrol in this module' }).click();
  await page.goto('/modules/PRO/lessons/values-and-names');
  await expect(page.getByRole('link', { name: /^Previous/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Mark as done' }).click();
  await expect(page.getByText('You have done this lesson.')).toBeVisible();
  await page
    .getByRole('link', { name: /Decisions/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Decisions');
  await page.getByRole('button', { name: 'Mark as done' }).click();
  await expect(page.getByText('You have done this lesson.')).toBeVisible();

  const progress = () => page.getByRole('progressbar', { name: /lessons done$/ }).first();
  await page.goto('/modules/PRO');
  await expect(progress()).toHaveAccessibleName('2 of 5 lessons done');
  await page.goto('/modules/PRO/lessons/decisions');
  await page.getByRole('button', { name: 'Not done yet' }).click();
  await expect(page.getByRole('button', { name: 'Mark as done' })).toBeVisible();
  await page.goto('/modules');
  await expect(progress()).toHaveAccessibleName('1 of 5 lessons done');
  await page.goto('/es/modules');
  await expect(page.getByRole('progressbar', { name: '1 de 5 lecciones hechas' })).toBeVisible();
  // The last one leads nowhere further.
  await page.goto('/modules/PRO/lessons/lists-and-dictionaries');
  await expect(page.getByRole('link', { name: /^Next/ })).toHaveCount(0);
  await expect(page.getByRole('link', { name: /Functions that do one thing/ }).first()).toBeVisible();
});
