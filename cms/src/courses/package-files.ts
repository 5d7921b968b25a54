import path from 'node:path';
import { FILES } from './package';

export interface MediaFile {
  id: number;
  name: string;
  url: string;
  ext?: string | null;
  caption?: string | null;
}

/** Gives each file of the media library that a module uses one name in the package. */
export function createPackageFiles(known: MediaFile[]) {
  const byUrl = new Map(known.map((file) => [file.url, file]));
  const names = new Map<number, string>();
  const used = new Map<string, MediaFile>();

  function nameOf(file: MediaFile): string {
    const name = names.get(file.id) ?? freeName(file, (one) => used.has(one));
    names.set(file.id, name);
    used.set(name, file);
    return `${FILES}/${name}`;
  }
  return {
    nameOf,
    /** The name for a picture in a text; null for what is not of the media library. */
    nameAt(url: string): string | null {
      const file = byUrl.get(url);
      return file ? nameOf(file) : null;
    },
    all: (): { path: string; url: string }[] =>
      [...used].map(([name, { url }]) => ({ path: `${FILES}/${name}`, url })),
  };
}

/** Plain letters alone, so that no system and no Markdown stumbles over it. */
function freeName({ name, url }: MediaFile, isTaken: (name: string) => boolean): string {
  const extension = path.extname(new URL(url, 'http://site.invalid').pathname).toLowerCase();
  const bare = path
    .basename(name, path.extname(name))
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/\.{2,}/g, '.')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, 80);
  const base = bare || 'file';
  let wanted = `${base}${extension}`;
  for (let number = 2; isTaken(wanted.toLowerCase()) || isTaken(wanted); number += 1)
    wanted = `${base}-${number}${extension}`;
  return wanted;
}
