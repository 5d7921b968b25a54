import { spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ROOT } from '../paths.ts';
import { Problem } from '../problem.ts';
import { freePort } from './free-port.ts';

const START_SECONDS = 600;

export interface WholeLumino {
  /** Where it is, for the tests. */
  env: Record<string, string>;
  stop(): Promise<void>;
}

/**
 * Starts everything as `npm start` does, with the demo data, beside whatever else runs on this machine.
 * @param only nothing but the database and this service, without the demo.
 */
export async function startWholeLumino(only?: 'inbox'): Promise<WholeLumino> {
  const data = mkdtempSync(path.join(os.tmpdir(), 'lumino-test-'));
  // PostgreSQL runs as another user where this one is root, and has to get in.
  chmodSync(data, 0o755);
  mkdirSync(path.join(data, 'public', 'uploads'), { recursive: true });
  const [cms = '', site = '', inbox = '', smtp = '', pg = '', monitoring = '', workerMonitoring = ''] =
    await Promise.all(Array.from({ length: 7 }, freePort));
  const env = {
    LUMINO_DATA_DIR: data,
    CERTIFICATES_DIR: path.join(data, 'certificates'),
    PUBLIC_DIR: path.join(data, 'public'),
    CMS_PORT: cms,
    SITE_PORT: site,
    INBOX_PORT: inbox,
    SMTP_PORT: smtp,
    PG_PORT: pg,
    MONITORING_PORT: monitoring,
    WORKER_MONITORING_PORT: workerMonitoring,
    SITE_URL: `http://localhost:${site}`,
    CMS_URL: `http://127.0.0.1:${cms}`,
    CMS_PUBLIC_URL: `http://localhost:${cms}`,
    DATABASE_URL: '',
    ...(only ? { LUMINO_ONLY: only } : {}),
  };
  const child = spawn(process.execPath, ['scripts/start.ts'], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  const ready = new Promise<void>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Problem(`Lumino was not ready after ${START_SECONDS} s.`, `See ${data}/logs.`)),
      START_SECONDS * 1000,
    );
    child.stdout.on('data', (chunk) => {
      said += chunk;
      process.stdout.write(chunk);
      if (!said.includes('Ready after')) return;
      clearTimeout(timer);
      resolve();
    });
    child.on('exit', (code) => {
      clearTimeout(timer);
      reject(new Problem(`Lumino ended with code ${code} while starting.`, 'What it said stands above.'));
    });
  });
  const stop = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    if (child.exitCode === null) {
      child.kill('SIGINT');
      await ended;
    }
    cpSync(path.join(data, 'logs'), path.join(ROOT, 'test-results', 'logs'), {
      recursive: true,
      force: true,
    });
    rmSync(data, { recursive: true, force: true });
  };
  try {
    await ready;
  } catch (error) {
    await stop();
    throw error;
  }
  const { password, port } = JSON.parse(readFileSync(path.join(data, 'postgres.json'), 'utf8'));
  return {
    env: {
      ...env,
      TEST_DATABASE_URL: `postgres://lumino:${password}@127.0.0.1:${port}/lumino`,
      TEST_INBOX_URL: `http://127.0.0.1:${inbox}`,
    },
    stop,
  };
}
