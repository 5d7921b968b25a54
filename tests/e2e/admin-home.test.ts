import { expect, test } from '@playwright/test';
import { people } from './sign-in.ts';
import { staffPage, violations } from './staff-page.ts';

const { administrator, teacher, editor } = people.showcase;
const ADMIN = `${process.env.CMS_PUBLIC_URL}/admin`;
const WIDGETS = [
  'Students to grade',
  'Last activity',
  'Drafts and translations',
  'Deliveries in trouble',
  'Certificates this month',
  'Health',
];

for (const [who, email, seen] of [
  ['a teacher', teacher.email, WIDGETS.slice(0, 5)],
  ['an editor', editor.email, ['Drafts and translations']],
  ['an administrator', administrator.email, WIDGETS],
] as const) {
  test(`${who} finds on the first page what is theirs to do, and nothing else`, async ({ browser }) => {
    const page = await staffPage(browser, email);
    await page.goto(ADMIN);
    for (const title of seen) await expect(page.getByText(title, { exact: true })).toBeVisible();
    for (const title of WIDGETS.filter((one) => !(seen as readonly string[]).includes(one)))
      await expect(page.getByText(title, { exact: true })).toHaveCount(0);
    await expect(page.getByText(/Something went wrong/)).toHaveCount(0);
    if (email === administrator.email) {
      await expect(page.getByText('Trouble', { exact: true })).toHaveCount(0);
      await expect(page.getByText('Background worker')).toBeVisible();
    }
    // Strapi puts each widget into a landmark `main` of its own, below a grey title: what is inside is ours.
    await expect(page.getByRole('main').getByText('Loading', { exact: true })).toHaveCount(0);
    expect(await violations(page, { within: '[data-strapi-widget-id^="plugin::home"] main > div' })).toEqual(
      [],
    );
  });
}
