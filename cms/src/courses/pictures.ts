import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import type { Core } from '@strapi/types';

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
/** Pixels across: enough for the widest column on a dense screen. */
const SVG_WIDTH = 1600;

/** Turns a drawing into pixels: an SVG can carry scripts, a PNG cannot. `fonts` are the files its texts are set in. */
export const drawSvg = (svg: string | Buffer, fonts: string[]): Buffer =>
  Buffer.from(
    new Resvg(svg, {
      fitTo: { mode: 'width', value: SVG_WIDTH },
      font: { fontFiles: fonts, loadSystemFonts: fonts.length === 0, defaultFontFamily: 'Inter' },
    })
      .render()
      .asPng(),
  );

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
    if (!type) throw new Error(`${name} is no picture that browsers show (PNG, JPEG, WebP, GIF, SVG)`);
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
    const fileName = `${path.basename(name, extension)}-${hash}${extension}`;
    const known = await strapi.db.query('plugin::upload.file').findOne({ where: { name: fileName } });
    if (known) return known;

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

  return {
    store,
    storeFile: async (file: string, alternativeText: string) =>
      store(await readFile(file), path.basename(file), alternativeText),
    /** A file that a lesson hands out, under the words that its link has. */
    handOut: async (file: string, caption: string) => {
      const bytes = await readFile(file);
      const type = HANDED_OUT[path.extname(file).toLowerCase()];
      if (!type) throw new Error(`is of no kind that is handed out (${Object.keys(HANDED_OUT).join(', ')})`);
      return put(bytes, bytes, path.basename(file), type, { caption });
    },
  };
}
