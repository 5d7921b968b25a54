import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import type { Core } from '@strapi/types';
import sharp from 'sharp';
import { CourseFileError } from './course-problem';

const TYPES: Record<string, string> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
};
const HANDED_OUT: Record<string, string> = {
  '.pdf': 'application/pdf',
  '.csv': 'text/csv',
  '.txt': 'text/plain',
  '.zip': 'application/zip',
};
const PLAYED: Record<string, string> = { '.mp4': 'video/mp4', '.webm': 'video/webm', '.mp3': 'audio/mpeg' };
/** Pixels across: enough for the widest column on a dense screen. */
const SVG_WIDTH = 1600;

/** A drawing that would have other files drawn into it, or grow while it is read. */
const REACHES_OUT =
  /<!ENTITY|<!DOCTYPE[^>]*\[|href\s*=\s*["']\s*(?!#|data:image\/(?:png|jpeg);)[^"']|<image[^>]+data:image\/svg/i;

/**
 * Turns a drawing into pixels: an SVG can carry scripts, a PNG cannot. `fonts` are the files its texts are set in.
 * @throws CourseFileError for a drawing that names other files.
 */
export function drawSvg(svg: string | Buffer, fonts: string[]): Buffer {
  if (REACHES_OUT.test(svg.toString())) throw new CourseFileError('reaches-out');
  return Buffer.from(
    new Resvg(svg, {
      fitTo: { mode: 'width', value: SVG_WIDTH },
      font: { fontFiles: fonts, loadSystemFonts: fonts.length === 0, defaultFontFamily: 'Inter' },
    })
      .render()
      .asPng(),
  );
}

/** Of what a picture really is, whatever it is called. */
const FORMATS: Record<string, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpeg',
  'image/webp': 'webp',
  'image/gif': 'gif',
};

async function checkPicture(bytes: Buffer, type: string): Promise<void> {
  const { format } = await sharp(bytes)
    .metadata()
    .catch(() => ({ format: null }));
  if (format !== FORMATS[type]) throw new CourseFileError('not-a-picture');
}

/** Puts pictures and other files into the media library; the same bytes are stored once, whatever they are called. */
export function createPictureStore(strapi: Core.Strapi, fonts: string[]) {
  async function store(
    source: Buffer,
    name: string,
    alternativeText: string,
  ): Promise<{ id: number; url: string }> {
    const extension = path.extname(name).toLowerCase();
    const [bytes, type] =
      extension === '.svg' ? [drawSvg(source, fonts), 'image/png'] : [source, TYPES[extension]];
    if (!type) throw new CourseFileError('unknown-kind');
    await checkPicture(bytes, type);
    return put(
      bytes,
      source,
      `${path.basename(name, extension)}${extension === '.svg' ? '.png' : extension}`,
      type,
      {
        alternativeText,
      },
    );
  }

  /** @param source what the name's hash is made of. */
  async function put(
    bytes: Buffer,
    source: Buffer,
    name: string,
    type: string,
    about: { alternativeText?: string; caption?: string },
  ): Promise<{ id: number; url: string }> {
    const hash = createHash('sha256').update(source).digest('hex').slice(0, 12);
    const extension = path.extname(name);
    const known =
      (await exported(name, bytes)) ??
      (await called(`${path.basename(name, extension)}-${hash}${extension}`));
    if (known) return known;
    const fileName = `${path.basename(name, extension)}-${hash}${extension}`;

    const folder = await mkdtemp(path.join(os.tmpdir(), 'lumino-picture-'));
    try {
      const filepath = path.join(folder, fileName);
      await writeFile(filepath, bytes);
      const [file] = await strapi
        .plugin('upload')
        .service('upload')
        .upload({
          data: { fileInfo: { name: fileName, ...about } },
          files: { filepath, originalFilename: fileName, mimetype: type, size: bytes.length },
        });
      return file;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  const called = (name: string) => strapi.db.query('plugin::upload.file').findOne({ where: { name } });

  /** What came out of this library goes in as itself: a name with a hash stands for bytes of this size. */
  async function exported(name: string, bytes: Buffer) {
    const known = /-[0-9a-f]{12}\.\w+$/.test(name) ? await called(name) : null;
    // The library counts in kilobytes of 1,000 bytes, with two decimals.
    return known && Math.abs(Number(known.size) * 1000 - bytes.length) < 10 ? known : null;
  }

  return {
    store,
    storeFile: async (file: string, alternativeText: string) =>
      store(await readFile(file), path.basename(file), alternativeText),
    /** A file that a lesson hands out or plays, under the words that its link has. */
    handOut: async (file: string, caption: string) => {
      const bytes = await readFile(file);
      const types = { ...TYPES, ...PLAYED, ...HANDED_OUT };
      const type = types[path.extname(file).toLowerCase()];
      if (type?.startsWith('image/')) await checkPicture(bytes, type);
      if (!type) throw new CourseFileError('unknown-kind');
      return put(bytes, bytes, path.basename(file), type, { caption });
    },
  };
}
