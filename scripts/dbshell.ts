import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { openDatabase } from './database/open-database.ts';
import { ensureEnvFile, loadEnvironment } from './environment/load.ts';
import { main } from './problem.ts';

const TABLES =
  "select table_schema, table_name from information_schema.tables where table_schema not in ('pg_catalog', 'information_schema') order by 1, 2";

/** A prompt on the database: `psql` where there is one, otherwise a small one of its own. */
await main(async () => {
  ensureEnvFile();
  const database = await openDatabase(loadEnvironment());
  try {
    if (spawnSync('psql', ['--version'], { stdio: 'ignore' }).status === 0) await psql(database.url);
    else await prompt(database.url);
  } finally {
    database.close();
  }
});

/** The password goes through the environment: arguments are seen by everybody on the machine. */
function psql(address: string): Promise<void> {
  const url = new URL(address);
  const PGPASSWORD = decodeURIComponent(url.password);
  url.password = '';
  return new Promise((resolve) => {
    spawn('psql', [url.href], { stdio: 'inherit', env: { ...process.env, PGPASSWORD } }).on('exit', () =>
      resolve(),
    );
  });
}

async function prompt(connectionString: string): Promise<void> {
  const { Client } = (await import('pg')).default;
  const client = new Client({ connectionString });
  await client.connect();
  const lines = createInterface({
    input: process.stdin,
    output: process.stdin.isTTY ? process.stdout : undefined,
    prompt: 'lumino=> ',
  });
  console.log('Statements end with ; — \\dt lists the tables, \\q ends.');
  lines.prompt();
  let statement = '';
  for await (const line of lines) {
    if (line.trim() === '\\q') break;
    statement += `${line}\n`;
    if (line.trim() === '\\dt') statement = `${TABLES};`;
    if (statement.trim().endsWith(';')) {
      try {
        const { rows, command, rowCount } = await client.query(statement);
        if (rows.length > 0) console.table(rows);
        else console.log(`${command} ${rowCount ?? ''}`);
      } catch (error) {
        console.error((error as Error).message);
      }
      statement = '';
    }
    lines.prompt();
  }
  lines.close();
  await client.end();
}
