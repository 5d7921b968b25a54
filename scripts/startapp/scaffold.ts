import { existsSync, lstatSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Problem } from '../problem.ts';
import { copyTemplate } from './copy-template.ts';
import type { PluginName } from './plugin-name.ts';
import { withDependency, withPluginEnabled, withRouteOfAdministrators } from './wire-in.ts';

interface Order {
  root: string;
  template: string;
  name: PluginName;
  /** What is left to do with the new plugin; where it fails, the plugin goes again. */
  finish?: () => Promise<void>;
}

/** Makes a plugin and wires it into the cms: all of it, or nothing. @returns how many files the plugin has. */
export async function scaffold({ root, template, name, finish }: Order): Promise<number> {
  const folder = path.join(root, 'plugins', name.id);
  const link = path.join(root, 'node_modules', name.packageName);
  if (existsSync(folder))
    throw new Problem(`There is a folder plugins/${name.id} already.`, 'Choose another name.');
  const manifest = path.join(root, 'cms', 'package.json');
  const config = path.join(root, 'config', 'plugins.ts');
  const table = path.join(root, 'tests', 'integration', 'access', 'admin-routes.ts');
  const route = `GET /${name.id}/summary`;
  const { version } = JSON.parse(readFileSync(path.join(template, 'package.json'), 'utf8'));
  const edited = new Map([
    [manifest, withDependency(readFileSync(manifest, 'utf8'), name.packageName, version)],
    [config, withPluginEnabled(readFileSync(config, 'utf8'), name.id)],
    [table, withRouteOfAdministrators(readFileSync(table, 'utf8'), route)],
  ]);

  // npm writes the lock.
  const restore = keep([...edited.keys(), path.join(root, 'package-lock.json')]);
  try {
    const files = copyTemplate(template, folder, name);
    for (const [file, text] of edited) writeFileSync(file, text);
    await finish?.();
    return files;
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    if (lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink()) rmSync(link);
    restore();
    throw new Problem(
      (error as Error).message,
      [...(error instanceof Problem ? [error.cure] : []), `Nothing of ${name.id} was kept.`].join(' '),
    );
  }
}

/** Remembers files. @returns what gives them their contents back. */
function keep(files: string[]): () => void {
  const before = new Map(files.filter((file) => existsSync(file)).map((file) => [file, readFileSync(file)]));
  return () => {
    for (const [file, contents] of before)
      if (!contents.equals(readFileSync(file))) writeFileSync(file, contents);
  };
}
