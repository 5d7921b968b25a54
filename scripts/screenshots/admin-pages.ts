import type { Page } from '@playwright/test';

export type Staff = 'administrator' | 'teacher' | 'editor';

export interface AdminPage {
  name: string;
  as: Staff;
  /** Below `/admin`. */
  path: string;
  /** Brings the page into the state that is to be seen. */
  act?: (page: Page) => Promise<unknown>;
}

const firstLink = (page: Page) => page.locator('main table a, main [role=grid] a').first().click();
const rowOf = (code: string) => (page: Page) =>
  page.getByRole('row').filter({ hasText: code }).first().getByRole('link').first().click();
const primary = (page: Page) =>
  page.locator('[data-strapi-header] button, main header button').last().click();
/** Modules and lessons in Strapi's own pages. */
const content = (type: string): string =>
  `content-manager/collection-types/api::${type}.${type}?page=1&pageSize=10`;

/** Every page of the admin that is Lumino's, and Strapi's own where Lumino arranges them. */
export const ADMIN_PAGES: AdminPage[] = [
  { name: 'home-administrator', as: 'administrator', path: '' },
  { name: 'home-teacher', as: 'teacher', path: '' },
  { name: 'home-editor', as: 'editor', path: '' },
  { name: 'authoring', as: 'editor', path: 'plugins/authoring' },
  { name: 'authoring-import', as: 'editor', path: 'plugins/authoring', act: primary },
  { name: 'authoring-lessons', as: 'editor', path: 'plugins/authoring', act: rowOf('HTM') },
  {
    name: 'authoring-new-lesson',
    as: 'editor',
    path: 'plugins/authoring',
    act: async (page) => {
      await rowOf('HTM')(page);
      await page.getByRole('button', { name: /^(New lesson|Lección nueva)$/ }).click();
    },
  },
  {
    name: 'authoring-duplicate',
    as: 'editor',
    path: 'plugins/authoring',
    act: async (page) => {
      await rowOf('HTM')(page);
      await page.getByRole('button', { name: /^(Duplicate|Duplicar)$/ }).click();
    },
  },
  { name: 'gradebook', as: 'teacher', path: 'plugins/gradebook' },
  {
    name: 'gradebook-module',
    as: 'teacher',
    path: 'plugins/gradebook',
    act: (page) => page.getByRole('link', { name: /PRO/ }).first().click(),
  },
  { name: 'certificates', as: 'administrator', path: 'plugins/certificates' },
  { name: 'certificates-one', as: 'administrator', path: 'plugins/certificates', act: firstLink },
  { name: 'certificates-issue', as: 'administrator', path: 'plugins/certificates/issue' },
  { name: 'certificates-settings', as: 'administrator', path: 'settings/certificates' },
  { name: 'certificates-designs', as: 'administrator', path: 'settings/certificates-designs' },
  { name: 'certificates-files', as: 'administrator', path: 'settings/certificates-files' },
  { name: 'deliveries', as: 'administrator', path: 'plugins/deliveries' },
  { name: 'deliveries-one', as: 'administrator', path: 'plugins/deliveries', act: firstLink },
  { name: 'deliveries-work', as: 'administrator', path: 'plugins/deliveries/work' },
  ...[
    'module',
    'lesson',
    'enrollment',
    'grade',
    'lesson-progress',
    'teacher-profile',
    'student-profile',
  ].flatMap((type): AdminPage[] => [
    { name: `content-${type}`, as: 'administrator', path: content(type) },
    {
      name: `content-${type}-one`,
      as: 'administrator',
      path: content(type),
      act: (page) => page.getByRole('row').nth(1).click(),
    },
  ]),
];
