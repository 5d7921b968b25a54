import { expect, test } from '@playwright/test';
import { theMailTo } from './inbox.ts';
import { qrCodeOf, textOf } from './pdf.ts';
import { people, signIn, signInToAdmin } from './sign-in.ts';

const { almost, teacher } = people.showcase;
const address = `${almost.username}@students.lumino.example`;

test('from a teacher’s mark to a certificate that anybody can verify (M2, S3, C1–C5, C8)', async ({
  browser,
}) => {
  const teaching = await browser.newPage();
  const learning = await browser.newPage();

  await test.step('the student lacks one mark and is not offered the certificate', async () => {
    await signIn(learning, almost.username);
    await expect(learning.getByText(`Missing: ${almost.module}.`)).toBeVisible();
    await expect(learning.getByRole('button', { name: 'Get the grade certificate' })).toHaveCount(0);
  });

  await test.step('the teacher sets the mark in the gradebook', async () => {
    await signInToAdmin(teaching, teacher.email);
    await teaching.goto(`${process.env.CMS_PUBLIC_URL}/admin/plugins/gradebook`);
    await teaching
      .getByRole('link', { name: /Programming fundamentals/ })
      .first()
      .click();
    const mark = teaching.getByLabel('Mark for María Núñez Ortega');
    await mark.fill('11');
    await teaching.getByRole('button', { name: /^Save/ }).click();
    await expect(mark).toHaveAttribute('aria-invalid', 'true');
    await mark.fill('9.5');
    await teaching.getByRole('button', { name: /^Save/ }).click();
    await expect(teaching.getByText('Marks were successfully saved.').first()).toBeVisible();
  });

  await test.step('the student sees the mark and asks for the certificate, twice', async () => {
    await learning.goto('/modules');
    await expect(learning.getByText('Mark: 9.5 of 10')).toBeVisible();
    await learning.getByRole('button', { name: 'Get the grade certificate' }).click();
    await expect(learning.getByRole('status')).toHaveText(
      `You will get the grade certificate quite soon at ${address}`,
    );
    await learning.getByRole('button', { name: 'Get the grade certificate' }).click();
    await expect(learning.getByRole('status')).toContainText('quite soon');
  });

  const mail = await theMailTo(address);
  const [attachment] = mail.attachments;
  const pdf = attachment?.content as Buffer;

  await test.step('one mail arrives, in the student’s language, with the PDF', async () => {
    expect(mail.subject).toBe('Tu certificado de calificaciones');
    expect(attachment?.filename).toBe(`${almost.username}_grade_certificate.pdf`);
    expect(attachment?.contentType).toBe('application/pdf');
  });

  await test.step('the PDF says who, what, with which marks, and under which number', async () => {
    const text = textOf(pdf);
    expect(text).toContain('María Núñez Ortega');
    for (const words of ['A11Y', 'HTM', 'PRO', 'Fundamentos', '9,5']) expect(text).toContain(words);
    expect(text).toMatch(/2\d{3}-[0-9A-Z]{5}-[0-9A-Z]{5}/);
  });

  await test.step('its QR code leads to a page that says it is valid', async () => {
    const url = qrCodeOf(pdf);
    expect(url).toContain(`${process.env.SITE_URL}/verify/`);
    const visitor = await (await browser.newContext()).newPage();
    await visitor.goto(url as string);
    await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('This certificate is valid.');
    await expect(visitor.getByText('María Núñez Ortega')).toBeVisible();
    const json = await (await fetch(`${url}.json`)).json();
    expect(json).toMatchObject({ status: 'valid', recipient: 'María Núñez Ortega' });
    const { createHash } = await import('node:crypto');
    expect(json.sha256).toBe(createHash('sha256').update(pdf).digest('hex'));
  });

  await test.step('the student downloads the same file again (C6), a stranger does not', async () => {
    await learning.goto('/certificates');
    const link = learning.getByRole('link', { name: 'Download the PDF' }).first();
    const href = (await link.getAttribute('href')) as string;
    const own = await learning.request.get(href);
    expect(Buffer.compare(await own.body(), pdf)).toBe(0);
    await learning.goto('/es/certificates');
    const enlace = learning.getByRole('link', { name: 'Descargar el PDF' }).first();
    const spanish = await learning.request.get((await enlace.getAttribute('href')) as string);
    expect(Buffer.compare(await spanish.body(), pdf)).toBe(0);
    const stranger = await browser.newPage();
    await signIn(stranger, people.showcase.graduate.username);
    expect((await stranger.request.get(href)).status()).toBe(404);
  });
});
