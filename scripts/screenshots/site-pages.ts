import type { Page } from '@playwright/test';
import type { People } from '../demo/people.ts';

export interface SitePage {
  name: string;
  /** Without its language. */
  path: string;
  /** Whoever has to be signed in. */
  as?: string;
  /** Brings the page into the state that is to be seen. */
  act?: (page: Page) => Promise<unknown>;
}

const submit = (page: Page) => page.locator('main form button:not([data-reveal])').first().click();

/** Every kind of page of the site, and the states in which they look different; pages of one student stand together. */
export function sitePages({ showcase, students }: People): SitePage[] {
  const graduate = showcase.graduate.username;
  const almost = showcase.almost.username;
  const module = `/modules/${showcase.almost.module}`;
  const own = (as: string, pages: Omit<SitePage, 'as'>[]): SitePage[] =>
    pages.map((page) => ({ ...page, as }));
  return [
    { name: 'home', path: '/' },
    {
      name: 'menu',
      path: '/',
      act: async (page) => {
        const button = page.locator('.menu-button');
        if (await button.isVisible()) await button.click();
      },
    },
    { name: 'catalog', path: '/catalog' },
    { name: 'module-visitor', path: module },
    { name: 'teacher', path: '/teachers/ada-moreno' },
    { name: 'login', path: '/login' },
    { name: 'login-empty', path: '/login', act: submit },
    { name: 'signup', path: '/signup' },
    { name: 'signup-empty', path: '/signup', act: submit },
    { name: 'forgot', path: '/forgot-password' },
    { name: 'reset-expired', path: '/reset-password' },
    { name: 'verify', path: '/verify' },
    { name: 'verify-unknown', path: '/verify/0123456789ABCDEFGHJKMNPQRS' },
    { name: 'not-found', path: '/nowhere' },
    { name: 'failed', path: '/500' },
    { name: 'unavailable', path: '/unavailable' },
    ...own(graduate, [
      { name: 'modules', path: '/modules' },
      { name: 'module', path: module },
      { name: 'certificates', path: '/certificates' },
      {
        name: 'verify-valid',
        path: '/certificates',
        act: async (page) =>
          page.goto((await page.locator('main a[href*="/verify/"]').first().getAttribute('href')) ?? ''),
      },
      { name: 'enroll', path: '/enroll' },
      { name: 'enroll-nothing', path: '/enroll', act: submit },
      { name: 'unenroll', path: '/unenroll' },
      { name: 'person', path: `/users/${graduate}` },
      { name: 'profile-edit', path: '/profile/edit' },
      { name: 'profile-leave', path: '/profile/leave' },
      { name: 'profile-leave-wrong', path: '/profile/leave', act: submit },
    ]),
    ...own(almost, [
      { name: 'modules-almost', path: '/modules' },
      { name: 'lesson', path: module, act: (page) => page.locator('.lesson-list a').first().click() },
      {
        name: 'other-person',
        path: `/users/${students.find(({ username }) => username !== almost)?.username}`,
      },
    ]),
  ];
}
