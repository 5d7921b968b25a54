import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import * as mupdf from 'mupdf';
import { people, signInToAdmin } from './sign-in.ts';
import { sql } from './sql.ts';

const { administrator, teacher } = people.showcase;
const ADMIN = `${process.env.CMS_PUBLIC_URL}/admin`;
const ACCENT = '#7a1f3d';
const LOGO =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path fill="#c00000" d="M0 0L10 0L5 10Z"/></svg>';

// The school's look is for every test: what one has saved is gone before and after it.
const forgetSettings = () =>
  sql("delete from strapi_core_store_settings where key = 'plugin_certificates_settings'");
test.beforeEach(forgetSettings);
test.afterEach(forgetSettings);

/** Which picture it is, in few letters. */
const shown = async (picture: Locator): Promise<string> =>
  createHash('sha256')
    .update((await picture.getAttribute('src')) ?? '')
    .digest('hex');

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

/** Whether the first page has a spot of this colour, give or take what three decimals in the PDF lose. */
function shows(pdf: Buffer, color: [number, number, number]): boolean {
  const pixels = mupdf.Document.openDocument(pdf, 'application/pdf')
    .loadPage(0)
    .toPixmap(mupdf.Matrix.scale(2, 2), mupdf.ColorSpace.DeviceRGB, false)
    .getPixels();
  for (let at = 0; at < pixels.length; at += 3)
    if (color.every((part, channel) => Math.abs((pixels[at + channel] as number) - part) <= 1)) return true;
  return false;
}

test('an administrator changes how certificates look, sees it before it is saved, and the next PDF has it', async ({
  browser,
}) => {
  const staff = await (await browser.newContext()).newPage();
  await signInToAdmin(staff, administrator.email);
  await staff.goto(`${ADMIN}/settings/certificates`);
  const picture = staff.getByRole('img', { name: /^Sample certificate/ });
  await expect(picture).toBeVisible({ timeout: 60_000 });
  await expect(staff.getByText('As it will be printed')).toBeVisible();
  const first = await shown(picture);

  await test.step('a colour that is too light is told beside its field, without asking the server', async () => {
    const accent = staff.getByRole('textbox', { name: /^Color/ });
    await accent.fill('#ffee00');
    await expect(staff.getByText(/^Too light to be read on white \(/)).toBeVisible();
    await accent.fill(ACCENT);
    await expect.poll(() => shown(picture)).not.toBe(first);
  });

  await test.step('the preview has the logo before anything is saved', async () => {
    await expect(staff.getByText('As it will be printed')).toBeVisible();
    const before = await shown(picture);
    await staff
      .locator('input[type=file][accept*=svg]')
      .first()
      .setInputFiles({ name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(LOGO) });
    await expect(staff.getByRole('img', { name: 'Logo', exact: true })).toBeVisible();
    await expect.poll(() => shown(picture)).not.toBe(before);
    expect(await violations(staff)).toEqual([]);
  });

  await test.step('leaving without saving is asked about', async () => {
    await staff.getByRole('link', { name: 'Designs' }).click();
    const dialog = staff.getByRole('alertdialog');
    await expect(dialog.getByText('Leave without saving?')).toBeVisible();
    await dialog.getByRole('button', { name: /cancel/i }).click();
    await expect(staff).toHaveURL(/\/settings\/certificates$/);
  });

  await test.step('a certificate that is issued then has both', async () => {
    await staff.getByRole('button', { name: 'Save' }).click();
    await expect(staff.getByText('Saved. It holds for what is issued from now on.').first()).toBeVisible();
    await staff.goto(`${ADMIN}/plugins/certificates/issue?about=grade`);
    await staff.getByRole('button', { name: /^Issue \d+ certificate/ }).click();
    await staff.getByRole('dialog').getByRole('button', { name: 'Issue', exact: true }).click();
    await expect(staff.getByText('Finished', { exact: true })).toBeVisible({ timeout: 60_000 });
    await staff.goto(`${ADMIN}/plugins/certificates`);
    await staff.getByRole('grid').getByRole('link').first().click();
    await expect(staff.getByRole('button', { name: 'Download' })).toBeVisible({ timeout: 60_000 });
    const download = staff.waitForEvent('download');
    await staff.getByRole('button', { name: 'Download' }).click();
    const pdf = await (
      await download
    )
      .createReadStream()
      .then(async (stream) => Buffer.concat(await stream.toArray()));
    expect(shows(pdf, [0xc0, 0, 0])).toBe(true);
    expect(shows(pdf, [0x7a, 0x1f, 0x3d])).toBe(true);
  });

  await test.step('its file, when it is lost, is found missing and drawn again as it was issued', async () => {
    const id = new URL(staff.url()).pathname.split('/').at(-1);
    const [row] = await sql<{ serial: string; storage_key: string }>(
      'select serial, storage_key from certificates where document_id = $1',
      [id],
    );
    const file = path.join(process.env.CERTIFICATES_DIR as string, row?.storage_key as string);
    const bytes = readFileSync(file);
    rmSync(file);
    await staff.goto(`${ADMIN}/settings/certificates-files`);
    await staff.getByRole('button', { name: 'Inspect now' }).click();
    const missing = staff.getByRole('region', { name: 'Missing files (1)' });
    await expect(missing.getByRole('link', { name: row?.serial as string })).toBeVisible({ timeout: 60_000 });
    // Strapi's own buttons are too pale under the pointer.
    await staff.getByRole('heading', { level: 1 }).hover();
    await expect.poll(() => violations(staff)).toEqual([]);
    await missing.getByRole('button', { name: `Draw again: ${row?.serial}` }).click();
    await expect(staff.getByText('Everything is as it should be.')).toBeVisible({ timeout: 60_000 });
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });

  await test.step('the gallery shows each design, and takes one over', async () => {
    await staff.goto(`${ADMIN}/settings/certificates-designs`);
    await expect(staff.getByRole('article').first().locator('img')).toBeVisible({ timeout: 60_000 });
    expect(await violations(staff)).toEqual([]);
    await staff
      .getByRole('button', { name: /^Enlarge/ })
      .last()
      .press('Enter');
    const dialog = staff.getByRole('dialog');
    await expect(dialog.getByRole('img', { name: /^Sample certificate/ })).toBeVisible({ timeout: 60_000 });
    expect(await violations(staff)).toEqual([]);
    await dialog
      .getByRole('button', { name: /^Use for/ })
      .first()
      .click();
    await expect(staff).toHaveURL(/settings\/certificates\?/);
  });
});

test('a teacher has no settings of certificates', async ({ page }) => {
  await signInToAdmin(page, teacher.email);
  await page.goto(`${ADMIN}/settings/certificates`);
  await expect(page.getByText(/permission/i).first()).toBeVisible();
});
