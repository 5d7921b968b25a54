import { createInterface } from 'node:readline/promises';
import { readArguments } from './arguments.ts';
import { createAdminUser } from './demo/people.ts';
import { main, Problem } from './problem.ts';
import { withStrapi } from './strapi/with-strapi.ts';

const USAGE =
  'npm run create-admin -- --email you@example.com --name "First Last" (the password is asked for, or read from LUMINO_ADMIN_PASSWORD)';

/** Makes an administrator. The password is never an argument: arguments are seen by everybody on the machine. */
await main(async () => {
  const { values } = readArguments({ email: { type: 'string' }, name: { type: 'string' } }, USAGE);
  const { email, name } = values;
  if (!email || !/^[^\s@]+@[^\s@]+$/.test(email) || !name)
    throw new Problem('An e-mail address and a name are needed.', `Usage: ${USAGE}`);
  const password = process.env.LUMINO_ADMIN_PASSWORD ?? (await ask());
  if (password.length < 8 || !/[a-z]/.test(password) || !/[A-Z]/.test(password) || !/\d/.test(password)) {
    throw new Problem(
      'The password needs 8 characters, with a small letter, a capital and a digit.',
      'Choose another one and run the command again.',
    );
  }
  await withStrapi(async (strapi) => {
    if (strapi.service('api::account.account').isEasyToGuess(password, [email, name]))
      throw new Problem(
        'This password is easy to guess: many people have it, or it says little but a name.',
        'Choose another one and run the command again.',
      );
    if (await strapi.db.query('admin::user').findOne({ where: { email: email.toLowerCase() } })) {
      throw new Problem(
        `There is an admin user ${email} already.`,
        'Give them the role in the admin, under Settings, Users.',
      );
    }
    const [first = '', ...rest] = name.split(' ');
    await createAdminUser(strapi, email.toLowerCase(), first, rest.join(' '), password, 'strapi-super-admin');
    console.log(`✓ ${email} can sign in at ${process.env.CMS_PUBLIC_URL}/admin`);
  });
});

async function ask(): Promise<string> {
  if (!process.stdin.isTTY)
    throw new Problem('There is no terminal to ask for a password.', 'Set LUMINO_ADMIN_PASSWORD.');
  const prompt = createInterface({ input: process.stdin, output: process.stdout });
  const password = await prompt.question('Password: ');
  prompt.close();
  return password;
}
