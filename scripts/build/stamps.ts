import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../paths.ts';

/** Beside the packages, not beside the data: builds belong to the checkout, whoever runs it. */
const FILE = path.join(ROOT, 'node_modules', '.cache', 'lumino', 'build-stamps.json');
const IGNORED = new Set([
  'node_modules',
  'dist',
  'build',
  '.astro',
  '.cache',
  '.strapi',
  'uploads',
  'generated',
  // Strapi's own note of when it last looked for a newer version.
  '.strapi-updater.json',
]);

/** A hash over names, sizes and contents below some folders and of some files; tests and builds do not count. */
export function fingerprint(places: string[]): string {
  const hash = createHash('sha256');
  const add = (place: string): void => {
    const stat = statSync(place, { throwIfNoEntry: false });
    if (!stat) return;
    if (stat.isFile()) {
      if (/\.test\.tsx?$/.test(place)) return;
      hash.update(path.relative(ROOT, place)).update(readFileSync(place));
      return;
    }
    for (const name of readdirSync(place).sort()) if (!IGNORED.has(name)) add(path.join(place, name));
  };
  for (const place of places) add(path.resolve(ROOT, place));
  return hash.digest('hex');
}

const read = (): Record<string, string> => (existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {});

export const isFresh = (name: string, print: string, output: string): boolean =>
  existsSync(path.join(ROOT, output)) && read()[name] === print;

export function remember(name: string, print: string): void {
  mkdirSync(path.dirname(FILE), { recursive: true });
  writeFileSync(FILE, JSON.stringify({ ...read(), [name]: print }, null, 2));
}
