import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type BrowserContext, expect, type Page } from '@playwright/test';

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

/** What a browser holds once somebody is signed in to the admin, by address. */
const signedIn = new Map<string, Awaited<ReturnType<BrowserContext['storageState']>>>();

/**
 * Signs in to the admin, by its form the first time and with what a browser held then every other: the admin takes five
 * log-ins of one person in five minutes, as it should.
 */
export async function signInToAdmin(page: Page, email: string): Promise<void> {
  const admin = process.env.CMS_PUBLIC_URL as string;
  const known = signedIn.get(email);
  if (known) {
    await page.context().addCookies(known.cookies);
    const own = known.origins.filter(({ origin }) => origin === new URL(admin).origin);
    await page.addInitScript(
      ([origin, items]) => {
        if (location.origin !== origin) return;
        for (const { name, value } of items)
          if (localStorage.getItem(name) === null) localStorage.setItem(name, value);
      },
      [new URL(admin).origin, own.flatMap(({ localStorage: items }) => items)] as const,
    );
  }
  await page.goto(`${admin}/admin`);
  if (!known) {
    await page.getByLabel(/email/i).fill(email);
    await page.getByLabel(/^password/i).fill(people.password);
    await page.getByRole('button', { name: /login/i }).click();
  }
  await expect(page.getByRole('link', { name: /content manager/i })).toBeVisible();
  if (!known) signedIn.set(email, await page.context().storageState());
}
