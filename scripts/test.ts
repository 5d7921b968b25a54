import path from 'node:path';
import { audit } from './audit/audit.ts';
import { buildAll } from './build/build-all.ts';
import { findPlugins, projectsOf } from './build/find-plugins.ts';
import { ensureEnvFile, loadEnvironment } from './environment/load.ts';
import { CMS, ROOT, SITE } from './paths.ts';
import { main, Problem } from './problem.ts';
import { jest } from './testing/jest.ts';
import { playwright } from './testing/playwright.ts';
import { add, checkAll, type Result } from './testing/result.ts';
import { startWholeLumino } from './testing/whole-lumino.ts';
import { printFaultTable } from '../tests/faults/fault-table.ts';
import { printOpsTable } from '../tests/ops/ops-table.ts';
import { printTried } from '../tests/security/tried.ts';

const NOTHING: Result = { passed: 0, failed: 0 };

/** Each checks one TypeScript project. */
async function types(): Promise<Result> {
  const projects = [
    ROOT,
    CMS,
    path.join(CMS, 'src', 'admin'),
    ...findPlugins(ROOT).flatMap((name) => projectsOf(path.join(ROOT, 'plugins', name))),
    // What `startapp` copies is a plugin as well.
    ...projectsOf(path.join(ROOT, 'scripts', 'startapp', 'template')),
  ];
  return checkAll([
    // Takes longest, so it goes first.
    ['astro', ['check', '--silent'], SITE],
    ...projects.map((project): [string, string[]] => [
      'tsc',
      ['--noEmit', '--incremental', 'false', '-p', project],
    ]),
  ]);
}

/** What needs a whole Lumino shares one. */
async function whole(args: string[], only?: 'integration' | 'faults' | 'e2e' | 'security'): Promise<Result> {
  const lumino = await startWholeLumino();
  try {
    if (only === 'faults') {
      const result = await jest('faults', ['--runInBand', ...args], lumino.env);
      printFaultTable(lumino.env.LUMINO_DATA_DIR as string);
      return result;
    }
    if (only === 'security') {
      const result = await security(args, lumino.env);
      printTried(lumino.env.LUMINO_DATA_DIR as string, result);
      return result;
    }
    const integration =
      only === 'e2e'
        ? NOTHING
        : await jest('integration', ['--runInBand', ...(only ? args : [])], lumino.env);
    const e2e = only === 'integration' ? NOTHING : await playwright(only ? args : [], lumino.env);
    return add(integration, e2e);
  } finally {
    await lumino.stop();
  }
}

/** P6 to P11 and P14: whatever says so in its name, wherever it stands, and what takes too long for `npm test`. */
const OF_SECURITY = '\\bP(6|7|8|9|10|11|14)\\b';
async function security(args: string[], env: Record<string, string>): Promise<Result> {
  let result = await jest('security', ['--runInBand', ...args], env);
  if (args.length > 0) return result;
  result = add(result, await jest('unit', ['-t', OF_SECURITY]));
  result = add(result, await jest('integration', ['--runInBand', '-t', OF_SECURITY], env));
  return add(result, await playwright(['--grep', OF_SECURITY], env));
}

/**
 * The plugins as others get them: packed, installed into a Strapi application that has nothing to do with this one.
 * `--full`: everything by npm, and the application's admin is built.
 */
async function packed(args: string[]): Promise<Result> {
  const result = await checkAll(
    findPlugins(ROOT).map((name): [string, string[], string] => [
      'strapi-plugin',
      ['verify', '--silent'],
      path.join(ROOT, 'plugins', name),
    ]),
  );
  const surroundings = await startWholeLumino('inbox');
  try {
    const env = { ...surroundings.env, PACKED_FULL: args.includes('--full') ? '1' : '' };
    const own = args.filter((one) => one !== '--full');
    return add(result, await jest('packed', ['--runInBand', ...own], env));
  } finally {
    await surroundings.stop();
  }
}

/** One server as in production: nginx, two of each process, S3; with readers, while processes die and releases change. */
async function ops(args: string[]): Promise<Result> {
  const surroundings = await startWholeLumino('inbox');
  try {
    const result = await jest('ops', ['--runInBand', ...args], surroundings.env);
    printOpsTable(surroundings.env.LUMINO_DATA_DIR as string);
    return result;
  } finally {
    await surroundings.stop();
  }
}

const STEPS: Record<string, (args: string[]) => Promise<Result>> = {
  lint: () =>
    checkAll([
      ['eslint', ['.']],
      ['prettier', ['--check', '--log-level', 'warn', '.']],
    ]),
  unit: (args) => jest('unit', args),
  types,
  /** What runs around Lumino, by the tools that read it; those that are not installed are skipped by name. */
  config: (args) => jest('config', args),
  launcher: (args) => jest('launcher', ['--runInBand', ...args]),
  packed,
  whole: (args) => whole(args),
};
/** Parts of a step, to be asked for by name. */
const PARTS: typeof STEPS = {
  integration: (args) => whole(args, 'integration'),
  e2e: (args) => whole(args, 'e2e'),
  /** Takes minutes, and kills or races what it starts: not part of `npm test`. */
  faults: (args) => whole(args, 'faults'),
  /** Takes minutes, and the whole machine. */
  ops,
  /** The same tests again as in the others, and the long ones: what was tried, and that nothing fell through. */
  security: (args) => whole(args, 'security'),
  /** Asks the registry of packages for what is known of ours. */
  audit: () => audit(),
};

/** `npm test`: everything, fast ones first. `npm test -- unit` and so on: one step, further arguments go to its runner. */
await main(async () => {
  const [name, ...args] = process.argv.slice(2);
  if (name && !STEPS[name] && !PARTS[name])
    throw new Problem(
      `There is no test step "${name}".`,
      `Steps: ${[...Object.keys(STEPS), ...Object.keys(PARTS)].join(', ')}`,
    );
  ensureEnvFile();
  loadEnvironment();
  // Types of the plugins are read from what they were built into.
  await buildAll();
  let total = NOTHING;
  for (const [step, run] of name
    ? [[name, (STEPS[name] ?? PARTS[name]) as (typeof STEPS)[string]] as const]
    : Object.entries(STEPS)) {
    const started = Date.now();
    console.log(`\n── ${step} ──`);
    const result = await run(args).catch((error: Error) => {
      console.error(`✗ ${error.message}`);
      return { passed: 0, failed: 1 };
    });
    console.log(
      `── ${step}: ${result.passed} passed, ${result.failed} failed (${((Date.now() - started) / 1000).toFixed(0)} s) ──`,
    );
    total = add(total, result);
  }
  process.exitCode = total.failed > 0 ? 1 : 0;
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
});
