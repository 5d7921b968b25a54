#!/usr/bin/env node
// The door to every verb. Runs on plain Node 20 without node_modules: installs what is missing, then hands over to the
// verb's own file under a Node that is new enough. Keep it free of imports that need an install.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const [verb, ...args] = process.argv.slice(2);
const MODULES = path.join(ROOT, 'node_modules');
const STAMP = path.join(MODULES, '.lumino-lock');
const OWN_NODE = path.join(MODULES, '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
const LOG = path.join(ROOT, '.data', 'logs', 'install.log');
const NEEDED_BYTES = 3e9;

const fail = (what, cure) => {
  console.error(`\n✗ ${what}\n  ${cure}\n`);
  process.exit(1);
};

const enough = (version, [major, minor]) => {
  const [a, b] = version.replace('v', '').split('.').map(Number);
  return a > major || (a === major && b >= minor);
};

function install() {
  const lockFile = path.join(ROOT, 'package-lock.json');
  const lock = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lock) return Promise.resolve();

  const { bavail, bsize } = statfsSync(ROOT);
  if (bavail * bsize < NEEDED_BYTES) {
    fail(
      `There are ${((bavail * bsize) / 1e9).toFixed(1)} GB free here, and the packages need 3.`,
      'Free some space, then run the same command again.',
    );
  }
  mkdirSync(path.dirname(LOG), { recursive: true });
  const started = Date.now();
  const npm = spawn('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: ROOT,
    shell: process.platform === 'win32',
  });
  let output = '';
  for (const stream of [npm.stdout, npm.stderr]) stream.on('data', (chunk) => (output += chunk));
  const progress = () => {
    const count = existsSync(MODULES) ? readdirSync(MODULES).length : 0;
    const line = `  Installing packages … ${Math.round((Date.now() - started) / 1000)} s${count ? `, ${count} folders so far` : ' (about four minutes the first time)'}`;
    if (process.stdout.isTTY) process.stdout.write(`\r\x1b[K${line}`);
  };
  if (!process.stdout.isTTY) console.log('  Installing packages … (about four minutes the first time)');
  const timer = setInterval(progress, 1000);
  return new Promise((resolve) => {
    npm.on('error', (error) =>
      fail(`npm could not be started: ${error.message}`, 'Install Node with npm, then try again.'),
    );
    npm.on('close', (code) => {
      clearInterval(timer);
      writeFileSync(LOG, output);
      if (code !== 0) {
        // npm says the reason first and its manual page after it.
        const said = output.split('\n').filter((line) => line.startsWith('npm error'));
        const why = (said.length > 0 ? said : output.split('\n').slice(-15)).slice(0, 15).join('\n');
        fail(
          `The packages could not be installed (npm ci ended with ${code}).\n\n${why}`,
          `All of it is in ${path.relative(ROOT, LOG)}. Is the registry in reach? Then run the same command again.`,
        );
      }
      writeFileSync(STAMP, lock);
      if (process.stdout.isTTY) process.stdout.write('\r\x1b[K');
      console.log(`✓ Packages installed in ${Math.round((Date.now() - started) / 1000)} s`);
      resolve();
    });
  });
}

/** A Node that strips types and that Astro and pg-boss accept: this one, or the one from npm. */
function findNode() {
  if (enough(process.version, [22, 18])) return process.execPath;
  const found = existsSync(OWN_NODE) && spawnSync(OWN_NODE, ['--version'], { encoding: 'utf8' });
  if (!found || found.status !== 0) {
    fail(
      `This machine has Node ${process.version}, Lumino needs 22.18, and the one from npm is not there.`,
      'Run `npm ci`, or install Node 24.',
    );
  }
  return OWN_NODE;
}

if (!enough(process.version, [20, 0]))
  fail(
    `This is Node ${process.version}; Lumino needs Node 20 or newer.`,
    'Install a newer Node, then run the same command again.',
  );
const file = path.join(ROOT, 'scripts', `${verb}.ts`);
if (!verb || !existsSync(file)) fail(`There is no command "${verb ?? ''}".`, 'See `npm run` for the list.');

await install();
const node = findNode();
const bin = path.join(MODULES, '.bin');
// Why some processes have limits stands in launcher/process-commands.ts.
const limits = JSON.parse(readFileSync(path.join(ROOT, 'scripts', 'launcher', 'heap-limits.json'), 'utf8'));
const flags = limits[verb] ?? [];
const child = spawn(node, [...flags, file, ...args], {
  cwd: ROOT,
  stdio: 'inherit',
  env: {
    ...process.env,
    // For everything started from here: types are stripped, and Strapi's query builder uses pg in an old way.
    NODE_OPTIONS: [
      process.env.NODE_OPTIONS,
      '--disable-warning=ExperimentalWarning',
      '--disable-warning=DeprecationWarning',
    ]
      .filter(Boolean)
      .join(' '),
    PATH: `${path.dirname(node)}${path.delimiter}${bin}${path.delimiter}${process.env.PATH ?? ''}`,
  },
});
// Ctrl-C reaches the child by itself, as part of the terminal's group; the others are passed on. Either way the child
// decides when to end, and this process follows.
process.on('SIGINT', () => {});
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
