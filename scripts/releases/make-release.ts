import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findPlugins } from '../build/find-plugins.ts';
import { Problem } from '../problem.ts';
import { ROOT } from '../paths.ts';
import { linked, releasesOf, type Home } from './home.ts';
import { runCommand } from './run-command.ts';

const KEPT = 5;
/** Written in place by whoever runs: a release must not share them. */
const CACHES = ['.cache', '.vite', '.astro'];

const git = (...args: string[]): Promise<string> =>
  runCommand(['git', '-C', ROOT, ...args], `git ${args[0]}`);

/** @throws Problem where there are changes that no commit has, unless they are wanted */
export async function checkCommitted(withChanges: boolean): Promise<void> {
  const changes = (await git('status', '--porcelain')).trim();
  if (changes && !withChanges)
    throw new Problem(
      `There are changes that are in no commit:\n${changes.split('\n').slice(0, 10).join('\n')}`,
      'Commit them, or take them along: npm run deploy -- --with-changes',
    );
}

/** `20261128-101500-1a2b3c4`: sorted by name is sorted by age. */
async function newId(): Promise<string> {
  const commit = (await git('rev-parse', '--short=7', 'HEAD')).trim();
  const time = new Date().toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 15);
  return `${time}-${commit}`;
}

/**
 * Copies this checkout, with its packages and what was built of it, into a folder of its own that is never written again. Packages are
 * linked where they can be: a release then takes little room.
 *
 * @returns the id of the release
 */
export async function makeRelease(home: Home): Promise<string> {
  const id = await newId();
  const target = path.join(home.releases, id);
  const partial = `${target}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  const files = (await git('ls-files', '-z', '--cached', '--others', '--exclude-standard'))
    .split('\0')
    .filter((file) => file && existsSync(path.join(ROOT, file)));
  const list = path.join(partial, '.files');
  writeFileSync(list, files.join('\0'));
  await runCommand(
    ['sh', '-c', 'tar -C "$0" --null -T "$1" -cf - | tar -C "$2" -xf -', ROOT, list, partial],
    'Copying the code',
  );
  rmSync(list);

  const workspaces = ['cms', 'site', ...findPlugins(ROOT).map((name) => `plugins/${name}`)];
  for (const workspace of workspaces) await copy(`${workspace}/dist`, partial, 'cp -a');
  for (const folder of ['', ...workspaces]) await copy(path.join(folder, 'node_modules'), partial, 'cp -al');
  for (const cache of CACHES)
    rmSync(path.join(partial, 'node_modules', cache), { recursive: true, force: true });
  writeFileSync(
    path.join(partial, 'release.json'),
    `${JSON.stringify({ id, commit: (await git('rev-parse', 'HEAD')).trim(), madeAt: new Date().toISOString() })}\n`,
  );
  renameSync(partial, target);
  return id;
}

/** Links do not cross file systems: there they become copies. */
async function copy(folder: string, into: string, how: 'cp -a' | 'cp -al'): Promise<void> {
  const source = path.join(ROOT, folder);
  if (!existsSync(source)) return;
  const isNear = statSync(source).dev === statSync(into).dev;
  const command = how === 'cp -al' && !isNear ? 'cp -a' : how;
  await runCommand([...command.split(' '), source, path.join(into, folder)], `Copying ${folder}`);
}

/** Removes the oldest releases that nothing points to. @returns their ids */
export function pruneReleases(home: Home): string[] {
  const inUse = new Set(
    [
      home.current,
      home.previous,
      ...(existsSync(home.slots) ? readdirSync(home.slots).map((name) => path.join(home.slots, name)) : []),
    ].map(linked),
  );
  const old = releasesOf(home)
    .filter((id) => !inUse.has(id))
    .slice(0, -KEPT);
  for (const id of old) rmSync(path.join(home.releases, id), { recursive: true, force: true });
  return old;
}
