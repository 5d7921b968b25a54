import {
  existsSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

/** Each release runs in one colour, beside the one before it in the other. */
export type Colour = 'blue' | 'green';

/**
 * Where a centre lives on its server:
 *
 *     releases/<id>/   one version each: code, packages and what was built; nothing is written there any more
 *     current          the release that serves (a link)
 *     previous         the one before it, for `rollback` (a link)
 *     slots/<name>     which release a process runs (a link), and <name>.env: where it listens
 *     shared/          what outlives releases: .env, data, media, certificates, assets of pages that are still open
 */
export interface Home {
  root: string;
  /** Of its units, its upstreams and its user: the folder's own name. */
  name: string;
  releases: string;
  slots: string;
  shared: string;
  current: string;
  previous: string;
}

export const homeOf = (folder: string): Home => {
  const root = path.resolve(folder);
  const inside = (name: string) => path.join(root, name);
  return {
    root,
    name: path.basename(root),
    ...{ releases: inside('releases'), slots: inside('slots'), shared: inside('shared') },
    ...{ current: inside('current'), previous: inside('previous') },
  };
};

/** Points a link elsewhere in one step: there is no moment without it. */
export function relink(link: string, target: string): void {
  const temporary = `${link}.new`;
  rmSync(temporary, { force: true });
  symlinkSync(path.relative(path.dirname(link), target), temporary);
  renameSync(temporary, link);
}

/** Writes a file in one step: whoever reads it finds the old one or the new one. */
export function replaceFile(file: string, content: string): void {
  writeFileSync(`${file}.new`, content);
  renameSync(`${file}.new`, file);
}

/** The release a link points to, or null. */
export function linked(link: string): string | null {
  try {
    return path.basename(readlinkSync(link));
  } catch {
    return null;
  }
}

/** Complete releases, oldest first. */
export const releasesOf = (home: Home): string[] =>
  existsSync(home.releases)
    ? readdirSync(home.releases)
        .filter((id) => existsSync(path.join(home.releases, id, 'release.json')))
        .sort()
    : [];

interface Serving {
  release: string;
  colour: Colour;
  /** Names of its processes. */
  slots: string[];
  since: string;
}

const servingFile = (home: Home): string => path.join(home.root, 'serving.json');

export const readServing = (home: Home): Serving | null =>
  existsSync(servingFile(home)) ? JSON.parse(readFileSync(servingFile(home), 'utf8')) : null;

export const writeServing = (home: Home, serving: Serving): void =>
  replaceFile(servingFile(home), `${JSON.stringify(serving, null, 2)}\n`);
