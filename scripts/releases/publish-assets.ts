import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { linked, type Home } from './home.ts';

/** For how long a page may be open before it looks for something that only its own release had. */
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;
const TEXT = /\.(js|mjs|css|svg|json)$/;
/** Where files lie whose names carry their hash, in a release and below `shared/assets`. */
const FOLDERS: [from: string, to: string, which: RegExp][] = [
  ['site/dist/client/_astro', '_astro', /./],
  ['cms/dist/build', 'admin', /-[\w-]{8}\.\w+$/],
];

/** Copies a file unless it is there, compressed as well where that helps, and notes that it was wanted now. */
function publish(source: string, file: string, now: Date): void {
  if (!existsSync(file)) cpSync(source, file);
  if (TEXT.test(file) && !existsSync(`${file}.gz`))
    writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
  for (const one of [file, `${file}.gz`]) if (existsSync(one)) utimesSync(one, now, now);
}

/**
 * Puts the files of a release that pages name by their hash beside those of releases before it, where nginx finds them: pages stay
 * open while releases change. Called before the release serves; what no release has had for a month is removed, counted from now for
 * the one that serves.
 *
 * @returns how many there are now
 */
export function publishAssets(home: Home, release: string, now = new Date()): number {
  const serving = linked(home.current);
  let count = 0;
  for (const [from, to, which] of FOLDERS) {
    const target = path.join(home.shared, 'assets', to);
    mkdirSync(target, { recursive: true });
    for (const id of new Set([serving ?? release, release])) {
      const source = path.join(home.releases, id, from);
      for (const name of existsSync(source) ? readdirSync(source) : [])
        if (which.test(name)) publish(path.join(source, name), path.join(target, name), now);
    }
    for (const name of readdirSync(target)) {
      const file = path.join(target, name);
      if (now.getTime() - statSync(file).mtimeMs > KEPT_MS) rmSync(file);
      else count++;
    }
  }
  return count;
}
