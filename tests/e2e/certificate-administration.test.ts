import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { theMailTo } from './inbox.ts';
import { textOf } from './pdf.ts';
import { people, signInToAdmin } from './sign-in.ts';

const { teacher, editor } = people.showcase;
const PAGES = `${process.env.CMS_PUBLIC_URL}/admin/plugins/certificates`;
/** One of Ada's modules that one student has passed, and that no other test issues for. */
const MODULE = 'API';
const MODULE_NAME = 'Designing HTTP APIs';
const REASON = 'Issued to the wrong person';

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

test('a teacher issues to a class, revokes one with a reason, and whoever checks it is told (C8, C9)', async ({
  browser,
}) => {
  // axe wants a page of a context that was made for it.
  const staff = await (await browser.newContext()).newPage();
  await signInToAdmin(staff, teacher.email);
  let student = '';

  await test.step('the preview says who qualifies, and who does not and why', async () => {
    await staff.goto(PAGES);
    await staff.getByRole('link', { name: 'Issue certificates' }).click();
    await staff.getByRole('combobox').click();
    // A teacher is offered what they teach, and no grade certificates.
    await expect(staff.getByRole('option', { name: /^LNX/ })).toHaveCount(0);
    await expect(staff.getByRole('option', { name: 'Grade certificate' })).toHaveCount(0);
    await staff.getByRole('option', { name: new RegExp(`^${MODULE}`) }).click();
    const table = staff.getByRole('grid', { name: 'Who would get a certificate' });
    await expect(table.getByText('Will get one').first()).toBeVisible();
    const first = table.getByRole('row').filter({ hasText: 'Will get one' }).first();
    student = (await first.getByRole('gridcell').nth(1).textContent()) ?? '';
    expect(await violations(staff)).toEqual([]);
  });

  await test.step('one click issues to all who do, with progress', async () => {
    await staff.getByRole('button', { name: /^Issue \d+ certificate/ }).click();
    await staff.getByRole('dialog').getByRole('button', { name: 'Issue', exact: true }).click();
    await expect(staff).toHaveURL(/\/runs\//);
    await expect(staff.getByText('Finished', { exact: true })).toBeVisible({ timeout: 60_000 });
    await expect(staff.getByText(/\d+ issued/)).toBeVisible();
    expect(await violations(staff)).toEqual([]);
  });

  await test.step('the certificate is in the list, with a picture, and was mailed', async () => {
    await staff.goto(PAGES);
    await staff.getByPlaceholder(/^Find by student/).fill(student);
    await staff.keyboard.press('Enter');
    const row = staff.getByRole('row').filter({ hasText: MODULE });
    await expect(row).toHaveCount(1);
    expect(staff.url()).not.toContain(encodeURIComponent(student));
    expect(await violations(staff)).toEqual([]);
    await row.getByRole('link', { name: student }).click();
    await expect(staff.getByRole('heading', { level: 1, name: student })).toBeVisible();
    await expect(staff.getByRole('img', { name: 'First page: ' })).toBeVisible({ timeout: 60_000 });
    await expect(staff.getByText('Mail accepted by the server')).toBeVisible({ timeout: 60_000 });
    expect(await violations(staff)).toEqual([]);
  });

  const verification = staff.locator('a[href*="/verify/"]');
  const verifyUrl = (await verification.getAttribute('href')) as string;

  await test.step('it cannot be revoked without a reason', async () => {
    await staff.getByRole('button', { name: 'Revoke' }).click();
    const dialog = staff.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Revoke' }).click();
    await expect(dialog.getByText('Give a reason of at least three characters')).toBeVisible();
    // Under the pointer, Strapi's own red button has too little contrast; that is not ours to change.
    await staff.mouse.move(0, 0);
    await staff.waitForTimeout(500);
    expect(await violations(staff)).toEqual([]);
    await dialog.getByLabel(/Reason for the revocation/).fill(REASON);
    await dialog.getByRole('button', { name: 'Revoke' }).click();
    await expect(staff.getByText('The certificate is revoked.').first()).toBeVisible();
    await expect(staff.getByRole('button', { name: 'Revoke' })).toHaveCount(0);
    await expect(staff.getByText('Ada Moreno').first()).toBeVisible();
  });

  await test.step('the public page says that it is revoked, and why', async () => {
    const visitor = await (await browser.newContext()).newPage();
    await visitor.goto(verifyUrl);
    await expect(visitor.getByRole('heading', { level: 1 })).toContainText('revoked');
    await expect(visitor.getByText(REASON)).toBeVisible();
  });

  await test.step('the mail of the run carries the same certificate', async () => {
    const to = await staff.getByText(/@students\.lumino\.example/).textContent();
    const address = /[\w.+-]+@students\.lumino\.example/.exec(to ?? '')?.[0] as string;
    const mail = await theMailTo(address, MODULE_NAME);
    expect(textOf(mail.attachments[0]?.content as Buffer)).toContain(MODULE);
  });
});

test('an editor has no certificates in the menu, and no page of them (M6)', async ({ page }) => {
  await signInToAdmin(page, editor.email);
  await expect(page.getByRole('link', { name: 'Certificates' })).toHaveCount(0);
  await page.goto(PAGES);
  await expect(page.getByText(/permission/i).first()).toBeVisible();
});
