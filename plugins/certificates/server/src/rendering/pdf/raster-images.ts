import { PNG } from 'pngjs';
import type { RasterItem } from '../display-list';
import { keep } from '../remember';
import { compress, type Compressed } from './compress';
import { number } from './number';
import type { PdfFile } from './pdf-file';
import type { Entries, Ref } from './syntax';

interface Pixels {
  width: number;
  height: number;
  /** Red, green, blue of each pixel; opacity of each, or none where all are opaque. */
  colours: Compressed;
  opacity: Compressed | null;
}

function pixelsOf(png: Uint8Array): Pixels {
  const { width, height, data } = PNG.sync.read(Buffer.from(png));
  const count = width * height;
  const colours = new Uint8Array(count * 3);
  const opacity = new Uint8Array(count);
  for (let pixel = 0; pixel < count; pixel++) {
    const [from, to] = [pixel * 4, pixel * 3];
    for (let channel = 0; channel < 3; channel++) colours[to + channel] = data[from + channel] as number;
    opacity[pixel] = data[from + 3] as number;
  }
  const isOpaque = opacity.every((value) => value === 255);
  return { width, height, colours: compress(colours), opacity: isOpaque ? null : compress(opacity) };
}

/** A school has a logo and a few signatures, and every certificate has the same. */
const kept = keep<Pixels>(20);

const pixels = ({ key, png }: RasterItem): Pixels => kept(key, () => pixelsOf(png));

export interface RasterImages {
  /** Paints a picture in its box. @param height of the page in points. */
  paint(item: RasterItem, height: number): string;
  /** Every picture that was painted, by its name. */
  resources(): Entries;
}

/** The pictures of one document, each as many pixels as it has and kept once (ISO 32000-1, 8.9.5 and 11.6.5.3). */
export function createRasterImages(file: PdfFile): RasterImages {
  const images = new Map<string, { name: string; ref: Ref }>();
  const add = (content: Compressed, space: string, { width, height }: Pixels, more: Entries = {}): Ref =>
    file.addStream(
      {
        Type: '/XObject',
        Subtype: '/Image',
        Width: width,
        Height: height,
        ColorSpace: `/${space}`,
        BitsPerComponent: 8,
        ...more,
      },
      content,
    );
  const embed = (item: RasterItem): Ref => {
    const found = pixels(item);
    const SMask = found.opacity ? add(found.opacity, 'DeviceGray', found) : undefined;
    return add(found.colours, 'DeviceRGB', found, { SMask });
  };
  return {
    paint(item, height) {
      const image = images.get(item.key) ?? { name: `I${images.size + 1}`, ref: embed(item) };
      images.set(item.key, image);
      const [x, y] = [item.x, height - item.y - item.height].map((value) => number(value));
      return `q\n${number(item.width)} 0 0 ${number(item.height)} ${x} ${y} cm\n/${image.name} Do\nQ`;
    },
    resources: () => Object.fromEntries([...images.values()].map(({ name, ref }) => [name, ref])),
  };
}
