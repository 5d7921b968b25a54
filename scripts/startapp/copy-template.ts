import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { PluginName } from './plugin-name.ts';

/** The template is a whole plugin of this name, so that it is type-checked, linted and tested like the others. */
export const TEMPLATE_NAME: PluginName = {
  id: 'sample-plugin',
  type: 'SamplePlugin',
  display: 'Sample plugin',
  packageName: '@lumino/strapi-plugin-sample-plugin',
};

/** What builds and installations leave behind is not part of it. */
const LEFT_OUT = new Set(['dist', 'node_modules']);

/** Copies a folder, with the template's name replaced in contents and file names. @returns how many files. */
export function copyTemplate(from: string, to: string, name: PluginName): number {
  const spellings = new Map(
    (['id', 'type', 'display'] as const).map((spelling) => [TEMPLATE_NAME[spelling], name[spelling]]),
  );
  const pattern = new RegExp([...spellings.keys()].join('|'), 'g');
  const renamed = (text: string): string => text.replace(pattern, (found) => spellings.get(found) ?? found);

  mkdirSync(to);
  let files = 0;
  for (const entry of readdirSync(from)) {
    if (LEFT_OUT.has(entry)) continue;
    const source = path.join(from, entry);
    const target = path.join(to, renamed(entry));
    if (statSync(source).isDirectory()) {
      files += copyTemplate(source, target, name);
    } else {
      writeFileSync(target, renamed(readFileSync(source, 'utf8')));
      files += 1;
    }
  }
  return files;
}
