import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parse } from 'dotenv';
import pg from 'pg';
import { readArguments } from './arguments.ts';
import { CMS } from './paths.ts';
import { main, Problem } from './problem.ts';
import { copyDatabase } from './staging/copy-database.ts';

const USAGE = 'npm run staging:refresh -- --from /srv/lumino --to /srv/staging --replace DATABASE';
const PASSWORD_BYTES = 9;
const ROUNDS = 10;

interface Centre {
  databaseUrl: string;
  publicDir: string;
  onlyTo: string;
  storage: string;
}

function readCentre(home: string | undefined): Centre {
  const file = path.join(home ?? '', 'shared', '.env');
  if (!home || !existsSync(file)) throw new Problem(`There is no ${file}.`, `Usage: ${USAGE}`);
  const env = parse(readFileSync(file, 'utf8'));
  if (!env.DATABASE_URL) throw new Problem(`${file} has no DATABASE_URL.`, 'Set it there.');
  return {
    databaseUrl: env.DATABASE_URL,
    publicDir: env.PUBLIC_DIR ?? '',
    onlyTo: env.MAIL_ONLY_TO ?? '',
    storage: env.STORAGE ?? 'disk',
  };
}

/** Copies a centre into another one for tests, with everybody's personal data replaced. The other one sends mail to an allow-list alone. */
await main(async () => {
  const { values } = readArguments(
    { from: { type: 'string' }, to: { type: 'string' }, replace: { type: 'string' } },
    USAGE,
  );
  const [from, to] = [readCentre(values.from), readCentre(values.to)];
  if (!to.onlyTo.trim())
    throw new Problem(
      `${values.to} would send mail to everybody.`,
      'Say who gets mail from it first: MAIL_ONLY_TO=you@school.example in its .env; then restart it.',
    );
  const source = new pg.Client({ connectionString: from.databaseUrl });
  const target = new pg.Client({ connectionString: to.databaseUrl });
  await Promise.all([source.connect(), target.connect()]);
  try {
    const nameOf = async (client: pg.Client): Promise<{ name: string; place: string }> =>
      (
        await client.query(
          "select current_database() as name, current_database() || ' ' || pg_postmaster_start_time() as place",
        )
      ).rows[0];
    const [here, there] = [await nameOf(source), await nameOf(target)];
    if (here.place === there.place)
      throw new Problem(`Both are the same database, "${here.name}".`, `Usage: ${USAGE}`);
    if (values.replace !== there.name)
      throw new Problem(
        `Everything in the database "${there.name}" would be replaced.`,
        `If that is what you want: --replace ${there.name}`,
      );
    const password = randomBytes(PASSWORD_BYTES).toString('base64url');
    // The one that the cms itself signs in with.
    const { hashSync } = createRequire(path.join(CMS, 'package.json'))('bcryptjs') as {
      hashSync(password: string, rounds: number): string;
    };
    const counts = await copyDatabase(source, target, hashSync(password, ROUNDS));
    console.log(
      `✓ ${counts.get('modules') ?? 0} modules, ${counts.get('lessons') ?? 0} lessons, ${counts.get('up_users') ?? 0} students without their names`,
    );
    await copyMedia(from, to, target);
    const { rows } = await target.query('select email from admin_users order by id limit 1');
    console.log(
      `✓ Everybody's password there is ${password}: sign in as student-<number>, and in the admin as ${rows[0]?.email ?? 'nobody'}`,
    );
  } finally {
    await Promise.all([source.end(), target.end()]);
  }
});

/** Files that the copy's library names, and no others: pictures of people stay where they are. */
async function copyMedia(from: Centre, to: Centre, target: pg.Client): Promise<void> {
  if (from.storage === 's3' || to.storage === 's3') {
    console.log("! Media in a bucket is not copied: copy it with your storage's own tools.");
    return;
  }
  const { rows } = await target.query<{ url: string }>(
    `select url from files union select value ->> 'url' from files, jsonb_each(formats) where jsonb_typeof(formats) = 'object'`,
  );
  mkdirSync(path.join(to.publicDir, 'uploads'), { recursive: true });
  let count = 0;
  for (const { url } of rows) {
    const name = path.basename(url ?? '');
    const file = path.join(from.publicDir, 'uploads', name);
    if (!name || !existsSync(file)) continue;
    cpSync(file, path.join(to.publicDir, 'uploads', name));
    count++;
  }
  console.log(`✓ ${count} files of media`);
}
