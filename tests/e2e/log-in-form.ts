import type { Page } from '@playwright/test';

/** The first form of each language, by the names that its controls have for everybody. */
export const ENGLISH = {
  ...{
    prefix: '',
    identifier: 'Username or email',
    password: 'Password',
    logIn: 'Log in',
    signUp: 'Sign up',
  },
  ...{ incorrect: 'Incorrect username or password', required: 'Please fill this in.' },
};
export const SPANISH = {
  ...{ prefix: '/es', identifier: 'Usuario o correo electrónico', password: 'Contraseña' },
  ...{ logIn: 'Iniciar sesión', signUp: 'Registrarse' },
  ...{ incorrect: 'Usuario o contraseña incorrectos', required: 'Rellena este campo.' },
};
export const LANGUAGES = [ENGLISH, SPANISH];

/** Fills the log-in form of this language, and sends it. */
export async function logIn(
  page: Page,
  t: typeof ENGLISH,
  identifier: string,
  password: string,
): Promise<void> {
  await page.getByLabel(t.identifier, { exact: true }).fill(identifier);
  await page.getByLabel(t.password, { exact: true }).fill(password);
  await page.getByRole('main').getByRole('button', { name: t.logIn }).click();
}
