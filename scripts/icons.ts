import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { icoOf } from './icons/ico.ts';
import { ROOT } from './paths.ts';
import { main } from './problem.ts';

const FOLDER = path.join(ROOT, 'site', 'public');
/** A launcher may cut a maskable icon down to a circle of four fifths (W3C, Web Application Manifest, "icon masks"). */
const SAFE = 0.72;
const GROUND = '#0f5c54';

/** Draws the site's icons anew from its `favicon.svg`, as it looks on light. They are committed: run this after a change. */
await main(async () => {
  const svg = readFileSync(path.join(FOLDER, 'favicon.svg'), 'utf8').replace(/<style>.*?<\/style>/s, '');
  const square = svg.replace(/ rx="\d+"/, '');
  const draw = (source: string, size: number) =>
    sharp(Buffer.from(source), { density: 72 * Math.ceil(size / 32) })
      .resize(size, size)
      .png({ compressionLevel: 9 })
      .toBuffer();
  const maskable = async (size: number) => {
    const inner = Math.round(size * SAFE);
    const before = Math.floor((size - inner) / 2);
    const after = size - inner - before;
    return sharp(await draw(square, inner))
      .extend({ top: before, left: before, bottom: after, right: after, background: GROUND })
      .png({ compressionLevel: 9 })
      .toBuffer();
  };
  const files: Record<string, Buffer> = {
    'favicon.ico': icoOf(await draw(svg, 32), 32),
    // iOS rounds the corners itself, and makes black of what is transparent.
    'apple-touch-icon.png': await draw(square, 180),
    'icon-192.png': await draw(svg, 192),
    'icon-512.png': await draw(svg, 512),
    'icon-maskable-192.png': await maskable(192),
    'icon-maskable-512.png': await maskable(512),
  };
  for (const [name, bytes] of Object.entries(files)) {
    writeFileSync(path.join(FOLDER, name), bytes);
    console.log(`✓ ${name} (${bytes.length} bytes)`);
  }
});
