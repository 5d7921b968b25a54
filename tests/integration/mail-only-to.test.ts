import { spawnSync } from 'node:child_process';
import path from 'node:path';

const ROOT = path.join(__dirname, '..', '..');

/** Who got the mail, as the mail server has it. */
async function receivers(): Promise<string[]> {
  const mails = (await (await fetch(`${process.env.TEST_INBOX_URL}/api/email`)).json()) as {
    subject: string;
    to: { address: string }[];
  }[];
  return mails.flatMap(({ subject, to }) =>
    subject === 'For the list' ? to.map(({ address }) => address) : [],
  );
}

it('a copy for tests sends mail to the addresses on its list alone, and says of the others why not (P12)', async () => {
  const { stdout, stderr } = spawnSync(
    'node',
    [
      'tests/integration/mail-only-to.ts',
      'a@staff.example',
      'Tester@lumino.example',
      'guido@elsewhere.example',
    ],
    {
      cwd: ROOT,
      encoding: 'utf8',
      env: {
        ...process.env,
        DATABASE_URL: process.env.TEST_DATABASE_URL,
        SMTP_IGNORE_TLS: 'true',
        MAIL_ONLY_TO: '@staff.example, tester@lumino.example',
      },
    },
  );
  const told = stdout.split('\n').find((line) => line.startsWith('TOLD '));
  if (!told) throw new Error(stderr);
  expect(JSON.parse(told.slice(5))).toEqual([
    { to: 'a@staff.example', state: 'sent', lastError: null },
    { to: 'Tester@lumino.example', state: 'sent', lastError: null },
    {
      to: 'guido@elsewhere.example',
      state: 'cancelled',
      lastError: 'Not sent: this address is not among those that get mail from here.',
    },
  ]);
  expect((await receivers()).map((address) => address.toLowerCase()).sort()).toEqual([
    'a@staff.example',
    'tester@lumino.example',
  ]);
});
