import { expect, test } from '@playwright/test';
import { people, signIn } from './sign-in.ts';
import { signUp } from './sign-up.ts';
import { draftModule } from './staff.ts';

const { graduate } = people.showcase;

test('S1 the page lists exactly the student’s modules, each with a link, progress and mark', async ({
  page,
}) => {
  await signIn(page, graduate.username);
  const listed = page.getByRole('listitem').filter({ has: page.getByRole('progressbar') });
  await expect(listed).toHaveCount(5);
  for (const [name, mark] of [
    ['Programming fundamentals with Python', 'Mark: 9 of 10'],
    ['HTML and CSS foundations', 'Mark: 8.5 of 10'],
    ['Version control with Git', 'Mark: 10 of 10'],
  ] as const) {
    const module = listed.filter({ has: page.getByRole('link', { name, exact: true }) });
    await expect(module).toContainText(mark);
    await expect(module.getByRole('progressbar')).toHaveAccessibleName(/^\d of 5 lessons done$/);
  }
  await page.getByRole('link', { name: 'Version control with Git', exact: true }).click();
  await expect(page).toHaveURL(/\/modules\/GIT$/);
  await page.goto('/es/modules');
  await expect(page.getByText('Calificación: 8,5 de 10')).toBeVisible();
});

test('S2 it leads to enrol and to unenrol, in both languages', async ({ page }) => {
  await signIn(page, graduate.username);
  for (const [path, enroll, unenroll] of [
    ['/modules', 'Enrol in modules', 'Leave modules'],
    ['/es/modules', 'Inscribirse en módulos', 'Dejar módulos'],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole('link', { name: enroll }).first()).toHaveAttribute('href', /\/enroll$/);
    await expect(page.getByRole('link', { name: unenroll })).toHaveAttribute('href', /\/unenroll$/);
  }
});

test('S3 the grade certificate is offered to whoever has a mark in every module, and to nobody else', async ({
  page,
  browser,
}) => {
  const offer = (name = 'Get the grade certificate') => page.getByRole('button', { name });
  await signIn(page, graduate.username);
  await expect(offer()).toBeVisible();
  await page.goto('/es/modules');
  await expect(offer('Obtener el certificado de calificaciones')).toBeVisible();

  const other = await (await browser.newContext({ baseURL: process.env.SITE_URL })).newPage();
  await signUp(other, 'markless');
  await other.goto('/modules');
  await expect(other.getByText('You are not in any module yet.')).toBeVisible();
  await expect(other.getByRole('button', { name: 'Get the grade certificate' })).toHaveCount(0);
  await other.goto('/enroll');
  await other.getByRole('checkbox', { name: /PRO/ }).check();
  await other.getByRole('button', { name: 'Enrol' }).click();
  await expect(other.getByText(/once every module has a mark\. Missing: PRO\./)).toBeVisible();
  await expect(other.getByRole('button', { name: 'Get the grade certificate' })).toHaveCount(0);
  // C2: asked for all the same, it is refused with the reason.
  const refused = await other.request.post('/modules', {
    headers: { origin: process.env.SITE_URL as string },
  });
  expect(await refused.text()).toContain(
    'The grade certificate needs at least one module, and a mark in every one.',
  );
});

test('S4 a module’s page: to a student its lessons, progress and mark', async ({ page }) => {
  await signIn(page, graduate.username);
  for (const [path, name, mark, first] of [
    [
      '/modules/PRO',
      'Programming fundamentals with Python',
      'Your mark for this module: 9',
      'Values and names',
    ],
    ['/es/modules/HTM', 'Fundamentos de HTML y CSS', 'Tu calificación en este módulo: 8,5', null],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
    await expect(page.getByText(mark, { exact: true })).toBeVisible();
    if (first) await expect(page.getByRole('link', { name: first })).toBeVisible();
  }
  await page.goto('/modules/PRO');
  const titles = ['Values and names', 'Decisions', 'Loops that end', 'Functions that do one thing'];
  const listed = await page.getByRole('main').getByRole('link').allTextContents();
  const places = titles.map((title) => listed.findIndex((text) => text.includes(title)));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places).not.toContain(-1);
  await page.getByRole('main').getByRole('link', { name: 'Ada Moreno' }).click();
  await expect(page).toHaveURL(/\/teachers\/ada-moreno$/);
});

test('S4 to anybody else: the titles of lessons without a way in, and how to enrol', async ({ page }) => {
  await page.goto('/modules/PRO');
  await expect(page.getByText('Decisions', { exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Decisions', exact: true })).toHaveCount(0);
  await expect(page.getByText(/Your mark/)).toHaveCount(0);
  await page.getByRole('link', { name: 'Log in to enrol' }).click();
  await expect(page).toHaveURL(/\/login\?next=%2Fmodules%2FPRO$/);

  await signUp(page, 'looker');
  await page.goto('/modules/PRO');
  await expect(page.getByRole('link', { name: 'Decisions', exact: true })).toHaveCount(0);
  await page.getByRole('button', { name: 'Enrol in this module' }).click();
  await expect(page.getByRole('status')).toHaveText('Successfully enrolled in the chosen modules.');
  await page.goto('/modules/PRO');
  await expect(page.getByRole('link', { name: 'Decisions', exact: true })).toBeVisible();
  await page.goto('/modules/NET');
  await expect(page.getByText('Enrolling in this module is closed at the moment.')).toBeVisible();
});

test('S5 what is unknown, or a draft, is not there', async ({ page }) => {
  const remove = await draftModule('DRAFT1');
  try {
    for (const path of [
      '/modules/NOPE',
      '/modules/DRAFT1',
      '/es/modules/DRAFT1',
      '/nowhere',
      '/es/nowhere',
    ]) {
      expect([path, (await page.goto(path))?.status()]).toEqual([path, 404]);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Page not found|Página no encontrada/);
    }
    await page.goto('/catalog');
    await expect(page.getByText('DRAFT1')).toHaveCount(0);
  } finally {
    await remove();
  }
});
