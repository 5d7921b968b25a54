import type { Page } from '@playwright/test';
import type { AdminPage } from './admin-pages.ts';

const MARK = 'input[data-gradebook-field="mark"]';

/** One of the demo teacher's classes, and what is done there. */
const inClass = (name: string, act?: (page: Page) => Promise<unknown>): AdminPage => ({
  name,
  as: 'teacher',
  path: 'plugins/gradebook',
  act: async (page) => {
    await page.getByRole('link', { name: /PRO/ }).first().click();
    await page.locator(MARK).first().waitFor();
    await act?.(page);
  },
});
const press = (page: Page, name: RegExp) => page.getByRole('button', { name }).first().click();
const type = async (page: Page, ...marks: string[]): Promise<void> => {
  for (const [index, mark] of marks.entries()) await page.locator(MARK).nth(index).fill(mark);
  await page.locator(MARK).nth(marks.length).focus();
};

/** A file with what a spreadsheet would write; `{username}` is somebody of the class. */
const chooseFile =
  (...rows: string[]) =>
  async (page: Page): Promise<void> => {
    const username = await page.locator('tbody th span').nth(1).textContent();
    await press(page, /^(Import CSV|Importar CSV)$/);
    const text = ['Username;Mark', ...rows].join('\r\n').replaceAll('{username}', username ?? '');
    await page
      .getByRole('dialog')
      .locator('input[type=file]')
      .setInputFiles({ name: 'marks.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await page.getByRole('dialog').getByText('marks.csv').waitFor();
  };

/** The answer to a save over what somebody else has saved meanwhile. */
async function meetSomebodyElse(page: Page): Promise<void> {
  await page.route('**/gradebook/modules/*/marks', async (route) => {
    const { changes } = route.request().postDataJSON() as {
      changes: { enrollmentKey: string; revision: number }[];
    };
    const [conflict] = changes.map(({ enrollmentKey, revision }) => ({
      enrollmentKey,
      mark: 6,
      feedback: 'Ask me about loops.',
      revision: revision + 1,
      changedBy: 'Robin Castle',
    }));
    const details = { conflicts: [conflict] };
    await route.fulfill({
      status: 409,
      json: { data: null, error: { status: 409, name: 'ConflictError', message: 'Changed', details } },
    });
  });
  await type(page, '9', '8');
  await press(page, /^(Save|Guardar)$/);
}

export const GRADEBOOK_PAGES: AdminPage[] = [
  { name: 'gradebook', as: 'teacher', path: 'plugins/gradebook' },
  { name: 'gradebook-all', as: 'administrator', path: 'plugins/gradebook' },
  inClass('gradebook-module'),
  inClass('gradebook-unsaved', (page) => type(page, '9,5', '7', '12', 'x')),
  inClass('gradebook-conflict', meetSomebodyElse),
  inClass('gradebook-leaving', async (page) => {
    await type(page, '9,5');
    await page.getByRole('link', { name: /^(All modules|Todos los módulos)$/ }).press('Enter');
  }),
  inClass('gradebook-history', (page) => press(page, /^(History of|Historial de)/)),
  inClass('gradebook-import', (page) => press(page, /^(Import CSV|Importar CSV)$/)),
  inClass('gradebook-import-wrong', chooseFile('{username};77', 'nobody;5', '{username};x')),
  inClass('gradebook-import-right', chooseFile('{username};3,5')),
  inClass('gradebook-import-no-table', chooseFile('"{username};3,5')),
  inClass('gradebook-issue', (page) => press(page, /^(Issue|Emitir) \d/)),
  { name: 'gradebook-forbidden', as: 'editor', path: 'plugins/gradebook' },
];
