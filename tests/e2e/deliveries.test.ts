import { randomUUID } from 'node:crypto';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { theMailTo } from './inbox.ts';
import { people, signInToAdmin } from './sign-in.ts';
import { sql } from './sql.ts';

const { administrator, teacher, editor } = people.showcase;
const PAGES = `${process.env.CMS_PUBLIC_URL}/admin/plugins/deliveries`;

/** A mail that a server has refused. @returns its address. */
async function refusedMail(kind = 'email'): Promise<string> {
  const id = randomUUID().slice(0, 8);
  const to = `refused.${id}@deliveries.example`;
  await sql(
    `insert into deliveries (document_id, key, kind, "to", subject, language, message_id, priority, queued_at, attempts,
       unknowns, refused_at, last_error, content)
     values ($1::text, 'e2e/' || $1::text, $3, $2, 'A word from school', 'en', '<' || $1::text || '@lumino.example>', 0, now(), 1,
       0, now(), '550 no such user', '{"subject":"A word from school","text":"Hello"}')`,
    [id, to, kind],
  );
  return to;
}

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

/** Strapi lets nobody log in more than a few times in a row. */
const sessions = new Map<string, Awaited<ReturnType<BrowserContext['storageState']>>>();

/** Signed in, in light or dark. axe wants a page of a context that was made for it. */
async function staffPage(browser: Browser, email: string, theme = 'light'): Promise<Page> {
  const storageState = sessions.get(email);
  const context = await browser.newContext(storageState ? { storageState } : {});
  const page = await context.newPage();
  if (!storageState) {
    await signInToAdmin(page, email);
    sessions.set(email, await context.storageState());
  }
  await context.addInitScript((chosen) => localStorage.setItem('STRAPI_THEME', chosen), theme);
  return page;
}

test('a mail that was refused is found, looked at and sent again, with the keyboard alone', async ({
  browser,
}) => {
  const to = await refusedMail();
  const staff = await staffPage(browser, administrator.email);

  await test.step('it is found by its address, which is not in the URL', async () => {
    await staff.goto(PAGES);
    await staff.getByPlaceholder('Find by address or subject').focus();
    await staff.keyboard.type(to);
    await staff.keyboard.press('Enter');
    const table = staff.getByRole('grid', { name: 'Deliveries' });
    await expect(table.getByRole('row')).toHaveCount(2);
    await expect(table.getByText('550 no such user')).toBeVisible();
    expect(decodeURIComponent(staff.url())).not.toContain(to);
    await table.getByRole('link', { name: to }).focus();
    await staff.keyboard.press('Enter');
  });

  await test.step('its page says what happened', async () => {
    await expect(staff.getByRole('heading', { level: 1, name: to })).toBeVisible();
    await expect(staff.getByText('Refused', { exact: true }).first()).toBeVisible();
    await expect(staff.getByRole('button', { name: 'Cancel', exact: true })).toHaveCount(0);
    expect(await violations(staff)).toEqual([]);
  });

  await test.step('one that may have a link in it that opens an account goes to nobody else', async () => {
    await expect(staff.getByRole('button', { name: 'Send again' })).toBeVisible();
    await expect(staff.getByRole('button', { name: 'Change address' })).toHaveCount(0);
  });

  await test.step('of another one, what is no address is told beside the field', async () => {
    const page = staff.url();
    const ofCertificate = await refusedMail('certificates/certificate');
    await staff.goto(PAGES);
    await staff.getByPlaceholder('Find by address or subject').fill(ofCertificate);
    await staff.keyboard.press('Enter');
    await staff.getByRole('link', { name: ofCertificate }).click();
    await staff.getByRole('button', { name: 'Change address' }).focus();
    await staff.keyboard.press('Enter');
    const field = staff.getByRole('dialog').getByLabel('Address');
    await field.focus();
    await staff.keyboard.press('Control+A');
    await staff.keyboard.type('nobody');
    await staff.keyboard.press('Enter');
    await expect(staff.getByRole('dialog').getByText('This is no valid address.')).toBeVisible();
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    expect(await violations(staff)).toEqual([]);
    await staff.keyboard.press('Escape');
    await expect(staff.getByRole('dialog')).toHaveCount(0);
    await staff.goto(page);
  });

  await test.step('it is sent again, and the page sees it arrive', async () => {
    await staff.getByRole('button', { name: 'Send again' }).focus();
    await staff.keyboard.press('Enter');
    await expect(staff.getByRole('dialog')).toContainText(to);
    await staff.getByRole('dialog').getByRole('button', { name: 'Send again' }).focus();
    await staff.keyboard.press('Enter');
    await expect(staff.getByText('The mail is on its way again.').first()).toBeVisible();
    await expect(staff.getByText('Try 1: the server took it')).toBeVisible({ timeout: 60_000 });
    await expect(staff.getByText('Sent again', { exact: true })).toBeVisible();
    expect((await theMailTo(to)).subject).toBe('A word from school');
    // Its text is not kept, so there is nothing to send again.
    await expect(staff.getByRole('button', { name: 'Send again' })).toHaveCount(0);
    await expect(staff.getByText('is not kept after it was sent')).toBeVisible();
  });
});

test('everything in the list is sent again after its number was shown', async ({ browser }) => {
  const to = await refusedMail();
  const staff = await staffPage(browser, administrator.email);
  await staff.goto(`${PAGES}?state=refused`);
  await staff.getByPlaceholder('Find by address or subject').fill(to);
  await staff.keyboard.press('Enter');
  await expect(staff.getByText('1 mail', { exact: true })).toBeVisible();
  await staff.getByRole('button', { name: 'Cancel all' }).click();
  await expect(staff.getByRole('dialog')).toContainText('No mail of this list is waiting.');
  await staff.keyboard.press('Escape');
  await staff.getByRole('button', { name: 'Send all again' }).click();
  await staff.getByRole('dialog').getByRole('button', { name: 'Send 1 mail' }).click();
  await expect(staff.getByText('1 mail is on its way again.').first()).toBeVisible();
  await theMailTo(to);
});

for (const [theme, language, title, told] of [
  ['light', 'en', 'Deliveries', 'The mail server has taken no mail since'],
  ['dark', 'es', 'Envíos', 'El servidor de correo no acepta correo desde'],
] as const)
  test(`while the mail server is down, the page says so and what that means: ${theme}, ${language}`, async ({
    browser,
  }) => {
    const to = await refusedMail();
    const staff = await staffPage(browser, administrator.email, theme);
    const speak = (chosen: string) =>
      sql('update admin_users set prefered_language = $2 where email = $1', [administrator.email, chosen]);
    await speak(language);
    await sql(
      `update delivery_mail_servers set down_since = now(), probe_at = now() + interval '1 hour',
       last_error = 'connect ECONNREFUSED 192.0.2.1:25'`,
    );
    try {
      for (const width of [1280, 390]) {
        await staff.setViewportSize({ width, height: 900 });
        await staff.goto(PAGES);
        await expect(staff.getByRole('heading', { level: 1, name: title })).toBeVisible();
        await expect(staff.getByRole('status').filter({ hasText: told })).toContainText('ECONNREFUSED');
        await expect(staff.getByRole('grid', { name: title })).toContainText(to);
        expect(await violations(staff)).toEqual([]);
        const wider = await staff.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(wider).toBeLessThanOrEqual(0);
      }
    } finally {
      await sql('update delivery_mail_servers set down_since = null, probe_at = null, last_error = null');
      await speak('en');
    }
    // The page looks again by itself.
    await expect(staff.getByText(told)).toHaveCount(0, { timeout: 30_000 });
  });

test('a teacher has no mail of others, an editor no page of mails', async ({ browser }) => {
  const to = await refusedMail();
  const ada = await staffPage(browser, teacher.email);
  await ada.goto(PAGES);
  await ada.getByPlaceholder('Find by address or subject').fill(to);
  await ada.keyboard.press('Enter');
  await expect(ada.getByText('No mail matches your search and filters')).toBeVisible();
  await expect(ada.getByRole('link', { name: /Background work/ })).toHaveCount(0);

  const clara = await staffPage(browser, editor.email);
  await expect(clara.getByRole('link', { name: 'Deliveries' })).toHaveCount(0);
  await clara.goto(PAGES);
  await expect(clara.getByText(/permission/i).first()).toBeVisible();
});
