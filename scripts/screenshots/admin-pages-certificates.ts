import type { Page } from '@playwright/test';
import type { AdminPage } from './admin-pages.ts';

const openFirst = (page: Page) => page.locator('main [role=grid] a').first().click();
const onFirst =
  (name: RegExp) =>
  async (page: Page): Promise<void> => {
    await openFirst(page);
    await page.getByRole('button', { name }).first().click();
  };
const VALID = 'plugins/certificates?kind=module&status=valid';

export const CERTIFICATE_PAGES: AdminPage[] = [
  { name: 'certificates', as: 'registrar', path: 'plugins/certificates' },
  {
    name: 'certificates-none-found',
    as: 'registrar',
    path: 'plugins/certificates?from=2001-01-01&to=2001-01-02',
  },
  { name: 'certificates-one', as: 'registrar', path: VALID, act: openFirst },
  {
    name: 'certificates-one-revoked',
    as: 'registrar',
    path: 'plugins/certificates?status=revoked',
    act: openFirst,
  },
  {
    name: 'certificates-one-superseded',
    as: 'registrar',
    path: 'plugins/certificates?status=superseded',
    act: openFirst,
  },
  { name: 'certificates-revoke', as: 'registrar', path: VALID, act: onFirst(/^(Revoke|Revocar)$/) },
  {
    name: 'certificates-correct',
    as: 'administrator',
    path: VALID,
    act: onFirst(/^(Correct and issue again|Corregir)/),
  },
  {
    name: 'certificates-resend',
    as: 'registrar',
    path: VALID,
    act: onFirst(/^(Send again|Enviar de nuevo|Reenviar)/),
  },
  { name: 'certificates-issue', as: 'administrator', path: 'plugins/certificates/issue' },
  {
    name: 'certificates-issue-module',
    as: 'administrator',
    path: 'plugins/certificates/issue',
    act: async (page) => {
      await page.getByRole('combobox').first().click();
      await page.getByRole('option', { name: /PRO/ }).first().click();
    },
  },
  { name: 'certificates-settings', as: 'administrator', path: 'settings/certificates' },
  { name: 'certificates-designs', as: 'administrator', path: 'settings/certificates-designs' },
  {
    name: 'certificates-design',
    as: 'administrator',
    path: 'settings/certificates-designs',
    act: (page) => page.getByRole('article').first().getByRole('button').first().click(),
  },
  { name: 'certificates-files', as: 'administrator', path: 'settings/certificates-files' },
];
