import { expect, test } from '@playwright/test';
import { mailsTo } from './inbox.ts';
import { people, signIn } from './sign-in.ts';
import { signUp } from './sign-up.ts';
import { setMark } from './staff.ts';

const certificateMails = async (address: string) =>
  (await mailsTo(address)).filter(({ attachments }) => attachments.length > 0);

test('C2, C10 the certificate of a passed module: asked for twice, it is one, and comes by one mail', async ({
  page,
}) => {
  await signUp(page, 'passer');
  const address = 'passer@students.example';
  await page.goto('/modules/WRI');
  await page.getByRole('button', { name: 'Enrol in this module' }).click();
  await page.goto('/modules/WRI');
  await expect(page.getByRole('button', { name: 'Get the certificate of this module' })).toHaveCount(0);

  await setMark('passer', 'WRI', 4);
  await page.reload();
  await expect(page.getByText('The pass mark is not reached.')).toBeVisible();
  const origin = process.env.SITE_URL as string;
  const ask = (path = '/modules/WRI/certificate') => page.request.post(path, { headers: { origin } });
  expect(await (await ask()).text()).toContain('The pass mark is not reached.');

  await setMark('passer', 'WRI', 5);
  await page.goto('/es/modules/WRI');
  await expect(page.getByRole('button', { name: 'Obtener el certificado de este módulo' })).toBeVisible();
  await page.goto('/modules/WRI');
  await page.getByRole('button', { name: 'Get the certificate of this module' }).click();
  await expect(page.getByRole('status').first()).toHaveText(
    `You will get the certificate of this module quite soon at ${address}`,
  );
  await Promise.all([ask(), ask(), ask()]);
  await expect(page.getByRole('link', { name: 'Your certificate of this module' })).toBeVisible();

  await expect.poll(async () => (await certificateMails(address)).length, { timeout: 60_000 }).toBe(1);
  // A second one would follow at once.
  await page.waitForTimeout(3_000);
  const [mail, ...others] = await certificateMails(address);
  expect(others).toEqual([]);
  expect(mail?.attachments[0]).toMatchObject({ contentType: 'application/pdf' });
  await page.goto('/certificates');
  await expect(page.getByRole('heading', { level: 2, name: 'Technical writing' })).toHaveCount(1);
});

test('C6 a certificate is for its student: anybody else, and any other address of it, gets nothing', async ({
  page,
  browser,
}) => {
  await signIn(page, people.showcase.graduate.username);
  await page.goto('/certificates');
  const href = (await page
    .getByRole('link', { name: 'Download the PDF' })
    .first()
    .getAttribute('href')) as string;
  const own = await page.request.get(href);
  expect(own.headers()).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': expect.stringContaining('guido_grade_certificate.pdf'),
  });
  expect(own.headers()['cache-control']).toContain('no-store');

  const visitor = await browser.newContext({ baseURL: process.env.SITE_URL });
  const answer = await visitor.request.get(href, { maxRedirects: 0 });
  expect([303, 401, 404]).toContain(answer.status());
  const other = await visitor.newPage();
  await signIn(other, people.showcase.almost.username);
  expect((await other.request.get(href)).status()).toBe(404);
});
