import { expect, test } from '@playwright/test';
import { theMailTo } from './inbox.ts';
import { ENGLISH, logIn } from './log-in-form.ts';
import { fillSignUp, signUp } from './sign-up.ts';
import { sql } from './sql.ts';

test('A7 sign-up asks for all five, makes a student whatever is sent, and keeps what was typed', async ({
  page,
}) => {
  await page.goto('/signup');
  await page.getByRole('main').getByRole('button', { name: 'Sign up' }).click();
  for (const label of ['First name', 'Last name', 'Email', 'Username', 'Password'])
    await expect(page.getByLabel(label, { exact: true })).toHaveAccessibleDescription(
      /Please fill this in\./,
    );
  await expect(page.getByLabel('First name')).toBeFocused();

  await fillSignUp(page, 'wishful', { password: 'short', email: 'not an address' });
  await page.getByRole('main').getByRole('button', { name: 'Sign up' }).click();
  await expect(page.getByText('This does not look like an email address.')).toBeVisible();
  await expect(page.getByText('This is too short.')).toBeVisible();
  await expect(page.getByLabel('Email')).toBeFocused();
  await expect(page.getByLabel('Email')).toHaveValue('not an address');
  await expect(page.getByLabel('First name')).toHaveValue('Test');
  await expect(page.getByLabel('Password')).toHaveValue('');

  const sent = await page.request.post('/signup', {
    headers: { origin: process.env.SITE_URL as string },
    form: {
      ...{ username: 'wishful', password: 'long enough', firstName: 'A', lastName: 'B' },
      ...{ email: 'wishful@students.example', role: 'teacher', confirmed: 'true', isTeacher: 'on' },
    },
  });
  expect(sent.ok()).toBe(true);
  const [row] = await sql<{ type: string; confirmed: boolean }>(
    `select r.type, u.confirmed from up_users u join up_users_role_lnk l on l.user_id = u.id
     join up_roles r on r.id = l.role_id where u.username = 'wishful'`,
  );
  expect(row).toEqual({ type: 'student', confirmed: false });
});

test('A8 after sign-up the student is signed in, at home, and welcome', async ({ page }) => {
  await signUp(page, 'welcome-en');
  await expect(page).toHaveURL(/\/$/);
  await expect(page.getByRole('status')).toHaveText('Welcome to Lumino. Nice to see you!');
  await expect(page.getByRole('button', { name: 'Log out' })).toBeVisible();
  // Told once; a reload signs nobody up twice.
  await page.reload();
  await expect(page).toHaveURL(/\/modules$/);

  await page.context().clearCookies();
  await page.goto('/es/signup');
  await page.getByLabel('Nombre', { exact: true }).fill('Prueba');
  await page.getByLabel('Apellidos').fill('Bienvenida');
  await page.getByLabel('Correo electrónico').fill('welcome-es@students.example');
  await page.getByLabel('Usuario', { exact: true }).fill('welcome-es');
  await page.getByLabel('Contraseña').fill('long enough');
  await page.getByRole('main').getByRole('button', { name: 'Registrarse' }).click();
  await expect(page).toHaveURL(/\/es$/);
  await expect(page.getByRole('status')).toHaveText('Te damos la bienvenida a Lumino. ¡Qué alegría verte!');
});

test('A9 a name that is taken is refused beside its field, an address without a word of its owner', async ({
  page,
}) => {
  await page.goto('/signup');
  await fillSignUp(page, 'GUIDO', { email: 'another@students.example' });
  await page.getByRole('main').getByRole('button', { name: 'Sign up' }).click();
  await expect(page.getByLabel('Username')).toHaveAccessibleDescription(/This username is taken\./);
  await expect(page.getByLabel('Username')).toBeFocused();
  await expect(page.getByLabel('Email')).toHaveValue('another@students.example');

  await fillSignUp(page, 'somebody-new', { email: 'Guido@students.lumino.example' });
  await page.getByRole('main').getByRole('button', { name: 'Sign up' }).click();
  await expect(page.getByLabel('Email')).toHaveAccessibleDescription('This email address cannot be used.');
  await expect(page.getByRole('main')).not.toContainText('Guido');
});

test('A10 a new student has a profile: no words, and the picture that everybody begins with', async ({
  page,
}) => {
  await signUp(page, 'beginner');
  await page.getByRole('link', { name: 'Profile' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Test beginner');
  await expect(page.getByText('Student', { exact: true })).toBeVisible();
  await expect(page.getByText('Nothing here yet.')).toBeVisible();
});

test('A11 a forgotten password: the same answer for everybody, and a link that works once', async ({
  page,
  browser,
}) => {
  await signUp(page, 'forgetful-one');
  const elsewhere = await (await browser.newContext({ baseURL: process.env.SITE_URL })).newPage();
  const address = 'forgetful-one@students.example';
  for (const email of ['nobody-at-all@students.example', address]) {
    await elsewhere.goto('/login');
    await elsewhere.getByRole('link', { name: 'Forgot your password?' }).click();
    await elsewhere.getByLabel('Email').fill(email);
    await elsewhere.getByRole('button', { name: 'Send me a link' }).click();
    await expect(elsewhere.getByRole('status')).toHaveText(
      'If there is an account with this address, a mail with a link is on its way. The link works once and for 30 minutes.',
    );
  }
  const { text = '' } = await theMailTo(address, 'new password');
  const link = /http\S+reset-password\?token=[\w-]+/.exec(text)?.[0] as string;

  await elsewhere.goto(link);
  await elsewhere.getByLabel('New password').fill('short');
  await elsewhere.getByRole('button', { name: 'Save the password' }).click();
  await expect(elsewhere.getByLabel('New password')).toHaveAccessibleDescription(/This is too short\./);
  await elsewhere.getByLabel('New password').fill('entirely new');
  await elsewhere.getByRole('button', { name: 'Save the password' }).click();
  await expect(elsewhere.getByRole('status')).toHaveText('Your new password is set. Please log in with it.');

  // The session that was open before has ended (P8).
  await page.goto('/modules');
  await expect(page).toHaveURL(/\/login/);
  await logIn(page, ENGLISH, 'forgetful-one', 'entirely new');
  await expect(page).toHaveURL(/\/modules$/);

  await elsewhere.goto(link);
  await elsewhere.getByLabel('New password').fill('once more, please');
  await elsewhere.getByRole('button', { name: 'Save the password' }).click();
  await expect(elsewhere.getByText('This link was used already or has expired.')).toBeVisible();
});

test('a new student confirms the address; to look at the page of the link is not enough', async ({
  page,
}) => {
  await signUp(page, 'confirmer');
  const address = 'confirmer@students.example';
  const { text = '' } = await theMailTo(address, 'Confirm your email address');
  await page.goto('/modules');
  await expect(page.getByText(`We sent a mail to ${address}.`)).toBeVisible();
  await page.getByRole('button', { name: 'Send it again' }).click();
  await expect(page.getByRole('status')).toHaveText('A new mail with a link is on its way to you.');

  const link = /http\S+confirm-email\?token=[\w-]+/.exec(text)?.[0] as string;
  await page.goto(link);
  await page.goto('/users/confirmer');
  await expect(page.getByRole('button', { name: 'Send it again' })).toBeVisible();
  await page.goto(link);
  await page.getByRole('button', { name: 'Confirm my address' }).click();
  await expect(page.getByRole('status')).toHaveText('Thank you, your email address is confirmed.');
  await expect(page.getByRole('button', { name: 'Send it again' })).toHaveCount(0);
  await page.goto(link);
  await page.getByRole('button', { name: 'Confirm my address' }).click();
  await expect(page.getByText('This link was used already or has expired.')).toBeVisible();
});
