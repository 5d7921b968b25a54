import type { Settings } from '../environment/load.ts';
import { Problem } from '../problem.ts';
import { lockHolder } from '../launcher/lock.ts';
import { startCluster } from './cluster.ts';

export interface OpenDatabase {
  url: string;
  embedded: boolean;
  /** Stops the embedded server, unless somebody else needs it: the launcher always may, a command if it started it. */
  close(): void;
}

/** Hides the password of a database address. */
export const withoutPassword = (url: string): string => url.replace(/\/\/([^:@/]+):[^@]*@/, '//$1:…@');

/** The database to use: `DATABASE_URL`, or the embedded one, started if it is not running. */
export async function openDatabase(settings: Settings): Promise<OpenDatabase> {
  if (settings.DATABASE_URL) {
    await check(settings.DATABASE_URL);
    return { url: settings.DATABASE_URL, embedded: false, close: () => {} };
  }
  const cluster = await startCluster();
  process.env.DATABASE_URL = cluster.url;
  const close = () => {
    const launcher = lockHolder();
    if (launcher === process.pid || (launcher === null && cluster.startedHere)) cluster.stop();
  };
  return { url: cluster.url, embedded: true, close };
}

const CURES: Record<string, string> = {
  ECONNREFUSED:
    'Nothing listens there: start that PostgreSQL, or leave DATABASE_URL empty to use the embedded one.',
  ENOTFOUND: 'There is no such host: correct DATABASE_URL in .env.',
  ETIMEDOUT: 'The host does not answer: is a firewall in between?',
  '28P01': 'User or password are wrong: correct DATABASE_URL in .env.',
  '28000': 'This user may not connect: correct DATABASE_URL in .env, or the server’s pg_hba.conf.',
  '3D000': 'There is no such database on that server: make it with `createdb`.',
};

async function check(url: string): Promise<void> {
  const { Client } = (await import('pg')).default;
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    await client.query('select 1');
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    throw new Problem(
      `The database ${withoutPassword(url)} refuses: ${message || code}`,
      CURES[code ?? ''] ?? 'Correct DATABASE_URL in .env, or leave it empty to use the embedded one.',
    );
  } finally {
    await client.end().catch(() => {});
  }
}
