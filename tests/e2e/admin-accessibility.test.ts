import { expect, test, type Page } from '@playwright/test';
import { ADMIN_PAGES } from '../../scripts/screenshots/admin-pages.ts';
import { people } from './sign-in.ts';
import { staffPage, violations } from './staff-page.ts';

const ADMIN = `${process.env.CMS_PUBLIC_URL}/admin`;
/** What no other test looks at so; they have the other pages and dialogs. */
const LOOKED_AT = [
  'authoring',
  'authoring-import-refused',
  'authoring-lessons',
  'authoring-new-lesson-refused',
  'authoring-duplicate',
  'gradebook',
  'gradebook-unsaved',
  'gradebook-leaving',
  'deliveries-work-given-up',
  'status',
  'status-in-trouble',
];

for (const [language, theme] of [
  ['en', 'light'],
  ['es', 'dark'],
] as const)
  test(`axe finds nothing on the admin's own pages (WCAG 2.2 AA): ${language}, ${theme}`, async ({
    browser,
  }) => {
    test.slow();
    const found: string[] = [];
    // One for each role: what the admin is made of is loaded once.
    const pages = new Map<string, Page>();
    for (const name of LOOKED_AT) {
      const { as, path, act } = ADMIN_PAGES.find((one) => one.name === name)!;
      const page =
        pages.get(as) ?? (await staffPage(browser, people.showcase[as].email, { language, theme }));
      pages.set(as, page);
      await page.goto(`${ADMIN}/${path}`);
      await expect(page).toHaveTitle(/^\S.* \| Strapi$/);
      await act?.(page);
      await page.waitForLoadState('networkidle');
      found.push(...(await violations(page)).map((one) => `${name}: ${one}`));
      // An unsaved mark would ask whether to leave.
      await page.goto('about:blank');
    }
    expect(found).toEqual([]);
  });
