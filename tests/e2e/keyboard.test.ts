import { expect, test, type Locator, type Page } from '@playwright/test';
import { setMark } from './staff.ts';

/** Presses Tab until a control has the focus; each stop on the way has to be seen. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  await expect(control).toBeVisible();
  for (let press = 0; press < 120; press++) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
    expect(await focusIsSeen(page)).toBe(true);
  }
  throw new Error(`Tab does not come to ${control}`);
}

/**
 * Whether the focus is on something that is in the window and drawn otherwise than without focus (WCAG 2.2, 2.4.7, 2.4.11).
 * On the way out of the page, on the body, nothing is to be seen.
 */
const focusIsSeen = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const focused = document.activeElement as HTMLElement | null;
    if (!focused || focused === document.body) return true;
    const { width, height, top, bottom } = focused.getBoundingClientRect();
    const isThere = width > 0 && height > 0 && bottom > 0 && top < innerHeight;
    const rings = (element: Element | null, part?: string): boolean => {
      if (!element) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(element, part);
      return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
    };
    // A box around a control, or one laid over it, may carry the ring for it.
    const carriers = [focused, focused.parentElement, focused.closest('label'), focused.closest('li')];
    return isThere && (carriers.some((element) => rings(element)) || rings(focused, '::after'));
  });

async function type(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, page.getByLabel(label, { exact: true }));
  await page.keyboard.type(text);
}

async function press(page: Page, control: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, control);
  await page.keyboard.press(key);
}

test('with Tab, Enter and Space alone: sign up, enrol, read, answer, get a certificate', async ({ page }) => {
  test.slow();
  const main = page.getByRole('main');

  await test.step('the first stop of a page leads past its header', async () => {
    await page.goto('/catalog');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
    await expect(page.getByRole('link', { name: 'Skip to content' })).toBeInViewport();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/#content$/);
  });

  await test.step('sign up', async () => {
    await page.goto('/');
    await press(page, page.getByRole('link', { name: 'Sign up' }).first());
    await expect(page).toHaveURL(/\/signup$/);
    await type(page, 'First name', 'Key');
    await type(page, 'Last name', 'Board');
    await type(page, 'Email', 'keyboard@students.example');
    await type(page, 'Username', 'keyboard');
    await type(page, 'Password', 'long enough');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status').first()).toHaveText('Welcome to Lumino. Nice to see you!');
  });

  await test.step('enrol', async () => {
    await page.goto('/enroll');
    await press(page, page.getByRole('checkbox', { name: /PRO/ }), 'Space');
    await expect(page.getByRole('checkbox', { name: /PRO/ })).toBeChecked();
    await press(page, page.getByRole('button', { name: 'Enrol' }), 'Space');
    await expect(page.getByRole('status').first()).toHaveText('Successfully enrolled in the chosen modules.');
  });

  await test.step('read a lesson, answer a question, mark it as done', async () => {
    await press(page, main.getByRole('link', { name: 'Programming fundamentals with Python', exact: true }));
    await expect(page).toHaveURL(/\/modules\/PRO$/);
    await press(page, main.getByRole('link', { name: 'Decisions', exact: true }));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Decisions');
    const answer = main.getByRole('radio').first();
    await tabTo(page, answer);
    await page.keyboard.press('Space');
    await expect(answer).toBeChecked();
    await press(page, page.getByRole('button', { name: 'Check my answers' }), 'Space');
    await expect(page.getByText(/^\d of \d right$/)).toBeVisible();
    await press(page, page.getByRole('button', { name: 'Mark as done' }));
    await expect(page.getByText('You have done this lesson.')).toBeVisible();
  });

  await test.step('get the certificate', async () => {
    await setMark('keyboard', 'PRO', 8);
    await press(page, page.getByRole('link', { name: 'My modules' }).first());
    await expect(page).toHaveURL(/\/modules$/);
    await press(page, page.getByRole('button', { name: 'Get the grade certificate' }));
    await expect(page.getByRole('status').first()).toHaveText(
      'You will get the grade certificate quite soon at keyboard@students.example',
    );
    await page.goto('/certificates');
    await tabTo(page, page.getByRole('link', { name: /Download the PDF/ }).first());
  });

  await test.step('an error takes the focus to its field', async () => {
    await page.goto('/profile/leave');
    await type(page, 'Password', 'not mine');
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('Password')).toBeFocused();
    await expect(page.getByLabel('Password')).toHaveAccessibleDescription('This is not your password.');
  });
});
