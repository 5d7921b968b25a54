import type { RasterItem } from '../display-list';
import { number } from '../pdf/number';

/** A picture of pixels in an SVG; its bytes go with it, so that nothing is looked for elsewhere. */
export function rasterElement({ png, x, y, width, height }: RasterItem): string {
  const box = `x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}"`;
  const data = Buffer.from(png).toString('base64');
  return `<image ${box} preserveAspectRatio="none" href="data:image/png;base64,${data}"/>`;
}
