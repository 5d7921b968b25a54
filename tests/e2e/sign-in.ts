import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';

/** The demo's people, as the seeds have them. */
export const people = JSON.parse(
  readFileSync(path.join(import.meta.dirname, '..', '..', 'database', 'seeds', 'people.json'), 'utf8'),
);

export async function signIn(page: Page, username: string, password = people.password): Promise<void> {
  await page.goto('/login');
  await page.getByLabel('Username or email').fill(username);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Log in' }).click();
  await expect(page).toHaveURL(/\/modules$/);
}

export async function signInToAdmin(page: Page, email: string): Promise<void> {
  await page.goto(`${process.env.CMS_PUBLIC_URL}/admin`);
  await page.getByLabel(/email/i).fill(email);
  await page.getByLabel(/^password/i).fill(people.password);
  await page.getByRole('button', { name: /login/i }).click();
  await expect(page.getByRole('link', { name: /content manager/i })).toBeVisible();
}
