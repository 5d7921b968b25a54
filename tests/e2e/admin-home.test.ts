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
  'Status',
];

for (const [who, email, seen] of [
  ['a teacher', teacher.email, WIDGETS.slice(0, 5)],
  ['an editor', editor.email, ['Drafts and translations']],
  ['an administrator', administrator.email, WIDGETS],
] as const) {
  test(`${who} finds on the first page what is theirs to do, and nothing else`, async ({ browser }) => {
    const page = await staffPage(browser, email);
    const elsewhere: string[] = [];
    page.on('request', (request) => {
      const { protocol, host } = new URL(request.url());
      if (/^https?:/.test(protocol) && host !== new URL(ADMIN).host) elsewhere.push(request.url());
    });
    await page.goto(ADMIN);
    const heading = (name: string) => page.getByRole('heading', { name, exact: true });
    for (const title of seen) await expect(heading(title)).toBeVisible();
    for (const title of WIDGETS.filter((one) => !(seen as readonly string[]).includes(one)))
      await expect(heading(title)).toHaveCount(0);
    // Strapi's own, which names marks by the keys of their rows; and what is the administrators' alone.
    await expect(heading('Last edited entries')).toHaveCount(0);
    await expect(heading('Project statistics')).toHaveCount(email === administrator.email ? 1 : 0);
    await expect(page.getByText(/Something went wrong/)).toHaveCount(0);
    if (email === administrator.email) {
      const status = page.locator('[data-strapi-widget-id="plugin::monitoring.status"]');
      await expect(status).toContainText(/All is well|Something wants to be looked at/);
      await status.getByRole('link', { name: 'All details' }).click();
      await expect(page.getByRole('row', { name: /^Workers Good/ })).toBeVisible();
      await page.goBack();
    }
    // Strapi puts each widget into a landmark `main` of its own, below a grey title: what is inside is ours.
    await expect(page.getByRole('main').getByText('Loading', { exact: true })).toHaveCount(0);
    expect(
      await violations(page, {
        within:
          ':is([data-strapi-widget-id^="plugin::home"], [data-strapi-widget-id^="plugin::monitoring"]) main > div',
      }),
    ).toEqual([]);
    expect(elsewhere).toEqual([]);
  });
}
