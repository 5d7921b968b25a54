import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { people } from './sign-in.ts';
import { staffPage, violations } from './staff-page.ts';

const { editor } = people.showcase;
/** Of this run. */
const COPY = `VIS-E${process.pid % 10_000}`;
const ZIPPED = `WRI-E${process.pid % 10_000}`;
const PAGES = `${process.env.CMS_PUBLIC_URL}/admin/plugins/authoring`;

/** Copies of one module of the demo, so that no other test meets what is done here. */
async function openCopy(page: Page, code: string): Promise<void> {
  await page.goto(PAGES);
  await page.getByPlaceholder('Find by code or name').fill('VIS');
  await page.getByRole('row', { name: /^VIS/ }).getByRole('link').first().click();
  await page.getByRole('button', { name: 'Duplicate' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Code of the copy').fill('VIS');
  await dialog.getByRole('button', { name: 'Duplicate' }).click();
  await expect(dialog.getByText('Another module has this code.')).toBeVisible();
  await dialog.getByLabel('Code of the copy').fill(code);
  await dialog.getByRole('button', { name: 'Duplicate' }).click();
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(`^${code}`) })).toBeVisible();
}
const titles = (page: Page): Promise<string[]> =>
  page
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: /^Move/ }) })
    .evaluateAll((rows) => rows.map((row) => row.querySelector('a')?.textContent ?? ''));

test('a module is duplicated, its lessons are ordered by keyboard and pointer, and one is begun and checked (L3)', async ({
  browser,
}) => {
  const page = await staffPage(browser, editor.email);
  await openCopy(page, COPY);
  const before = await titles(page);
  expect(before.length).toBeGreaterThan(3);
  expect(await violations(page)).toEqual([]);

  await test.step('by keyboard alone: the first becomes the third, and it is said', async () => {
    await page.getByRole('button', { name: `Move “${before[0]}”` }).focus();
    await page.keyboard.press('Space');
    // Lifted, it lies over itself: both are said at once.
    await expect(page.getByText(new RegExp(`${before[0]} is (lifted. It is )?number 1`))).toBeAttached();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByText(`${before[0]} is number 2`)).toBeAttached();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByText(`${before[0]} is number 3`)).toBeAttached();
    await page.keyboard.press('Space');
    await expect(page.getByText('The new order was saved.')).toBeVisible();
    await page.reload();
    await expect.poll(() => titles(page)).toEqual([before[1], before[2], before[0], ...before.slice(3)]);
  });

  await test.step('by pointer: it goes back to the top', async () => {
    const handle = page.getByRole('button', { name: `Move “${before[0]}”` });
    const from = (await handle.boundingBox())!;
    const first = (await page.getByRole('button', { name: `Move “${before[1]}”` }).boundingBox())!;
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(first.x + first.width / 2, first.y + first.height / 2 - 10, { steps: 12 });
    await page.mouse.up();
    await expect.poll(() => titles(page)).toEqual(before);
    await expect(page.getByText('The new order was saved.')).toBeVisible();
  });

  await test.step('a lesson is begun from a template, and what it lacks is said beside its form', async () => {
    await page.getByRole('button', { name: 'New lesson' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Create and write' }).click();
    await expect(dialog.getByText('A lesson needs a title.')).toBeVisible();
    await dialog.getByLabel('Title').fill('A lesson about maps');
    expect(await violations(page, { within: '[role=dialog]' })).toEqual([]);
    await dialog.getByRole('button', { name: 'Create and write' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'A lesson about maps' })).toBeVisible();
    await expect(page.getByText('2 things to see to')).toBeVisible();
    await expect(page.getByText('There is no Spanish text')).toBeVisible();
    await expect(page.getByText('The module is not published yet: publish it first')).toBeVisible();
  });

  await test.step('the module’s own checklist leads to that lesson', async () => {
    await page.goto(PAGES);
    await page
      .getByRole('row', { name: new RegExp(`^${COPY}`) })
      .getByRole('link', { name: /English/ })
      .click();
    await page.getByRole('link', { name: 'A lesson about maps: one thing to see to' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'A lesson about maps' })).toBeVisible();
  });
});

test('a module goes out as a zip and comes in again, with a report; what is no zip is refused (X6)', async ({
  browser,
}) => {
  const page = await staffPage(browser, editor.email, { language: 'es' });
  await page.goto(PAGES);
  await page.getByRole('row', { name: /^WRI/ }).getByRole('link').first().click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Exportar' }).click();
  const zip = await (await download).path();
  expect((await download).suggestedFilename()).toBe('WRI.zip');

  await page.goto(PAGES);
  await page.getByRole('button', { name: 'Importar' }).click();
  const dialog = page.getByRole('dialog');
  const start = dialog.getByRole('button', { name: 'Importar' });
  await start.click();
  await expect(dialog.getByText('Elige un archivo zip.')).toBeVisible();
  const choose = (name: string, buffer: Buffer) =>
    dialog.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/zip', buffer });
  await choose('hola.zip', Buffer.from('hola'));
  await start.click();
  await expect(dialog.getByText('Esto no es un archivo zip, o es solo una parte.')).toBeVisible();
  await choose('WRI.zip', readFileSync(zip));
  await dialog.getByLabel('Código del módulo').fill(ZIPPED);
  expect(await violations(page, { within: '[role=dialog]' })).toEqual([]);
  await start.click();
  await expect(
    dialog.getByText(new RegExp(`^${ZIPPED}: \\d+ lecciones nuevas, 0 actualizadas`)),
  ).toBeVisible();
  await dialog.getByRole('link', { name: 'Abrir las lecciones' }).click();
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(`^${ZIPPED}`) })).toBeVisible();
});
