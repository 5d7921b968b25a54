import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { people, signIn } from './sign-in.ts';
import { signUp } from './sign-up.ts';

const LANGUAGES = ['', '/es'] as const;
const LESSON = '/modules/PRO/lessons/decisions';
const VISITOR = [
  '/',
  '/catalog',
  '/login',
  '/signup',
  '/forgot-password',
  '/reset-password',
  '/reset-password?token=made-up',
  '/confirm-email',
  '/confirm-email?token=made-up',
  '/modules/PRO',
  '/modules/NET',
  '/verify',
  '/verify/NOTACODE',
  '/teachers/ada-moreno',
  '/nowhere',
];
const STUDENT = [
  '/modules',
  '/modules/PRO',
  LESSON,
  '/modules/PRO/lessons/values-and-names',
  '/enroll',
  '/unenroll',
  '/certificates',
  '/users/guido',
  '/users/maria',
  '/profile/edit',
  '/profile/password',
  '/profile/leave',
];
/** Of somebody who has just come and has nothing yet; a lesson is closed to them. */
const BEGINNER = ['/modules', '/unenroll', '/certificates', '/users/axe-beginner', LESSON];

/** The rules of axe that ask for colours: of all others, a page is the same in light and dark. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/** What axe finds on a page, in light and in dark, with where. Colours that are on their way to others would be neither's. */
async function violationsOn(page: Page, where: string): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const light = await new AxeBuilder({ page }).analyze();
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  const dark = await new AxeBuilder({ page }).withRules(OF_COLOURS).analyze();
  const told = (scheme: string, { violations }: typeof light): string[] =>
    violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html }) => `${where}, ${scheme}: ${id}: ${html.slice(0, 160)}`),
    );
  return [...told('light', light), ...told('dark', dark)];
}

async function look(page: Page, paths: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const prefix of LANGUAGES)
    for (const path of paths) {
      await page.goto(prefix + path);
      found.push(...(await violationsOn(page, prefix + path)));
    }
  return found;
}

/** Posts a form as it is, and looks at what it says is wrong. */
async function lookAtErrors(page: Page, paths: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const prefix of LANGUAGES)
    for (const path of paths) {
      await page.goto(prefix + path);
      await page.getByRole('main').locator('form').last().locator('button:not([type=button])').click();
      await expect(page.locator('[aria-invalid=true], fieldset[aria-describedby]').first()).toBeVisible();
      found.push(...(await violationsOn(page, `${prefix + path}, refused`)));
    }
  return found;
}

test.describe('axe finds nothing (WCAG 2.2 AA), in light and dark:', () => {
  test.slow();

  test('pages of visitors, in both languages', async ({ page }) => {
    expect(await look(page, VISITOR)).toEqual([]);
  });

  test('pages of students, in both languages', async ({ page }) => {
    await signIn(page, people.showcase.graduate.username);
    expect(await look(page, STUDENT)).toEqual([]);
  });

  test('pages of somebody who has nothing yet, and those that refuse', async ({ page }) => {
    await signUp(page, 'axe-beginner');
    expect(await look(page, BEGINNER)).toEqual([]);
  });

  test('forms that say what is wrong', async ({ page }) => {
    const forms = ['/login', '/signup', '/forgot-password', '/reset-password?token=made-up'];
    const found = await lookAtErrors(page, forms);
    await signIn(page, people.showcase.almost.username);
    found.push(...(await lookAtErrors(page, ['/enroll', '/unenroll', '/profile/leave'])));
    expect(found).toEqual([]);
  });
});

test('axe finds nothing on a telephone, with a menu that is open', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, people.showcase.graduate.username);
  const found = await look(page, ['/', '/modules', LESSON]);
  const menu = page.getByRole('button', { name: /menu|menú/i });
  if (await menu.isVisible()) {
    await menu.click();
    found.push(...(await violationsOn(page, 'the open menu')));
  }
  expect(found).toEqual([]);
});
