import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { closureOf, type LockedPackages } from './lock-closure.ts';

const ROOT = path.resolve(__dirname, '..', '..');
export const PLUGINS = ['jobs', 'deliveries', 'certificates', 'monitoring'];

/** What a new Strapi application depends on. */
const STRAPI = [
  '@strapi/plugin-users-permissions',
  '@strapi/strapi',
  'pg',
  'react',
  'react-dom',
  'react-router-dom',
  'styled-components',
];
const FOR_TYPES = ['@types/node', 'typescript'];

const json = (file: string) => JSON.parse(readFileSync(file, 'utf8'));

/** Runs a program in the application. @throws with all it said. */
export function run(cwd: string, program: string, args: string[], env: Record<string, string> = {}): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: 64e6,
  });
  if (status !== 0)
    throw new Error(
      `${program} ${args.join(' ')} ended with ${status}: ${error ?? ''}\n${stdout}\n${stderr}`,
    );
  return stdout;
}

/** Links a folder file by file: as good as a copy for what only reads it, and done in seconds. */
function linkFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) {
      if (entry.name !== 'node_modules' && entry.name !== '.cache') linkFolder(source, target);
      continue;
    }
    try {
      linkSync(source, target);
    } catch {
      // Another disk.
      cpSync(source, target, { verbatimSymlinks: true });
    }
  }
}

/** `npm pack` of the plugins. @returns the files, by plugin. */
function pack(into: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const plugin of PLUGINS) {
    const said = run(path.join(ROOT, 'plugins', plugin), 'npm', [
      'pack',
      '--json',
      '--pack-destination',
      into,
    ]);
    // What `prepack` says stands before it.
    const [{ filename }] = JSON.parse(said.slice(said.indexOf('[\n')));
    files.set(plugin, path.join(into, filename));
  }
  return files;
}

/**
 * A Strapi application that was never near this repository: in a folder of its own, so that nothing is found in ours.
 *
 * Strapi's own packages are there already, linked, as after its first install. The plugins come from their tarballs
 * by npm, with what their own manifests ask for and nothing else: a file, dependency or export that was forgotten is
 * missing here. The lock file spares npm the search for versions. `full`: everything comes by npm, without a lock file.
 */
export function makeForeignApp({ full = false } = {}): { folder: string; remove(): void } {
  // The real path: Strapi compares those of modules.
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lumino-packed-'));
  const app = path.join(folder, 'app');
  cpSync(path.join(__dirname, 'app'), app, { recursive: true });
  const tarballs = pack(folder);

  const { packages } = json(path.join(ROOT, 'package-lock.json')) as { packages: LockedPackages };
  const versions = (names: string[]) =>
    Object.fromEntries(names.map((name) => [name, packages[`node_modules/${name}`]?.version]));
  const manifest = {
    name: 'workshops',
    version: '1.0.0',
    private: true,
    dependencies: {
      ...versions(STRAPI),
      ...Object.fromEntries(
        [...tarballs].map(([plugin, file]) => [`@lumino/strapi-plugin-${plugin}`, `file:${file}`]),
      ),
    },
    devDependencies: versions(FOR_TYPES),
  };
  writeFileSync(path.join(app, 'package.json'), JSON.stringify(manifest, null, 2));
  if (!full) {
    const ready = closureOf(packages, [{ from: '', names: [...STRAPI, ...FOR_TYPES] }]);
    for (const place of Object.keys(ready))
      // What is for other machines is locked, too, and not there.
      if (existsSync(path.join(ROOT, place))) linkFolder(path.join(ROOT, place), path.join(app, place));
    writeFileSync(path.join(app, 'package-lock.json'), JSON.stringify(lockOf(manifest, packages, tarballs)));
  }
  run(app, 'npm', ['install', '--prefer-offline', '--no-audit', '--no-fund']);
  return { folder: app, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The versions that this repository has locked, for the dependencies that the packed manifests name. */
function lockOf(manifest: object, packages: LockedPackages, tarballs: Map<string, string>): object {
  const roots = [{ from: '', names: [...STRAPI, ...FOR_TYPES] }];
  for (const [plugin, file] of tarballs) {
    const packed = JSON.parse(run(path.dirname(file), 'tar', ['-xOf', file, 'package/package.json']));
    const { dependencies, peerDependencies } = packed;
    roots.push({ from: `plugins/${plugin}`, names: Object.keys({ ...dependencies, ...peerDependencies }) });
  }
  const locked = Object.entries(closureOf(packages, roots)).map(([place, one]) => {
    const { dev: _, devOptional: __, peer: ___, ...rest } = one;
    return [place.replace(/^plugins\/([^/]+)\//, 'node_modules/@lumino/strapi-plugin-$1/'), rest];
  });
  return { lockfileVersion: 3, requires: true, packages: { '': manifest, ...Object.fromEntries(locked) } };
}
