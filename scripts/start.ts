import { spawn } from 'node:child_process';
import { statfsSync } from 'node:fs';
import path from 'node:path';
import { buildAll } from './build/build-all.ts';
import { openDatabase, type OpenDatabase } from './database/open-database.ts';
import { readPeople } from './demo/people.ts';
import { ensureEnvFile, loadEnvironment } from './environment/load.ts';
import { endLeftovers } from './launcher/leftovers.ts';
import { takeLock } from './launcher/lock.ts';
import { checkPorts } from './launcher/ports.ts';
import { createServices, type ServiceName } from './launcher/services.ts';
import type { Service } from './launcher/service.ts';
import { welcome } from './launcher/table.ts';
import { ROOT } from './paths.ts';
import { main, Problem } from './problem.ts';

const ORDER: ServiceName[] = ['inbox', 'cms', 'worker', 'site'];
/** The reverse of who depends on whom; the database last. */
const STOP_ORDER: ServiceName[] = ['site', 'cms', 'worker', 'inbox'];
const NEEDED_BYTES = 1e9;

const watch = process.argv.includes('--watch');
/** For tests: only these, without the demo. */
const only = process.env.LUMINO_ONLY?.split(',');

let release: () => void = () => {};
let database: OpenDatabase | null = null;
let services: Partial<Record<ServiceName, Service>> = {};
let stopping: Promise<void> | null = null;

function stop(): Promise<void> {
  stopping ??= (async () => {
    for (const name of STOP_ORDER) await services[name]?.stop();
    database?.close();
    release();
  })();
  return stopping;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    console.log('\n  Stopping …');
    void stop().then(() => {
      console.log('✓ Everything has stopped.');
      process.exit(0);
    });
  });
}

await main(async () => {
  try {
    await start();
  } catch (error) {
    if (stopping) return stopping;
    await stop();
    throw error;
  }
});

async function start(): Promise<void> {
  const started = Date.now();
  release = takeLock();
  const leftovers = await endLeftovers();
  if (leftovers.length > 0)
    console.log(`✓ Ended what a killed start had left running: ${leftovers.join(', ')}`);
  if (ensureEnvFile()) console.log('✓ Made .env with secrets of its own');
  const settings = loadEnvironment();
  const { bavail, bsize } = statfsSync(ROOT);
  if (bavail * bsize < NEEDED_BYTES)
    throw new Problem(
      `Only ${Math.round((bavail * bsize) / 1e6)} MB are free on this disk.`,
      'Free at least 1 GB, then start again.',
    );
  const wanted = ORDER.filter((name) => !only || only.includes(name));
  const portsOf = {
    inbox: ['INBOX_PORT', 'SMTP_PORT'],
    cms: ['CMS_PORT'],
    worker: [],
    site: ['SITE_PORT'],
  } as const;
  await checkPorts(
    settings,
    wanted.flatMap((name) => [...portsOf[name]]),
  );
  if (!only) await buildAll(watch ? { only: (name) => name !== 'site' } : {});

  database = await openDatabase(settings);
  process.env.LUMINO_EMBEDDED_DATABASE = database.embedded ? '1' : '';
  console.log(`✓ Database ${database.embedded ? '(embedded)' : ''}`.trimEnd());
  const all = createServices(settings, watch);
  services = Object.fromEntries(wanted.map((name) => [name, all[name]]));
  if (!only) await script('load-data.ts', ['--if-empty']);
  if (stopping) return stopping;

  for (const name of wanted) services[name]?.start();
  await Promise.all(
    wanted.map(async (name) => {
      await services[name]?.ready();
      if (!stopping) console.log(`✓ ${name}`);
    }),
  );
  if (stopping) return stopping;
  const first = only ? null : await script('first-certificate.ts', [], true);
  console.log(
    `\n${welcome(settings, readPeople(), first ? JSON.parse(first).verifyUrl : null)}\n\nReady after ${Math.round((Date.now() - started) / 1000)} s.`,
  );
}

/** Runs one of the other verbs; what it says is shown, or given back. @throws Problem when it fails. */
function script(file: string, args: string[], quiet = false): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join('scripts', file), ...args], {
      cwd: ROOT,
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', 'inherit'],
    });
    let said = '';
    child.stdout?.on('data', (chunk) => (said += chunk));
    child.on('exit', (code) =>
      code === 0
        ? resolve(said.trim())
        : reject(new Problem(`${file} failed.`, 'What it said stands above.')),
    );
  });
}
