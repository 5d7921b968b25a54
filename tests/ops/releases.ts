import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Changes a file of a copy: its links to the original end here. */
function change(file: string, by: (text: string) => string): void {
  const text = readFileSync(file, 'utf8');
  const changed = by(text);
  if (changed === text) throw new Error(`Nothing was changed in ${file}`);
  rmSync(file);
  writeFileSync(file, changed);
}

/** Another release like the one that serves, under its own id, with something changed. @returns the id */
export function copyRelease(home: string, name: string, alter: (folder: string) => void): string {
  const current = path.basename(readlinkSync(path.join(home, 'current')));
  const id = `${current}-${name}`;
  const folder = path.join(home, 'releases', id);
  execFileSync('cp', ['-al', path.join(home, 'releases', current), folder]);
  change(path.join(folder, 'release.json'), (text) => text.replaceAll(current, id));
  alter(folder);
  return id;
}

/** It ends while it starts. */
export const thatDoesNotStart = (folder: string): void =>
  change(path.join(folder, 'scripts', 'cms.ts'), (text) => `throw new Error('A bad release');\n${text}`);

/** It starts and says that it is ready, and its pages are faults. */
export const thatFailsAtPages = (folder: string): void =>
  change(path.join(folder, 'cms', 'dist', 'src', 'api', 'module', 'controllers', 'catalog.js'), (text) =>
    text.replace(/(find\([^)]*\)\s*\{)/, "$1 throw new Error('A bad release');"),
  );

const schemaOf = (folder: string, type: string): string =>
  path.join(folder, 'cms', 'dist', 'src', 'api', type, 'content-types', type, 'schema.json');

/** One version on: modules have one column more, and progress in lessons has a type of its own beside it. */
export const withMoreColumns = (folder: string): void =>
  change(schemaOf(folder, 'module'), (text) => {
    const schema = JSON.parse(text);
    schema.attributes.motto = { type: 'string', default: 'Per aspera' };
    return JSON.stringify(schema);
  });

/** As Strapi does by itself, and as Lumino did once. */
export const thatDropsWhatItDoesNotKnow = (folder: string): void =>
  change(path.join(folder, 'cms', 'dist', 'config', 'database.js'), (text) =>
    text.replace('forceMigration: false', 'forceMigration: true'),
  );
