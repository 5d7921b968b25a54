import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { people, signIn } from './sign-in.ts';
import { signUp } from './sign-up.ts';

const { graduate } = people.showcase;
const guido = people.students.find((one: { username: string }) => one.username === graduate.username);
const address = 'guido@students.lumino.example';
/** A picture of one pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test('U1 a profile says who somebody is; the address is for its owner alone', async ({ page, browser }) => {
  await signIn(page, graduate.username);
  for (const [path, student] of [
    ['/users/guido', 'Student'],
    ['/es/users/guido', 'Estudiante'],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${guido.firstName} ${guido.lastName}`);
    await expect(page.getByText(student, { exact: true })).toBeVisible();
    await expect(page.getByText(address)).toBeVisible();
  }
  const other = await (await browser.newContext({ baseURL: process.env.SITE_URL })).newPage();
  await signIn(other, people.showcase.almost.username);
  await other.goto('/users/guido');
  await expect(other.getByRole('heading', { level: 1 })).toHaveText(`${guido.firstName} ${guido.lastName}`);
  expect(await other.content()).not.toContain(address);
  expect((await other.goto('/users/nobody-at-all'))?.status()).toBe(404);
});

test('U1 a teacher has a page for everybody, with the modules they teach', async ({ page }) => {
  await page.goto('/teachers/ada-moreno');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ada Moreno');
  await expect(page.getByText('Teacher', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: /Programming fundamentals/ }).click();
  await expect(page).toHaveURL(/\/modules\/PRO$/);
  await page.goto('/es/teachers/ada-moreno');
  await expect(page.getByText('Docente', { exact: true })).toBeVisible();
  expect((await page.goto('/teachers/nobody'))?.status()).toBe(404);
});

test('U2 the owner, and nobody else, has the ways to edit and to leave', async ({ page }) => {
  await signIn(page, graduate.username);
  for (const [prefix, edit, leave] of [
    ['', 'Edit profile', 'Leave the platform'],
    ['/es', 'Editar el perfil', 'Dejar la plataforma'],
  ] as const) {
    for (const [name, count] of [
      ['guido', 1],
      ['maria', 0],
    ] as const) {
      await page.goto(`${prefix}/users/${name}`);
      await expect(page.getByRole('link', { name: edit })).toHaveCount(count);
      await expect(page.getByRole('link', { name: leave })).toHaveCount(count);
    }
  }
});

test('U3 words and picture are saved, and what is no picture is refused beside its field', async ({
  page,
}) => {
  await signUp(page, 'portrait');
  await page.getByRole('link', { name: 'Profile' }).click();
  await page.getByRole('link', { name: 'Edit profile' }).click();
  const picture = page.getByLabel('Picture');
  await page.getByLabel('About you').fill('Likes\nto learn.');
  await picture.setInputFiles({
    ...{ name: 'me.png', mimeType: 'image/png' },
    buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
  });
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(picture).toHaveAccessibleDescription(/This is not a JPEG, PNG or WebP picture\./);
  await expect(picture).toBeFocused();
  await expect(page.getByLabel('About you')).toHaveValue('Likes\nto learn.');

  await picture.setInputFiles({
    ...{ name: 'large.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(5 * 1024 * 1024 + 1) },
  });
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(picture).toHaveAccessibleDescription(/This file is larger than 5 MB\./);

  await picture.setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer: PIXEL });
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page).toHaveURL(/\/users\/portrait$/);
  await expect(page.getByRole('status')).toHaveText('User profile has been successfully saved.');
  await expect(page.getByText('Likes to learn.')).toBeVisible();
  const shown = page.getByRole('main').locator('img');
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await page.reload();
  await expect(page.getByRole('status')).toHaveText('');
});

test('U4 who leaves takes a copy along, gives the password, and is gone', async ({ page }) => {
  await signUp(page, 'goer');
  await page.getByRole('link', { name: 'Profile' }).click();
  await page.getByRole('link', { name: 'Leave the platform' }).click();
  const saved = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download my data first' }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toBe('goer_lumino.json');
  expect(JSON.parse(readFileSync(await download.path(), 'utf8')).user).toMatchObject({
    ...{ username: 'goer', email: 'goer@students.example' },
  });

  const password = page.getByLabel('Password');
  for (const [typed, error] of [
    ['', 'Please fill this in.'],
    ['not mine', 'This is not your password.'],
  ] as const) {
    await password.fill(typed);
    await page.getByRole('button', { name: 'Delete my account' }).click();
    await expect(password).toHaveAccessibleDescription(error);
    await expect(password).toBeFocused();
  }
  // To look at the page does nothing; only a post does.
  await page.goto('/profile/leave');
  await page.getByLabel('Password').fill('long enough');
  await page.getByRole('button', { name: 'Delete my account' }).click();
  await expect(page).toHaveURL(/:\d+\/$/);
  await expect(page.getByRole('status')).toHaveText('Good bye! Hope to see you soon.');
  await expect(page.getByRole('link', { name: 'Log in' }).first()).toBeVisible();

  await page.goto('/login');
  await page.getByLabel('Username or email').fill('goer');
  await page.getByLabel('Password').fill('long enough');
  await page.getByRole('button', { name: 'Log in' }).click();
  await expect(page.getByRole('status')).toHaveText('Incorrect username or password');
});
