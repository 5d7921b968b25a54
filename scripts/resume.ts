import pg from 'pg';
import { readArguments } from './arguments.ts';
import { openDatabase } from './database/open-database.ts';
import { ensureEnvFile, loadEnvironment } from './environment/load.ts';
import { main, Problem } from './problem.ts';

const USAGE = 'npm run resume -- work | mail [--send-waiting]';
const MAIL = 'deliveries/send';
const WHY = 'Restored from a backup: it may have been sent after the backup was made.';

/** Lets a restored centre go on: first the work, then the mail. No mail goes out twice (P12). */
await main(async () => {
  const { values, positionals } = readArguments(
    { 'send-waiting': { type: 'boolean', default: false } },
    USAGE,
    true,
  );
  const [what] = positionals;
  if (what !== 'work' && what !== 'mail') throw new Problem('Resume what?', `Usage: ${USAGE}`);
  ensureEnvFile();
  const database = await openDatabase(loadEnvironment());
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    await (what === 'work' ? resumeWork(client) : resumeMail(client, values['send-waiting']));
  } finally {
    await client.end();
    database.close();
  }
});

async function isHeld(client: pg.Client, task: string): Promise<boolean> {
  const { rowCount } = await client.query('select from pgboss.jobs_held where task = $1', [task]);
  return rowCount === 1;
}

async function resumeWork(client: pg.Client): Promise<void> {
  const held = await isHeld(client, '*');
  await client.query("delete from pgboss.jobs_held where task = '*'");
  console.log(held ? '✓ Background work goes on' : '✓ Background work was not on hold');
  if (await isHeld(client, MAIL)) console.log('  Mail is on hold still: npm run resume -- mail');
}

/** What waits was written before the disaster, or by work that may have been done already: a person decides about it. */
async function resumeMail(client: pg.Client, sendWaiting: boolean): Promise<void> {
  if (await isHeld(client, '*')) throw new Problem('Everything is on hold.', 'First: npm run resume -- work');
  if (!(await isHeld(client, MAIL))) return console.log('✓ Mail was not on hold');
  const { rows } = await client.query(
    'select count(*)::int as n from certificates where rendered_at is null and revoked_at is null',
  );
  if (rows[0].n > 0 && !sendWaiting)
    throw new Problem(
      `${rows[0].n} certificates are being drawn; their mails may have been sent already and are to be set aside, too.`,
      'Wait until a worker has drawn them, then try again.',
    );
  await client.query('begin');
  const { rowCount } = sendWaiting
    ? { rowCount: 0 }
    : await client.query(
        `update deliveries set given_up_at = now() at time zone 'UTC', next_attempt_at = null, last_error = $1
         where sent_at is null and refused_at is null and given_up_at is null and cancelled_at is null`,
        [WHY],
      );
  await client.query('delete from pgboss.jobs_held where task = $1', [MAIL]);
  await client.query('commit');
  console.log('✓ Mail goes out');
  if (rowCount) console.log(`  ${rowCount} mails were set aside: Deliveries in the admin, state "given up"`);
}
