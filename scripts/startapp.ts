import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readArguments } from './arguments.ts';
import { LOGS, ROOT } from './paths.ts';
import { main, Problem } from './problem.ts';
import { readPluginName } from './startapp/plugin-name.ts';
import { runQuietly } from './startapp/run-quietly.ts';
import { scaffold } from './startapp/scaffold.ts';

const USAGE = 'npm run startapp -- <name> [--no-install]';

/** A plugin of one's own: made, wired in, with tests that pass (X5). */
await main(async () => {
  const { values, positionals } = readArguments(
    { 'no-install': { type: 'boolean', default: false } },
    USAGE,
    true,
  );
  const [wanted] = positionals;
  if (!wanted || positionals.length > 1)
    throw new Problem('One name is needed, for example attendance.', `Usage: ${USAGE}`);
  const name = readPluginName(wanted);
  const install = !values['no-install'];

  // Whoever stops this still wants nothing half-done: the program that runs ends, and what was made goes again.
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort());
  const quietly = (what: string, program: string, ...args: string[]) =>
    runQuietly(program, args, { what, cwd: ROOT, log: path.join(LOGS, 'startapp.log'), signal: stop.signal });

  const files = await scaffold({
    root: ROOT,
    template: path.join(ROOT, 'scripts', 'startapp', 'template'),
    name,
    finish: async () => {
      // Lines are as long as the name makes them.
      await quietly('Putting it into format', 'prettier', '--write', path.join('plugins', name.id));
      if (!install) return;
      await quietly('Linking it (npm install)', 'npm', 'install', '--no-audit', '--no-fund');
      acceptLock();
    },
  });

  const places: [string, string][] = [
    ['server/src/services/summary.ts', 'what it does'],
    [`admin/src/pages/${name.id}-page.tsx`, 'what it shows'],
    ['admin/src/translations/es.json', 'its words in Spanish; its name there is yours to find'],
    ['README.md', 'what it is for: say it, and in one line of the project’s README'],
  ];
  const width = Math.max(...places.map(([file]) => file.length));
  console.log(
    [
      `✓ plugins/${name.id} (${files} files), wired in by cms/package.json, config/plugins.ts and
  tests/integration/access/admin-routes.ts`,
      '',
      'Next:',
      ...(install ? [] : ['  npm install   links it: until then the cms does not find it']),
      `  npm test -- unit plugins/${name.id}   runs its tests`,
      `  npm start   builds it; then the admin has "${name.display}" in its menu, at /admin/plugins/${name.id}`,
      '',
      `In plugins/${name.id}:`,
      ...places.map(([file, what]) => `  ${file.padEnd(width)}   ${what}`),
    ].join('\n'),
  );
});

/** The door installs everything anew when the lock is not the one it knows; what stands in this one is installed. */
function acceptLock(): void {
  const lock = readFileSync(path.join(ROOT, 'package-lock.json'));
  writeFileSync(
    path.join(ROOT, 'node_modules', '.lumino-lock'),
    createHash('sha256').update(lock).digest('hex'),
  );
}
