import { expect, type Page } from '@playwright/test';

/** A lesson with text, a table, formulas, a note, an attachment, titled code, a figure, a callout and a quiz. */
export const RICH = '/modules/MLI/lessons/a-line-that-predicts';
/** A lesson with a video of another site. */
export const WITH_VIDEO = '/modules/A11Y/lessons/who-is-at-the-other-end';

/** A student of a test's own, in every module the test needs. */
export async function join(page: Page, username: string, ...codes: string[]): Promise<void> {
  await page.goto('/signup');
  await page.getByLabel('First name').fill('Test');
  await page.getByLabel('Last name').fill(username);
  await page.getByLabel('Email').fill(`${username}@students.example`);
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Password').fill('long enough');
  await page.getByRole('button', { name: 'Sign up' }).click();
  await expect(page.getByRole('status')).toContainText('Welcome');
  for (const code of codes) {
    await page.goto(`/modules/${code}`);
    await page.getByRole('button', { name: 'Enrol in this module' }).click();
    await expect(page.getByRole('status')).toContainText('Successfully enrolled');
  }
}
