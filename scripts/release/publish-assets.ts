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
import type { Home } from './home.ts';

/** For how long a page may be open before it looks for something that only its own release had. */
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;
const TEXT = /\.(js|mjs|css|svg|json)$/;
/** Where files lie whose names carry their hash, in a release and below `shared/assets`. */
const FOLDERS: [from: string, to: string, which: RegExp][] = [
  ['site/dist/client/_astro', '_astro', /./],
  ['cms/dist/build', 'admin', /-[\w-]{8}\.\w+$/],
];

/**
 * Puts the files of a release that pages name by their hash beside those of releases before it, where nginx finds them: pages stay
 * open while releases change. Before the release serves; those that none has put there for a month are removed.
 *
 * @returns how many there are now
 */
export function publishAssets(home: Home, release: string, now = new Date()): number {
  let count = 0;
  for (const [from, to, which] of FOLDERS) {
    const source = path.join(home.releases, release, from);
    const target = path.join(home.shared, 'assets', to);
    mkdirSync(target, { recursive: true });
    for (const name of existsSync(source) ? readdirSync(source) : []) {
      if (!which.test(name)) continue;
      const file = path.join(target, name);
      if (!existsSync(file)) cpSync(path.join(source, name), file);
      if (TEXT.test(name)) writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
      for (const one of [file, `${file}.gz`]) if (existsSync(one)) utimesSync(one, now, now);
    }
    for (const name of readdirSync(target)) {
      const file = path.join(target, name);
      if (now.getTime() - statSync(file).mtimeMs > KEPT_MS) rmSync(file);
      else count++;
    }
  }
  return count;
}
