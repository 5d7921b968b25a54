import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Problem } from '../problem.ts';

interface Manifest {
  name: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}

/** The folders under plugins/, each behind those it depends on: a plugin is built against what they were built into. */
export function findPlugins(root: string): string[] {
  const manifests = new Map<string, Manifest>();
  for (const folder of readdirSync(path.join(root, 'plugins')).sort()) {
    const file = path.join(root, 'plugins', folder, 'package.json');
    // A folder without one is what another branch left behind.
    if (existsSync(file)) manifests.set(folder, JSON.parse(readFileSync(file, 'utf8')));
  }
  const folderOf = new Map([...manifests].map(([folder, { name }]) => [name, folder]));
  const ordered = new Set<string>();

  const add = (folder: string, above: string[]): void => {
    if (ordered.has(folder)) return;
    if (above.includes(folder))
      throw new Problem(
        `These plugins depend on each other: ${[...above, folder].join(', ')}.`,
        'Let one of them do without the other in its package.json.',
      );
    const { dependencies, devDependencies, peerDependencies } = manifests.get(folder) as Manifest;
    for (const name of Object.keys({ ...dependencies, ...devDependencies, ...peerDependencies })) {
      const needed = folderOf.get(name);
      if (needed) add(needed, [...above, folder]);
    }
    ordered.add(folder);
  };
  for (const folder of manifests.keys()) add(folder, []);
  return [...ordered];
}

/** The TypeScript projects of a plugin: its server, and its part of the admin where it has one. */
export const projectsOf = (folder: string): string[] =>
  ['server', 'admin']
    .map((side) => path.join(folder, side))
    .filter((project) => existsSync(path.join(project, 'tsconfig.json')));
