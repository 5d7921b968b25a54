import { Resvg } from '@resvg/resvg-js';
import { renderCard, renderPreview } from '../../plugins/certificates/server/src/rendering/render-png.ts';
import { knownTemplate } from '../../plugins/certificates/server/src/rendering/known-template.ts';
import { BUILT_IN_TEMPLATES } from '../../plugins/certificates/server/src/rendering/renderer-thread.ts';
import { gradeSnapshot, moduleSnapshot } from './sample-snapshots.ts';

// The first certificate reads the fonts, and a busy machine makes everything slow.
jest.setTimeout(60_000);

const template = (snapshot: ReturnType<typeof gradeSnapshot>) =>
  knownTemplate(snapshot.template, BUILT_IN_TEMPLATES);
const preview = (snapshot: ReturnType<typeof gradeSnapshot>, width: number) =>
  renderPreview(snapshot, template(snapshot), width);

/** Pixels of a PNG, four bytes each. */
function pixelsOf(png: Uint8Array): { width: number; height: number; pixels: Buffer } {
  const width = Buffer.from(png).readUInt32BE(16);
  const height = Buffer.from(png).readUInt32BE(20);
  const image = `<image width="${width}" height="${height}" href="data:image/png;base64,${Buffer.from(png).toString('base64')}"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${image}</svg>`;
  return { width, height, pixels: Buffer.from(new Resvg(svg).render().pixels) };
}

/** How many pixels are of a colour, more or less. */
const howMany = ({ pixels }: { pixels: Buffer }, [r, g, b]: [number, number, number]): number => {
  let count = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    const near = [r, g, b].every((value, channel) => Math.abs((pixels[at + channel] as number) - value) < 12);
    if (near) count++;
  }
  return count;
};

/** Rows of the preview in which the name stands. */
const NAME = { from: 200, to: 268 };

/** How many pixels of some rows are darker than any ornament behind the text. */
const darkWithin = (
  { pixels, width }: { pixels: Buffer; width: number },
  { from, to }: { from: number; to: number },
): number => {
  let count = 0;
  for (let at = from * width * 4; at < to * width * 4; at += 4) {
    const isInFrame = at % (width * 4) > 400 && at % (width * 4) < (width - 100) * 4;
    if (isInFrame && (pixels[at] as number) < 120) count++;
  }
  return count;
};

const ACCENT: [number, number, number] = [0x1f, 0x5f, 0x5b];

describe('the preview of a certificate', () => {
  it('has the width that was asked for and the shape of the paper', async () => {
    const { width, height } = pixelsOf(await preview(moduleSnapshot(), 800));
    expect([width, height]).toEqual([800, Math.round((800 * 595.28) / 841.89)]);
  });

  it('draws the name in letters of every script', async () => {
    for (const name of ['María Núñez', 'محمد علي', 'क्षितिज', 'น้ำทิพย์', '王小明', '김철수', 'דוד']) {
      const picture = pixelsOf(await preview(moduleSnapshot({ recipient: { name } }), 800));
      expect(darkWithin(picture, NAME)).toBeGreaterThan(300);
    }
    const { pixels, width } = pixelsOf(await preview(moduleSnapshot({ recipient: { name: '.' } }), 800));
    expect(darkWithin({ pixels, width }, NAME)).toBeLessThan(50);
  });

  it('is the same for the same facts', async () => {
    const [first, second] = [await preview(gradeSnapshot(), 300), await preview(gradeSnapshot(), 300)];
    expect(Buffer.from(first).equals(second)).toBe(true);
  });
});

describe('the social card of a certificate', () => {
  it.each([
    ['landscape', moduleSnapshot()],
    ['portrait', gradeSnapshot()],
  ])('is 1200 × 630, with the paper on a ground of the colour of the issuer: %s', async (_, snapshot) => {
    const picture = pixelsOf(await renderCard(snapshot, template(snapshot)));
    expect([picture.width, picture.height]).toEqual([1200, 630]);
    const ground: [number, number, number] = [215, 226, 225];
    expect(
      [...picture.pixels.subarray(0, 3)].every((value, at) => Math.abs(value - (ground[at] as number)) < 4),
    ).toBe(true);
    expect(howMany(picture, [255, 255, 255])).toBeGreaterThan(200_000);
    expect(howMany(picture, ACCENT)).toBeGreaterThan(1000);
  });
});
