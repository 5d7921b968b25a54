import { execFileSync, type ExecFileSyncOptions } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const INSTALLED = '/usr/lib/postgresql';

/** Where the programs of Debian's PostgreSQL are, server and clients; null where they are not. */
export function olderPostgres(): string | null {
  const [version] = existsSync(INSTALLED) ? readdirSync(INSTALLED) : [];
  const bin = path.join(INSTALLED, version ?? '', 'bin');
  return version && ['initdb', 'postgres', 'pg_dump'].every((name) => existsSync(path.join(bin, name)))
    ? bin
    : null;
}

/** PostgreSQL does not run as root. */
function asPostgres(): ExecFileSyncOptions {
  if (process.getuid?.() !== 0) return {};
  const [, , uid, gid] = /^postgres:.*$/m.exec(readFileSync('/etc/passwd', 'utf8'))?.[0].split(':') ?? [];
  return { uid: Number(uid), gid: Number(gid) };
}

/** A server of that version with an empty database, in a folder of its own. */
export function startOlderPostgres(bin: string, port: string): { url: string; stop(): void } {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lumino-older-'));
  chmodSync(folder, 0o777);
  const options = { ...asPostgres(), cwd: '/', stdio: 'ignore' as const };
  const data = path.join(folder, 'data');
  const run = (program: string, ...args: string[]) => execFileSync(path.join(bin, program), args, options);
  run('initdb', '-D', data, '-U', 'lumino', '-A', 'trust', '-E', 'UTF8', '--locale=C');
  const listen = `-c listen_addresses=127.0.0.1 -p ${port} -c unix_socket_directories='' -c fsync=off`;
  run('pg_ctl', 'start', '-w', '-D', data, '-l', path.join(folder, 'log'), '-o', listen);
  return {
    url: `postgres://lumino@127.0.0.1:${port}/postgres`,
    stop() {
      run('pg_ctl', 'stop', '-m', 'immediate', '-D', data);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
