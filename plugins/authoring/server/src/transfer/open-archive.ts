import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { transferError } from './archive-error';
import { COURSE_FILE, LIMITS, SYSTEM_FILE, TEXT_FILE } from './archive-limits';
import { checkContents, checkName, nameOf } from './check-entry';

interface Opened {
  /** Where the course is: a folder in which the archive has everything is gone into. */
  folder: string;
  /** Files of no kind that courses have: not taken. */
  others: string[];
}

/**
 * Unfolds an archive into an empty folder. Everything is looked at before anything is written, and a file is never longer
 * than the archive said.
 * @throws 400 with the reason
 */
export async function openArchive(archive: string, into: string): Promise<Opened> {
  const zip = await openPromise(archive, { autoClose: false, decodeStrings: false }).catch(() => {
    throw transferError('not-a-zip');
  });
  try {
    const { wanted, others } = await listEntries(zip);
    for (const [name, entry] of wanted) await writeEntry(zip, entry, name, into);
    return { folder: await topOf(into), others };
  } finally {
    zip.close();
  }
}

async function listEntries(zip: ZipFile): Promise<{ wanted: Map<string, Entry>; others: string[] }> {
  if (zip.entryCount > LIMITS.files) throw transferError('too-many-files');
  const wanted = new Map<string, Entry>();
  const others: string[] = [];
  const seen = new Set<string>();
  let total = 0;
  for await (const entry of entriesOf(zip)) {
    const name = nameOf(entry);
    checkName(name);
    checkContents(name, entry);
    total += entry.uncompressedSize;
    if (total > LIMITS.totalBytes) throw transferError('too-large', name);
    if (name.endsWith('/') || SYSTEM_FILE.test(name)) continue;
    // Some systems tell names apart by capitals or accents, others do not.
    const alike = name.normalize('NFC').toLowerCase();
    if (seen.has(alike)) throw transferError('same-name', name);
    seen.add(alike);
    if (COURSE_FILE.test(name)) wanted.set(name, entry);
    else others.push(name);
  }
  if (wanted.size === 0) throw transferError('empty');
  return { wanted, others };
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  const entries = zip.eachEntry();
  for (;;) {
    const next = await entries.next().catch(() => {
      throw transferError('broken');
    });
    if (next.done) return;
    yield next.value;
  }
}

async function writeEntry(zip: ZipFile, entry: Entry, name: string, into: string): Promise<void> {
  const bytes = await zip
    .openReadStreamPromise(entry)
    .then(buffer)
    .catch(() => {
      throw transferError('broken', name);
    });
  const file = path.join(into, ...name.split('/'));
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, TEXT_FILE.test(name) ? asText(bytes, name) : bytes, { flag: 'wx' });
}

/** Without the mark that some editors put first. @throws 400 `not-utf8` */
function asText(bytes: Buffer, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw transferError('not-utf8', name);
  }
}

async function topOf(folder: string): Promise<string> {
  const entries = await readdir(folder, { withFileTypes: true });
  const [only] = entries;
  return entries.length === 1 && only?.isDirectory() ? topOf(path.join(folder, only.name)) : folder;
}
