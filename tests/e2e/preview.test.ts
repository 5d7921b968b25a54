import { expect, test, type Browser, type Page } from '@playwright/test';
import { people, signInToAdmin } from './sign-in.ts';
import { sql } from './sql.ts';

const { teacher, editor } = people.showcase;
const admin = (path: string) =>
  `${process.env.CMS_PUBLIC_URL}/admin/content-manager/collection-types/${path}`;

async function draftOf(code: string): Promise<{ module: string; lesson: string; slug: string }> {
  const [row] = await sql<{ module: string; lesson: string; slug: string }>(
    `select m.document_id as module, l.document_id as lesson, l.slug from modules m
     join lessons l on l.module_key = m.document_id where m.code = $1 order by l.position limit 1`,
    [code],
  );
  if (!row) throw new Error(`There is no module ${code}`);
  return row;
}

/** Writes a title into the draft of a lesson, as somebody would who does not publish yet. */
const entitle = (lesson: string, locale: string, title: string) =>
  sql('update lessons set title = $1 where document_id = $2 and locale = $3 and published_at is null', [
    title,
    lesson,
    locale,
  ]);

async function openPreview(page: Page, path: string) {
  await page.goto(admin(path));
  // The edit page draws its panels anew while it settles.
  await page.waitForLoadState('networkidle');
  await page.getByRole('link', { name: 'Open preview' }).click();
  await expect(page).toHaveURL(/\/preview\?/);
  return page.frameLocator('[data-testid=preview-iframe]');
}

/** One session for each person: the admin lets nobody log in more than a few times in a row. */
const pages = new Map<string, Page>();
async function pageOf(browser: Browser, email: string): Promise<Page> {
  const known = pages.get(email);
  if (known) return known;
  const context = await browser.newContext({ baseURL: process.env.SITE_URL, locale: 'en-GB' });
  const page = await context.newPage();
  await signInToAdmin(page, email);
  pages.set(email, page);
  return page;
}
test.afterAll(() => Promise.all([...pages.values()].map((page) => page.context().close())));

test.describe('the preview of a draft (L4)', () => {
  test('leads from the admin’s button to the draft on the site, in both languages', async ({ browser }) => {
    const { lesson } = await draftOf('HTM');
    await entitle(lesson, 'en', 'A page in the making');
    await entitle(lesson, 'es', 'Una página en obras');
    const page = await pageOf(browser, teacher.email);
    for (const [locale, title, banner] of [
      ['en', 'A page in the making', 'Preview: this is a draft.'],
      ['es', 'Una página en obras', 'Vista previa: esto es un borrador.'],
    ] as const) {
      const frame = await openPreview(page, `api::lesson.lesson/${lesson}?plugins[i18n][locale]=${locale}`);
      await expect(frame.getByRole('heading', { level: 1 })).toHaveText(title);
      await expect(frame.getByText(banner)).toBeVisible();
      await expect(frame.locator('html')).toHaveAttribute('lang', locale);
    }
  });

  test('shows a module with the drafts of its lessons, and ends when asked to', async ({ browser }) => {
    const { module } = await draftOf('HTM');
    const page = await pageOf(browser, teacher.email);
    const frame = await openPreview(page, `api::module.module/${module}?plugins[i18n][locale]=en`);
    await frame.getByRole('link', { name: 'A page in the making' }).click();
    await expect(frame.getByRole('heading', { level: 1 })).toHaveText('A page in the making');
    await frame.getByRole('button', { name: 'End the preview' }).click();
    await expect(frame.getByRole('heading', { name: 'The preview has ended.' })).toBeVisible();
  });

  test('is never kept, never found, and shown inside the admin alone', async ({ browser }) => {
    const { lesson } = await draftOf('HTM');
    const page = await pageOf(browser, teacher.email);
    const answered = page.waitForResponse((response) =>
      /\/preview\/[a-z0-9]{24}\/lessons\//.test(response.url()),
    );
    await openPreview(page, `api::lesson.lesson/${lesson}?plugins[i18n][locale]=en`);
    const headers = (await answered).headers();
    expect(headers['cache-control']).toBe('private, no-store');
    expect(headers['x-robots-tag']).toContain('noindex');
    expect(headers['content-security-policy']).toContain(`frame-ancestors ${process.env.CMS_PUBLIC_URL};`);
    const ordinary = await page.request.get('/');
    expect(ordinary.headers()['content-security-policy']).toContain("frame-ancestors 'none'");
  });

  test('is refused to another browser, and to everybody a second time', async ({ browser }) => {
    const { lesson } = await draftOf('HTM');
    const page = await pageOf(browser, editor.email);
    const tickets: string[] = [];
    page.on('request', (request) => request.url().includes('/preview/open/') && tickets.push(request.url()));
    const frame = await openPreview(page, `api::lesson.lesson/${lesson}?plugins[i18n][locale]=en`);
    await expect(frame.getByText('Preview: this is a draft.')).toBeVisible();
    const address = page.frames().at(-1)?.url() as string;

    const context = await browser.newContext({ baseURL: process.env.SITE_URL });
    const other = await context.newPage();
    for (const url of [address, tickets[0] as string, '/preview/open/made-up']) {
      const answer = await other.goto(url);
      expect(answer?.status()).toBe(403);
      await expect(other.getByRole('heading', { level: 1 })).toHaveText('This preview is not open');
    }
    await context.close();
    const again = await page.context().newPage();
    expect((await again.goto(tickets[0] as string))?.status()).toBe(403);
    // The same browser may look at what it holds outside of the admin, too.
    expect((await again.goto(address))?.status()).toBe(200);
  });

  test('begins for nobody who is not signed in to the admin', async ({ page }) => {
    const { module } = await draftOf('HTM');
    const answer = await page.goto(`/preview/start?type=module&id=${module}&locale=es`);
    expect(answer?.status()).toBe(403);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Esta vista previa no está abierta');
  });
});
