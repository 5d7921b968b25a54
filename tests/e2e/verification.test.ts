import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { verifyFromOutside } from './outside-verifier.ts';
import { people, signIn } from './sign-in.ts';
import { sql } from './sql.ts';

const { username } = people.showcase.graduate;
const NAME = people.students.find((one: { username: string }) => one.username === username) as {
  firstName: string;
  lastName: string;
};
const fullName = `${NAME.firstName} ${NAME.lastName}`;

const RESET = 'revoked_at = null, revocation_reason = null, superseded_at = null, expires_at = null';

/** What staff would have done to a certificate. */
const change = (code: string, assignment: string): Promise<unknown> =>
  sql(`update certificates set ${assignment} where verification_code = $1`, [code]);

// Also after a test that was stopped half-way.
test.beforeEach(() => sql(`update certificates set ${RESET} where recipient_name = $1`, [fullName]));

/** The certificate that the demo school has issued already, with its files. */
async function certificate(page: Page) {
  await signIn(page, username);
  await page.goto('/certificates');
  const panel = page.locator('section.panel').first();
  const path = async (name: string) =>
    (await panel.getByRole('link', { name }).first().getAttribute('href')) as string;
  const bytes = async (name: string) => (await page.request.get(await path(name))).body();
  const verify = await path('Verification page');
  return {
    panel,
    verify,
    code: verify.split('/').at(-1) as string,
    pdf: await bytes('Download the PDF'),
    credential: JSON.parse((await bytes('Download the digital credential')).toString('utf8')),
  };
}

test('a program that is not ours checks the credential, also after it was revoked (C8)', async ({ page }) => {
  const { credential, code } = await certificate(page);
  expect(credential.type).toContain('OpenBadgeCredential');
  expect(await verifyFromOutside(credential)).toEqual({ signed: true, withdrawn: false });
  await change(code, 'revoked_at = now()');
  // The status list is kept for half a minute at most; a program without a cache sees it at once.
  expect(await verifyFromOutside(credential)).toEqual({ signed: true, withdrawn: true });
  await change(code, 'revoked_at = null');
  expect(await verifyFromOutside({ ...credential, name: 'Another' })).toMatchObject({ signed: false });
});

test('the student decides whether the name is shown, and shares the page (U4)', async ({ page, browser }) => {
  const { panel, verify } = await certificate(page);
  const visitor = await (await browser.newContext()).newPage();
  const shown = async () => {
    await visitor.goto(process.env.SITE_URL + verify);
    return visitor.getByText(fullName);
  };
  await expect(await shown()).toBeVisible();
  await panel.getByRole('button', { name: 'Hide my name' }).click();
  await expect(page.getByText('The verification page no longer shows your name.')).toBeVisible();
  await expect(await shown()).toHaveCount(0);
  await expect(visitor.getByText('Name withheld by its owner')).toBeVisible();
  const json = await visitor.request.get(`${process.env.SITE_URL}${verify}.json`);
  expect(await json.text()).not.toContain(NAME.lastName);
  await page.locator('section.panel').first().getByRole('button', { name: 'Show my name' }).click();
  await expect(await shown()).toBeVisible();

  await expect(page.getByLabel('Link to share').first()).toHaveValue(process.env.SITE_URL + verify);
  const linkedIn = page.getByRole('link', { name: /Add to LinkedIn/ }).first();
  const fields = new URL((await linkedIn.getAttribute('href')) as string).searchParams;
  expect(fields.get('certUrl')).toBe(process.env.SITE_URL + verify);
  expect(fields.get('organizationName')).toBeTruthy();
});

test('a PDF that is dropped is compared in the browser, and goes nowhere', async ({ page, browser }) => {
  const { pdf, verify } = await certificate(page);
  const visitor = await (await browser.newContext({ baseURL: process.env.SITE_URL })).newPage();
  const sent: string[] = [];
  visitor.on('request', (request) => sent.push(`${request.method()} ${request.postData() ?? ''}`.trim()));
  const choose = (buffer: Buffer, name = 'certificate.pdf') =>
    visitor.getByLabel('Choose the PDF').setInputFiles({ name, mimeType: 'application/pdf', buffer });
  const altered = Buffer.from(pdf);
  altered[2000] = (altered[2000] as number) ^ 1;

  await test.step('on the form: an altered one is unknown, the very one leads to its page', async () => {
    await visitor.goto('/verify');
    await choose(altered);
    await expect(visitor.getByText('No PDF issued here has exactly this content')).toBeVisible();
    await choose(Buffer.from('hello'), 'letter.txt');
    await expect(visitor.getByText('This is not a PDF.')).toBeVisible();
    await choose(pdf);
    await expect(visitor).toHaveURL(new RegExp(`${verify}#file=[0-9a-f]{64}$`));
    await expect(visitor.getByText('This PDF is the very file that was issued')).toBeVisible();
  });

  await test.step('on the page of a certificate: dropped on it', async () => {
    await visitor.goto(`/es${verify}`);
    const drop = async (bytes: Buffer) => {
      const data = await visitor.evaluateHandle(
        (list) => {
          const transfer = new DataTransfer();
          transfer.items.add(
            new File([new Uint8Array(list)], 'certificate.pdf', { type: 'application/pdf' }),
          );
          return transfer;
        },
        [...bytes],
      );
      await visitor.dispatchEvent('[data-drop]', 'drop', { dataTransfer: data });
    };
    await drop(altered);
    await expect(visitor.getByText('Este PDF no es el archivo que se expidió')).toBeVisible();
    await drop(pdf);
    await expect(visitor.getByText('Este PDF es exactamente el archivo que se expidió')).toBeVisible();
  });
  expect(sent.length).toBeGreaterThan(0);
  expect(sent.filter((one) => one !== 'GET')).toEqual([]);
});

test('the form takes a code without JavaScript, typed as people type', async ({ page, browser }) => {
  const { code } = await certificate(page);
  const plain = await (
    await browser.newContext({ javaScriptEnabled: false, baseURL: process.env.SITE_URL })
  ).newPage();
  await plain.goto('/verify');
  await expect(plain.getByText('Check a PDF')).toBeHidden();
  await plain.getByLabel('Verification code').fill(` ${code.toLowerCase().replace(/(.{5})/g, '$1-')} `);
  await plain.getByRole('button', { name: 'Verify' }).click();
  await expect(plain.getByRole('heading', { level: 1 })).toHaveText('This certificate is valid.');
});

const STATES = [
  ['valid', 'revoked_at = null', 'This certificate is valid.', 'Este certificado es válido.'],
  [
    'revoked',
    "revoked_at = now(), revocation_reason = 'A mark was wrong'",
    'This certificate was revoked.',
    'Este certificado fue revocado.',
  ],
  [
    'superseded',
    'superseded_at = now()',
    'This certificate was replaced by a newer one.',
    'Este certificado fue sustituido por otro más reciente.',
  ],
  [
    'expired',
    "expires_at = now() - interval '1 day'",
    'This certificate has expired.',
    'Este certificado ha caducado.',
  ],
] as const;

for (const colorScheme of ['light', 'dark'] as const) {
  test(`each status is told in both languages and is accessible, ${colorScheme} (C8)`, async ({
    page,
    browser,
  }) => {
    test.slow();
    const { code } = await certificate(page);
    const visitor = await (
      await browser.newContext({ colorScheme, baseURL: process.env.SITE_URL })
    ).newPage();
    const violations: string[] = [];
    const look = async (path: string, heading: string) => {
      await visitor.goto(path);
      await expect(visitor.getByRole('heading', { level: 1 })).toHaveText(heading);
      const found = (await new AxeBuilder({ page: visitor }).analyze()).violations;
      violations.push(...found.map(({ id, nodes }) => `${path}: ${id}: ${nodes[0]?.html.slice(0, 160)}`));
    };
    for (const [status, assignment, english, spanish] of STATES) {
      await change(code, RESET);
      await change(code, assignment);
      await look(`/verify/${code}`, english);
      await look(`/es/verify/${code}`, spanish);
      expect(await (await visitor.request.get(`/verify/${code}.json`)).json()).toMatchObject({ status });
    }
    await change(code, RESET);
    await look('/verify/NOTACODE', 'There is no certificate with this code.');
    await look('/es/verify/NOTACODE', 'No hay ningún certificado con este código.');
    await look('/es/verify', 'Verificar un certificado');
    expect(violations).toEqual([]);
  });
}

test('nothing is written into a page that the policy would have to let run (P9)', async ({ page }) => {
  const { verify } = await certificate(page);
  for (const path of ['/certificates', '/verify', verify]) {
    const answer = await page.goto(path);
    expect(answer?.headers()['content-security-policy']).toContain("script-src 'self'");
    expect(await page.locator('script:not([src])').count()).toBe(0);
  }
});
