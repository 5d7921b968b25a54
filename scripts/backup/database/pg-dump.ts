import { spawn, spawnSync } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { Problem } from '../../problem.ts';

/** The password goes through the environment: arguments are seen by everybody on the machine. */
function connection(address: string): { url: string; env: NodeJS.ProcessEnv } {
  const url = new URL(address);
  const PGPASSWORD = decodeURIComponent(url.password);
  url.password = '';
  return { url: url.href, env: { ...process.env, PGPASSWORD } };
}

/** Whether PostgreSQL's own programs are here and not older than the server: an older pg_dump refuses a newer server. */
export function hasPgDump(serverMajor: number): boolean {
  return ['pg_dump', 'pg_restore', 'psql'].every((program) => {
    const { status, stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
    return status === 0 && Number(/(\d+)/.exec(stdout)?.[1]) >= serverMajor;
  });
}

function program(name: string, args: string[], env: NodeJS.ProcessEnv) {
  const child = spawn(name, args, { env, stdio: ['pipe', 'pipe', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk) => (said += chunk));
  const ended = new Promise<void>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0
        ? resolve()
        : reject(
            new Problem(
              `${name} ended with ${code}: ${said.trim().split('\n').slice(-3).join(' ')}`,
              'See above.',
            ),
          ),
    );
  });
  ended.catch(() => {});
  return { child, ended };
}

/** @param snapshot as `pg_export_snapshot` gave it: the dump is of that very moment. */
export function pgDump(address: string, snapshot: string): { content: Readable; ended: Promise<void> } {
  const { url, env } = connection(address);
  const options = [
    '--format=custom',
    '--no-owner',
    '--no-privileges',
    '--compress=0',
    `--snapshot=${snapshot}`,
  ];
  const { child, ended } = program('pg_dump', [...options, url], env);
  child.stdin.end();
  return { content: child.stdout, ended };
}

/** All of it in one transaction, between `before`, which leaves an empty schema `public`, and `after`. */
export async function pgRestore(
  address: string,
  folder: string,
  before: string,
  after: string,
): Promise<void> {
  const { url, env } = connection(address);
  const pieces = (await readdir(folder)).sort().map((name) => path.join(folder, name));
  const readDump = () =>
    Readable.from(
      (async function* () {
        for (const piece of pieces) yield* createReadStream(piece);
      })(),
    );
  const listing = program('pg_restore', ['--list'], env);
  // It has seen enough before it has read everything.
  pipeline(readDump(), listing.child.stdin).catch(() => {});
  const list = await text(listing.child.stdout);
  await listing.ended;
  // That schema is there already; whether the dump makes it depends on who owned it.
  const wanted = path.join(folder, '..', 'wanted.list');
  await writeFile(wanted, list.replace(/^\d+;.* SCHEMA - public .*$/m, ''));

  const restore = program('pg_restore', ['--no-owner', '--no-privileges', '-L', wanted, '-f', '-'], env);
  const psql = program(
    'psql',
    ['--quiet', '--no-psqlrc', '-v', 'ON_ERROR_STOP=1', '--single-transaction', url],
    env,
  );
  psql.child.stdout.resume();
  const script = async function* () {
    yield `${before}\n`;
    yield* restore.child.stdout;
    yield `\n${after}\n`;
  };
  await Promise.all([
    pipeline(readDump(), restore.child.stdin),
    pipeline(script, psql.child.stdin),
    restore.ended,
    psql.ended,
  ]);
}
