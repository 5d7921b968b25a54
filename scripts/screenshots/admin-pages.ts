import type { Page } from '@playwright/test';
import { CERTIFICATE_PAGES } from './admin-pages-certificates.ts';
import { GRADEBOOK_PAGES } from './admin-pages-gradebook.ts';
import { OPERATION_PAGES } from './admin-pages-operation.ts';

export type Staff = 'administrator' | 'registrar' | 'teacher' | 'editor';

export interface AdminPage {
  name: string;
  as: Staff;
  /** Below `/admin`. */
  path: string;
  /** Brings the page into the state that is to be seen. Nothing is written: the next look begins with the same. */
  act?: (page: Page) => Promise<unknown>;
}

/** A button by what it says in either language. */
const press = (page: Page, name: RegExp) => page.getByRole('button', { name }).first().click();

const openRow = (page: Page, code: string) =>
  page.getByRole('row').filter({ hasText: code }).first().getByRole('link').first().click();
const inHtml =
  (name: RegExp, then?: (page: Page) => Promise<unknown>) =>
  async (page: Page): Promise<void> => {
    await openRow(page, 'HTM');
    await press(page, name);
    await then?.(page);
  };
const chooseFile = (page: Page, name: string, text: string) =>
  page
    .getByRole('dialog')
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/zip', buffer: Buffer.from(text) });
/** Modules and lessons in Strapi's own pages. */
const content = (type: string): string =>
  `content-manager/collection-types/api::${type}.${type}?page=1&pageSize=10`;
const openRecord = (page: Page) => page.getByRole('row').nth(1).click();
const NEW_LESSON = /^(New lesson|Lección nueva)$/;

const HOME_PAGES = (['administrator', 'registrar', 'teacher', 'editor'] as const).map((as): AdminPage => ({
  name: `home-${as}`,
  as,
  path: '',
}));

const AUTHORING_PAGES: AdminPage[] = [
  { name: 'authoring', as: 'editor', path: 'plugins/authoring' },
  {
    name: 'authoring-import',
    as: 'editor',
    path: 'plugins/authoring',
    act: (page) => press(page, /^(Import|Importar)/),
  },
  {
    name: 'authoring-import-refused',
    as: 'editor',
    path: 'plugins/authoring',
    act: async (page) => {
      await press(page, /^(Import|Importar)/);
      await chooseFile(page, 'course.zip', 'This is no zip.');
      await page.getByRole('dialog').locator('button[type=submit]').click();
    },
  },
  { name: 'authoring-lessons', as: 'editor', path: 'plugins/authoring', act: (page) => openRow(page, 'HTM') },
  { name: 'authoring-new-lesson', as: 'editor', path: 'plugins/authoring', act: inHtml(NEW_LESSON) },
  {
    name: 'authoring-new-lesson-refused',
    as: 'editor',
    path: 'plugins/authoring',
    act: inHtml(NEW_LESSON, (page) => page.getByRole('dialog').locator('button[type=submit]').click()),
  },
  {
    name: 'authoring-duplicate',
    as: 'editor',
    path: 'plugins/authoring',
    act: inHtml(/^(Duplicate|Duplicar)$/),
  },
  { name: 'authoring-module-form', as: 'editor', path: content('module'), act: openRecord },
  { name: 'authoring-lesson-form', as: 'editor', path: content('lesson'), act: openRecord },
];

const CONTENT_PAGES = [
  'module',
  'lesson',
  'enrollment',
  'grade',
  'lesson-progress',
  'teacher-profile',
  'student-profile',
].flatMap((type): AdminPage[] => [
  { name: `content-${type}`, as: 'administrator', path: content(type) },
  { name: `content-${type}-one`, as: 'administrator', path: content(type), act: openRecord },
]);

/** Every page of the admin that is Lumino's, and Strapi's own where Lumino arranges them. */
export const ADMIN_PAGES: AdminPage[] = [
  ...HOME_PAGES,
  ...AUTHORING_PAGES,
  ...GRADEBOOK_PAGES,
  ...CERTIFICATE_PAGES,
  ...OPERATION_PAGES,
  ...CONTENT_PAGES,
];
