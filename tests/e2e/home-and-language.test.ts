import { expect, test } from '@playwright/test';
import { signIn } from './sign-in.ts';
import { setPublished } from './staff.ts';

test('H1 a visitor is welcomed with the published catalogue and both ways in', async ({ page }) => {
  expect((await page.goto('/'))?.status()).toBe(200);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Join Lumino. The cool education platform!',
  );
  await expect(page.getByRole('link', { name: 'Web accessibility' })).toBeVisible();
  for (const name of ['Log in', 'Sign up'])
    await expect(page.getByRole('link', { name }).first()).toBeVisible();

  expect((await page.goto('/es'))?.status()).toBe(200);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    '¡Únete a Lumino! La plataforma educativa genial',
  );
  await expect(page.getByRole('link', { name: 'Accesibilidad web' })).toBeVisible();
  for (const name of ['Iniciar sesión', 'Registrarse'])
    await expect(page.getByRole('link', { name }).first()).toBeVisible();
});

test('H2 a signed-in student is led from home to the modules', async ({ page }) => {
  await signIn(page, 'guido');
  for (const [home, modules] of [
    ['/', /localhost:\d+\/modules$/],
    ['/es', /\/es\/modules$/],
  ] as const) {
    await page.goto(home);
    await expect(page).toHaveURL(modules);
  }
});

const PAGES = ['/', '/catalog', '/modules/PRO', '/teachers/ada-moreno', '/login', '/signup', '/verify'];
const OWN = [
  '/modules',
  '/modules/PRO/lessons/decisions',
  '/enroll',
  '/unenroll',
  '/certificates',
  '/users/guido',
];

test('H3 every page is there in both languages, and the switch stays on the page', async ({ page }) => {
  test.slow();
  const look = async (path: string) => {
    await page.goto(path);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await page.getByRole('link', { name: 'Cambiar a español' }).click();
    await expect(page).toHaveURL(new RegExp(`/es${path === '/' ? '' : path}$`));
    await expect(page.locator('html')).toHaveAttribute('lang', 'es');
    await page.getByRole('link', { name: 'Switch to English' }).click();
    await expect(page).toHaveURL(new RegExp(`:\\d+${path}$`));
  };
  for (const path of PAGES) await look(path);
  await signIn(page, 'guido');
  for (const path of OWN) await look(path);
});

test('H3 a lesson without a translation is shown in the language it has, and says so', async ({ page }) => {
  await signIn(page, 'guido');
  const path = '/modules/PRO/lessons/functions';
  await page.goto(`/es${path}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Funciones que hacen una sola cosa');
  await setPublished('PRO', 'functions', 'es', false);
  try {
    await expect
      .poll(async () => {
        await page.goto(`/es${path}`);
        return page.getByRole('heading', { level: 1 }).textContent();
      })
      .toBe('Functions that do one thing');
    await expect(
      page.getByText('Este texto aún no está traducido; lo ves en su idioma original.'),
    ).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'es');
    await expect(page.getByRole('heading', { level: 1 })).toHaveAttribute('lang', 'en');
  } finally {
    await setPublished('PRO', 'functions', 'es', true);
  }
});

test('H4 the student’s modules have that title, in both languages', async ({ page }) => {
  await signIn(page, 'guido');
  for (const [path, title] of [
    ['/modules', 'My modules'],
    ['/es/modules', 'Mis módulos'],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(page).toHaveTitle(new RegExp(`^${title}`));
  }
});

const GUARDED = [
  '/modules',
  '/enroll',
  '/unenroll',
  '/certificates',
  '/users/guido',
  '/profile/edit',
  '/profile/password',
  '/profile/leave',
  '/modules/PRO/lessons/decisions',
];

test('H5 a page that needs a session leads a visitor to log-in, and knows the way back', async ({
  request,
}) => {
  for (const prefix of ['', '/es'])
    for (const path of GUARDED) {
      const answer = await request.get(prefix + path, { maxRedirects: 0 });
      expect([prefix + path, answer.status()]).toEqual([prefix + path, 303]);
      expect(answer.headers().location).toBe(`${prefix}/login?next=${encodeURIComponent(prefix + path)}`);
    }
});

test('X3 the student’s modules are one click away on every page', async ({ page }) => {
  test.slow();
  await signIn(page, 'guido');
  for (const path of [...PAGES.filter((one) => one !== '/'), ...OWN, '/profile/edit', '/nowhere']) {
    await page.goto(path);
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'My modules' }).click();
    await expect(page).toHaveURL(/:\d+\/modules$/);
  }
});
