import { expect } from '@playwright/test';
import { type ParsedMail, simpleParser } from 'mailparser';

const INBOX = process.env.TEST_INBOX_URL;

/** Every mail to an address, as it came in over SMTP. */
export async function mailsTo(address: string): Promise<ParsedMail[]> {
  const list = (await (await fetch(`${INBOX}/api/email`)).json()) as {
    id: string;
    to: { address: string }[];
  }[];
  const mine = list.filter((mail) => mail.to.some((to) => to.address === address));
  return Promise.all(
    mine.map(async ({ id }) =>
      simpleParser(Buffer.from(await (await fetch(`${INBOX}/api/email/${id}/download`)).arrayBuffer())),
    ),
  );
}

/** Waits for exactly one mail to an address whose attachment has such a name. */
export async function theMailTo(address: string, fileName: RegExp): Promise<ParsedMail> {
  const found = async () =>
    (await mailsTo(address)).filter(({ attachments }) => fileName.test(attachments[0]?.filename ?? ''));
  await expect.poll(async () => (await found()).length, { timeout: 60_000 }).toBeGreaterThan(0);
  const mails = await found();
  expect(mails).toHaveLength(1);
  return mails[0] as ParsedMail;
}
