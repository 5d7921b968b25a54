import { expect, test } from '@playwright/test';
import { people, signIn } from './sign-in.ts';
import { signUp } from './sign-up.ts';
import { sql } from './sql.ts';

const enrollmentsOf = async (username: string): Promise<string[]> =>
  (
    await sql<{ code: string }>(
      `select distinct m.code from enrollments e join modules m on m.document_id = e.module_key
       join up_users u on u.document_id = e.student_key where u.username = $1 order by m.code`,
      [username],
    )
  ).map(({ code }) => code);

test('E1 a student joins several open modules at once, and is offered those alone', async ({ page }) => {
  await signUp(page, 'joiner');
  await page.goto('/enroll');
  await expect(page.getByRole('checkbox', { name: /PRO\s+Programming fundamentals/ })).toBeVisible();
  // One whose window has closed, one that opens in years.
  for (const name of [/NET/, /BIZ/]) await expect(page.getByRole('checkbox', { name })).toHaveCount(0);

  await page.getByRole('checkbox', { name: /PRO/ }).check();
  await page.getByRole('checkbox', { name: /WRI/ }).check();
  await page.getByRole('button', { name: 'Enrol' }).click();
  await expect(page).toHaveURL(/\/modules$/);
  await expect(page.getByRole('status')).toHaveText('Successfully enrolled in the chosen modules.');
  expect(await enrollmentsOf('joiner')).toEqual(['PRO', 'WRI']);
  // Told once, and a reload joins nothing again.
  await page.reload();
  await expect(page.getByRole('status')).toHaveText('');

  await page.goto('/es/enroll');
  for (const name of [/PRO/, /WRI/]) await expect(page.getByRole('checkbox', { name })).toHaveCount(0);
  await page.getByRole('checkbox', { name: /GIT/ }).check();
  await page.getByRole('button', { name: 'Inscribirme' }).click();
  await expect(page.getByRole('status')).toHaveText('Te has inscrito en los módulos elegidos.');
});

test('E1 who chooses nothing, or what has closed meanwhile, is told so and keeps the choice', async ({
  page,
}) => {
  await signUp(page, 'undecided');
  await page.goto('/enroll');
  await page.getByRole('button', { name: 'Enrol' }).click();
  await expect(page.getByText('Choose at least one module.')).toBeVisible();
  await expect(page.getByRole('group', { name: 'Choose one or several.' })).toHaveAccessibleDescription(
    'Choose at least one module.',
  );
  await expect(page.getByRole('checkbox').first()).toBeFocused();
  // A page that was opened before the window closed.
  const chosen = page.getByRole('checkbox', { name: /WRI/ });
  await chosen.evaluate((box: HTMLInputElement) => (box.value = 'NET'));
  await chosen.check();
  await page.getByRole('checkbox', { name: /PRO/ }).check();
  await page.getByRole('button', { name: 'Enrol' }).click();
  await expect(page.getByText('Enrolling is closed for NET.')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: /PRO/ })).toBeChecked();
  expect(await enrollmentsOf('undecided')).toEqual([]);
});

test('E2 a student leaves several modules at once; one with a mark stays, and the page says why', async ({
  page,
}) => {
  await signUp(page, 'module-leaver');
  await page.goto('/enroll');
  for (const name of [/PRO/, /WRI/, /GIT/]) await page.getByRole('checkbox', { name }).check();
  await page.getByRole('button', { name: 'Enrol' }).click();
  await page.getByRole('link', { name: 'Leave modules' }).click();
  await expect(page.getByRole('checkbox')).toHaveCount(3);
  await page.getByRole('button', { name: 'Leave' }).click();
  await expect(page.getByText('Choose at least one module.')).toBeVisible();
  await page.getByRole('checkbox', { name: /WRI/ }).check();
  await page.getByRole('checkbox', { name: /GIT/ }).check();
  await page.getByRole('button', { name: 'Leave' }).click();
  await expect(page).toHaveURL(/\/modules$/);
  await expect(page.getByRole('status')).toHaveText('Successfully unenrolled from the chosen modules.');
  expect(await enrollmentsOf('module-leaver')).toEqual(['PRO']);

  await page.context().clearCookies();
  await signIn(page, people.showcase.graduate.username);
  await page.goto('/unenroll');
  await expect(page.getByRole('checkbox', { name: /PRO/ })).toBeDisabled();
  await expect(page.getByText('has a mark, so you cannot leave it').first()).toBeVisible();
  await page.goto('/es/unenroll');
  await expect(page.getByText('tiene calificación, así que no puedes dejarlo').first()).toBeVisible();
  // Also when the request is made by hand.
  const answer = await page.request.post('/unenroll', {
    headers: { origin: process.env.SITE_URL as string },
    form: { modules: 'PRO' },
  });
  expect(answer.status()).toBe(422);
  expect(await answer.text()).toContain('You cannot leave PRO: there is a mark already.');
  expect(await enrollmentsOf(people.showcase.graduate.username)).toContain('PRO');
});

test('E3 the same request twice, or twenty at once, leaves one enrollment', async ({ page }) => {
  await signUp(page, 'doubled');
  const join = () =>
    page.request.post('/enroll', {
      headers: { origin: process.env.SITE_URL as string },
      form: { modules: 'PRO' },
      maxRedirects: 0,
    });
  const answers = await Promise.all(Array.from({ length: 20 }, join));
  expect(answers.map((answer) => answer.status())).toEqual(Array.from({ length: 20 }, () => 303));
  const [row] = await sql<{ count: string }>(
    "select count(*) from enrollments e join up_users u on u.document_id = e.student_key where u.username = 'doubled'",
  );
  expect(row?.count).toBe('1');
});
