interface Rgb {
  r: number;
  g: number;
  b: number;
}

/** Relative luminance, 0 to 1 (WCAG 2.2). */
export function luminance({ r, g, b }: Rgb): number {
  const [red, green, blue] = [r, g, b].map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** White letters on it have a contrast of 8.7 and more: (1 + 0.05) / (0.07 + 0.05). */
const DARK_ENOUGH = 0.07;

/** A colour, as much darker as white letters on it need. @returns `#rrggbb` */
export function darkened(color: Rgb): string {
  let { r, g, b } = color;
  while (luminance({ r, g, b }) > DARK_ENOUGH) [r, g, b] = [r * 0.94, g * 0.94, b * 0.94];
  return `#${[r, g, b].map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
}
