import { expect, test } from '@playwright/test';
import { mailsTo, theMailTo } from './inbox.ts';
import { fillSignUp } from './sign-up.ts';
import { setMark } from './staff.ts';

test.use({ javaScriptEnabled: false });

test('a student does everything without JavaScript, from sign-up to leaving', async ({ page }) => {
  test.slow();
  const name = 'plain-html';
  const address = `${name}@students.example`;
  const status = page.getByRole('status').first();

  await test.step('A7, A8: signs up, after an error that keeps what was typed and takes the focus', async () => {
    await page.goto('/signup');
    await fillSignUp(page, name, { password: 'short' });
    await page.getByRole('main').getByRole('button', { name: 'Sign up' }).click();
    await expect(page.getByLabel('Password')).toHaveAccessibleDescription(/This is too short\./);
    await expect(page.getByLabel('Username')).toHaveValue(name);
    await page.getByLabel('Password').fill('long enough');
    await page.getByRole('main').getByRole('button', { name: 'Sign up' }).click();
    await expect(status).toHaveText('Welcome to Lumino. Nice to see you!');
  });

  await test.step('confirms the address', async () => {
    const { text = '' } = await theMailTo(address, 'Confirm your email address');
    await page.goto(/http\S+confirm-email\?token=[\w-]+/.exec(text)?.[0] as string);
    await page.getByRole('button', { name: 'Confirm my address' }).click();
    await expect(status).toHaveText('Thank you, your email address is confirmed.');
  });

  await test.step('E1: joins a module', async () => {
    await page.goto('/enroll');
    await page.getByRole('checkbox', { name: /PRO/ }).check();
    await page.getByRole('checkbox', { name: /WRI/ }).check();
    await page.getByRole('button', { name: 'Enrol' }).click();
    await expect(status).toHaveText('Successfully enrolled in the chosen modules.');
  });

  await test.step('L1, L2: reads, answers a quiz, marks the lesson as done', async () => {
    await page.getByRole('link', { name: 'Programming fundamentals with Python', exact: true }).click();
    await page.getByRole('main').getByRole('link', { name: 'Decisions', exact: true }).click();
    await page.getByRole('main').getByRole('radio').first().check();
    await page.getByRole('button', { name: 'Check my answers' }).click();
    await expect(page.getByText(/^\d of \d right$/)).toBeVisible();
    await page.getByRole('button', { name: 'Mark as done' }).click();
    await expect(page.getByText('You have done this lesson.')).toBeVisible();
  });

  await test.step('E2: leaves a module', async () => {
    await page.goto('/unenroll');
    await page.getByRole('checkbox', { name: /WRI/ }).check();
    await page.getByRole('button', { name: 'Leave' }).click();
    await expect(status).toHaveText('Successfully unenrolled from the chosen modules.');
  });

  await test.step('C2, C3: asks for the certificate, and gets it', async () => {
    await setMark(name, 'PRO', 9);
    await page.goto('/modules');
    await page.getByRole('button', { name: 'Get the grade certificate' }).click();
    await expect(status).toHaveText(`You will get the grade certificate quite soon at ${address}`);
    await expect
      .poll(async () => (await mailsTo(address)).flatMap((mail) => mail.attachments).length, {
        timeout: 60_000,
      })
      .toBe(1);
    await page.goto('/certificates');
    const href = await page.getByRole('link', { name: 'Download the PDF' }).getAttribute('href');
    const pdf = await page.request.get(href as string);
    expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
  });

  await test.step('U3: edits the profile', async () => {
    await page.goto('/profile/edit');
    await page.getByLabel('About you').fill('Reads without scripts.');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(status).toHaveText('User profile has been successfully saved.');
    await expect(page.getByText('Reads without scripts.')).toBeVisible();
  });

  await test.step('A6, A3: logs out and in again', async () => {
    await page.goto('/catalog');
    await page.getByRole('button', { name: 'Log out' }).click();
    await page.goto('/login');
    await page.getByLabel('Username or email').fill(name);
    await page.getByLabel('Password').fill('long enough');
    await page.getByRole('main').getByRole('button', { name: 'Log in' }).click();
    await expect(page).toHaveURL(/\/modules$/);
  });

  await test.step('U4: leaves for good', async () => {
    await page.goto('/profile/leave');
    await page.getByLabel('Password').fill('long enough');
    await page.getByRole('button', { name: 'Delete my account' }).click();
    await expect(status).toHaveText('Good bye! Hope to see you soon.');
  });
});
