import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { LOGS, ROOT } from '../paths.ts';
import { Problem } from '../problem.ts';
import { findPlugins } from './find-plugins.ts';
import { fingerprint, isFresh, remember } from './stamps.ts';

interface Step {
  name: string;
  cwd: string;
  command: [string, string[]];
  sources: string[];
  /** A file the step makes, below `dist` of its folder. */
  output: string;
}

const SHARED = ['package-lock.json', 'package.json'];

function steps(): Step[] {
  const plugins = findPlugins(ROOT);
  return [
    ...plugins.map((name) => ({
      name: `plugin ${name}`,
      cwd: `plugins/${name}`,
      command: ['strapi-plugin', ['build', '--silent']] as [string, string[]],
      sources: [`plugins/${name}`, ...SHARED],
      output: `plugins/${name}/dist/server/index.js`,
    })),
    {
      name: 'cms and admin (about a minute)',
      cwd: 'cms',
      command: ['strapi', ['build']],
      // The admin's bundle holds the plugins' pages.
      sources: [
        'cms',
        // Beside them stands what others read: nginx, systemd, people.
        ...readdirSync(path.join(ROOT, 'config'))
          .filter((name) => name.endsWith('.ts'))
          .map((name) => `config/${name}`),
        'database/migrations',
        ...plugins.map((name) => `plugins/${name}`),
        ...SHARED,
      ],
      output: 'cms/dist/build/index.html',
    },
    {
      name: 'site',
      cwd: 'site',
      command: ['astro', ['build']],
      sources: ['site', 'cms/shared', 'plugins/certificates/shared', 'config/scrub-event.ts', ...SHARED],
      output: 'site/dist/server/entry.mjs',
    },
  ];
}

/** Builds what is stale, in order. @throws Problem with the end of the output of the step that failed. */
export async function buildAll({
  force = false,
  only,
}: { force?: boolean; only?: (name: string) => boolean } = {}): Promise<void> {
  mkdirSync(LOGS, { recursive: true });
  for (const step of steps()) {
    if (only && !only(step.name)) continue;
    const print = fingerprint(step.sources);
    if (!force && isFresh(step.name, print, step.output)) continue;
    const started = Date.now();
    if (process.stdout.isTTY) process.stdout.write(`  Building ${step.name} …`);
    // What has no source any more would go on: Strapi runs every migration and route it finds there.
    rmSync(path.join(ROOT, step.cwd, 'dist'), { recursive: true, force: true });
    await run(step);
    remember(step.name, print);
    if (process.stdout.isTTY) process.stdout.write('\r\x1b[K');
    console.log(
      `✓ Built ${step.name.replace(/ \(.*/, '')} (${((Date.now() - started) / 1000).toFixed(1)} s)`,
    );
  }
}

function run({ name, cwd, command: [program, args] }: Step): Promise<void> {
  const log = path.join(LOGS, `build-${name.replace(/ \(.*/, '').replaceAll(' ', '-')}.log`);
  const file = createWriteStream(log);
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: path.join(ROOT, cwd),
      env: {
        ...process.env,
        NODE_ENV: 'production',
        NO_COLOR: '1',
        STRAPI_TELEMETRY_DISABLED: 'true',
        ASTRO_TELEMETRY_DISABLED: '1',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) stream.pipe(file, { end: false });
    child.on('error', reject);
    child.on('close', (code) => {
      file.end(() => {
        if (code === 0) return resolve();
        const tail = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-20).join('\n');
        reject(
          new Problem(
            `Building ${name} failed:\n\n${tail}\n`,
            `All of it is in ${path.relative(ROOT, log)}.`,
          ),
        );
      });
    });
  });
}
