import { spawn } from 'node:child_process';
import path from 'node:path';
import { buildAll } from './build/build-all.ts';
import { findPlugins } from './build/find-plugins.ts';
import { ensureEnvFile, loadEnvironment } from './environment/load.ts';
import { ROOT } from './paths.ts';
import { main } from './problem.ts';

/** As `start`, but plugins, cms and site are built again when a file changes. */
await main(async () => {
  ensureEnvFile();
  loadEnvironment();
  await buildAll({ only: (name) => name !== 'site' });
  const watchers = findPlugins(ROOT).map((name) =>
    spawn('strapi-plugin', ['watch', '--silent'], {
      cwd: path.join(ROOT, 'plugins', name),
      stdio: ['ignore', 'ignore', 'inherit'],
    }),
  );
  const launcher = spawn(process.execPath, [path.join('scripts', 'start.ts'), '--watch'], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => launcher.kill(signal));
  process.exitCode = await new Promise<number>((resolve) =>
    launcher.on('exit', (code) => resolve(code ?? 1)),
  );
  for (const watcher of watchers) watcher.kill();
});
