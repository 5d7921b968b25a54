import { expect, type Page } from '@playwright/test';

interface Wish {
  email?: string;
  password?: string;
}

export async function fillSignUp(page: Page, username: string, wish: Wish = {}): Promise<void> {
  await page.getByLabel('First name').fill('Test');
  await page.getByLabel('Last name').fill(username);
  await page.getByLabel('Email').fill(wish.email ?? `${username}@students.example`);
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Password').fill(wish.password ?? 'long enough');
}

/** A student of its own for a test, `Test <username>`, signed in. */
export async function signUp(page: Page, username: string): Promise<void> {
  await page.goto('/signup');
  await fillSignUp(page, username);
  await page.getByRole('main').getByRole('button', { name: 'Sign up' }).click();
  await expect(page.getByRole('status').first()).toHaveText('Welcome to Lumino. Nice to see you!');
}
