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

/** A second mail would follow at once. */
const QUIET_MS = 3_000;

/**
 * Waits for the one mail to an address (C10). A second one is a fault.
 * @param about what the subject says, for somebody who has had mails before; any where not given
 */
export async function theMailTo(address: string, about = ''): Promise<ParsedMail> {
  const found = async () => (await mailsTo(address)).filter(({ subject }) => subject?.includes(about));
  await expect.poll(async () => (await found()).length, { timeout: 60_000 }).toBeGreaterThan(0);
  await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
  const mails = await found();
  expect(mails.map(({ subject }) => subject)).toHaveLength(1);
  return mails[0] as ParsedMail;
}
