import AxeBuilder from '@axe-core/playwright';
import { type Browser, expect, type Locator, type Page, test } from '@playwright/test';
import { people, signInToAdmin } from './sign-in.ts';
import { sql } from './sql.ts';

const { administrator, editor, teacher } = people.showcase;
const PAGES = `${process.env.CMS_PUBLIC_URL}/admin/plugins/gradebook`;
/** One of Ada's modules whose marks no later test looks at. */
const MODULE = { code: 'API', name: /Designing HTTP APIs/ };
const SAVED = 'Marks were successfully saved.';

/** axe wants a page of a context that was made for it. */
const newPage = async (browser: Browser): Promise<Page> => (await browser.newContext()).newPage();
async function violations(page: Page): Promise<string[]> {
  // Under the pointer, Strapi's own buttons have too little contrast; that is not ours to change.
  await page.mouse.move(0, 0);
  await page.waitForTimeout(300);
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

async function openClass(page: Page, email: string): Promise<Locator> {
  await signInToAdmin(page, email);
  await page.goto(PAGES);
  await page.getByRole('link', { name: MODULE.name }).click();
  const marks = page.locator('input[data-gradebook-field="mark"]');
  await expect(marks.nth(2)).toBeVisible();
  return marks;
}

const valuesOf = (marks: Locator): Promise<string[]> =>
  marks.evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));

/** What the clipboard holds after a column was copied in a spreadsheet. */
const paste = (field: Locator, text: string): Promise<void> =>
  field.evaluate((element, words) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', words);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);

test('a teacher marks a class by the keyboard alone, pastes, undoes, saves at once, and finds the change in the history (M1, M2, M7)', async ({
  browser,
}) => {
  const page = await newPage(browser);
  const marks = await openClass(page, teacher.email);
  const before = await valuesOf(marks);
  // Whatever they had, these three get another mark.
  const [one, two, three] = ['3', '8', '9'].map((whole, index) =>
    before[index] === `${whole}.25` ? `${whole},75` : `${whole},25`,
  ) as [string, string, string];
  const written = [one, two, three].map((mark) => mark.replace(',', '.'));

  await test.step('the class at a glance, without a fault that axe finds', async () => {
    await expect(page.getByRole('region', { name: 'The class' })).toContainText(/Mean.*Median.*Pass rate/s);
    expect(await violations(page)).toEqual([]);
  });

  await test.step('Enter, arrows and paste fill the column, and what is unsaved is told', async () => {
    await marks.first().focus();
    await page.keyboard.type(one);
    await page.keyboard.press('Enter');
    await expect(marks.nth(1)).toBeFocused();
    await paste(marks.nth(1), `${two}\r\n${three}\r\n`);
    await expect(page.getByText('3 unsaved changes')).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await expect(marks.nth(2)).toBeFocused();
    await page.keyboard.press('Control+Home');
    await expect(marks.first()).toBeFocused();
  });

  await test.step('undo takes back the column, then the cell; both are typed again', async () => {
    await page.keyboard.press('Control+z');
    expect((await valuesOf(marks)).slice(1)).toEqual(before.slice(1));
    await page.keyboard.press('Control+z');
    expect(await valuesOf(marks)).toEqual(before);
    await marks.first().focus();
    await paste(marks.first(), [one, two, three].join('\n'));
  });

  await test.step('one key saves all, and the page stays', async () => {
    const bystander = page.url();
    await page.keyboard.press('Control+s');
    await expect(page.getByText(SAVED).first()).toBeVisible();
    await expect(page.getByText('No unsaved changes')).toBeVisible();
    expect(page.url()).toBe(bystander);
    const [row] = await sql<{ marks: string[] }>(
      `select array_agg(g.mark::text order by g.mark) as marks from grades g
       join enrollments e on e.document_id = g.enrollment_key
       where g.mark::text = any($2) and e.module_key = (select document_id from modules where code = $1 limit 1)`,
      [MODULE.code, written],
    );
    expect(row?.marks).toEqual(expect.arrayContaining(written));
  });

  await test.step('search, sort and the history of one student', async () => {
    const names = page.locator('tbody th');
    const name = (await names.first().locator('span').first().textContent()) as string;
    await page.getByPlaceholder('Find a student').fill(name.toUpperCase());
    await expect(names).toHaveCount(1);
    await page.getByRole('button', { name: `History of ${name}` }).click();
    const history = page.getByRole('dialog');
    await expect(history.getByRole('row').nth(1)).toContainText(new RegExp(`Ada Moreno.*${written[0]}`));
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByPlaceholder('Find a student').fill('');
    await page.getByRole('button', { name: 'Mark', exact: true }).click();
    const sorted = (await valuesOf(marks)).filter(Boolean).map(Number);
    expect(sorted).toEqual([...sorted].sort((a, b) => a - b));
  });
});

test('two people save over each other: the second is told which cell, and chooses (M4)', async ({
  browser,
}) => {
  const [first, second] = [await newPage(browser), await newPage(browser)];
  const theirs = await openClass(first, teacher.email);
  const mine = await openClass(second, administrator.email);

  await theirs.first().fill('6');
  await first.keyboard.press('Control+s');
  await expect(first.getByText(SAVED).first()).toBeVisible();

  await mine.first().fill('10');
  await mine.nth(1).fill('5,5');
  await second.keyboard.press('Control+s');
  await expect(second.getByText('Somebody else changed one grade meanwhile').first()).toBeVisible();
  await expect(mine.first()).toHaveValue('10');
  const choice = second.getByRole('group', { name: 'Ada Moreno entered 6 meanwhile' });
  await expect(choice).toBeVisible();
  expect(await violations(second)).toEqual([]);

  await second.keyboard.press('Control+s');
  await expect(second.getByText('Choose whose version to keep').first()).toBeVisible();
  await choice.getByRole('button', { name: /^Take theirs/ }).click();
  await expect(mine.first()).toHaveValue('6');
  await second.keyboard.press('Control+s');
  await expect(second.getByText(SAVED).first()).toBeVisible();
});

test('a save that is too large for the server says so and what to do, and all that was typed stays (M2)', async ({
  browser,
}) => {
  const page = await newPage(browser);
  const marks = await openClass(page, teacher.email);
  const before = await marks.first().inputValue();
  const address = '**/gradebook/modules/*/marks';
  // As if there were a thousand pages of feedback.
  await page.route(address, (route) =>
    route.continue({
      postData: JSON.stringify({ ...route.request().postDataJSON(), feedback: 'a'.repeat(1_100_000) }),
    }),
  );
  await marks.first().fill('4,5');
  await page.keyboard.press('Control+s');
  await expect(page.getByText(/too much to save at once.*Undo some of the feedback/).first()).toBeVisible();
  await expect(page.getByText('1 unsaved change')).toBeVisible();
  await expect(marks.first()).toHaveValue('4,5');

  await page.unroute(address);
  await page.keyboard.press('Control+s');
  await expect(page.getByText(SAVED).first()).toBeVisible();
  await marks.first().fill(before);
  await page.keyboard.press('Control+s');
  await expect(page.getByText('No unsaved changes')).toBeVisible();
});

test('a file is looked at before it is written (M5), in Spanish too', async ({ browser }) => {
  const page = await newPage(browser);
  await openClass(page, teacher.email);

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).click();
  expect((await download).suggestedFilename()).toBe(`${MODULE.code}.csv`);

  // As if their profile named it; what the demo's people have chosen stays.
  await page.route('**/admin/users/me', async (route) => {
    const response = await route.fetch();
    const { data } = await response.json();
    await route.fulfill({ response, json: { data: { ...data, preferedLanguage: 'es' } } });
  });
  await page.reload();
  await expect(page.getByRole('button', { name: 'Importar CSV' })).toBeVisible();
  const names = page.locator('tbody th');
  const username = (await names.first().locator('span').nth(1).textContent()) as string;
  await page.getByRole('button', { name: 'Importar CSV' }).click();
  const dialog = page.getByRole('dialog');
  const choose = (rows: string) =>
    dialog.getByLabel('Archivo CSV').setInputFiles({
      name: 'notas.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`Usuario;Nota\r\n${rows}\r\n`),
    });
  const write = dialog.getByRole('button', { name: /^Importar/ });

  await choose(`${username};77\r\nnadie;5`);
  await expect(dialog.getByText('2 problemas: no se ha escrito nada.')).toBeVisible();
  await expect(dialog.getByRole('row', { name: /3.*Nadie con este usuario.*nadie/ })).toBeVisible();
  await expect(write).toBeDisabled();
  expect(await violations(page)).toEqual([]);

  await choose(`${username};3,5`);
  await expect(dialog.getByText('Todavía no se ha escrito nada.')).toBeVisible();
  await write.click();
  await expect(page.getByText('Se importó la calificación de 1 estudiante.').first()).toBeVisible();
  await expect(page.locator('input[data-gradebook-field="mark"]').first()).toHaveValue('3,5');
});

test('an editor has no gradebook in the menu, and no page of it (M6)', async ({ page }) => {
  await signInToAdmin(page, editor.email);
  await expect(page.getByRole('link', { name: 'Gradebook' })).toHaveCount(0);
  await page.goto(PAGES);
  await expect(page.getByText(/permission/i).first()).toBeVisible();
});

test('a teacher finds their own modules alone among the content, and who teaches them is not theirs to change (L3)', async ({
  page,
}) => {
  await signInToAdmin(page, teacher.email);
  await page.goto(
    `${process.env.CMS_PUBLIC_URL}/admin/content-manager/collection-types/api::module.module?page=1&pageSize=100`,
  );
  await expect(page.getByRole('gridcell', { name: 'PRO', exact: true })).toBeVisible();
  await expect(page.getByRole('gridcell', { name: 'LNX', exact: true })).toHaveCount(0);
  await page.getByRole('gridcell', { name: 'PRO', exact: true }).click();
  await expect(page.getByLabel(/^name/i).first()).toBeEditable();
  await expect(page.getByRole('combobox', { name: /teacher/i })).toBeDisabled();
});
