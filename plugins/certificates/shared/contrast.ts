const channel = (hex: string): number => {
  const part = parseInt(hex, 16) / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
};

/** What WCAG 2.2 asks of text (1.4.3). */
export const LEAST_CONTRAST = 4.5;

/** The contrast of a colour (`#rrggbb`) with white: from 1 to 21. */
export function contrastWithWhite(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => channel(color.slice(at, at + 2)));
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return 1.05 / (luminance + 0.05);
}

/** Whether text in this colour (`#rrggbb`) can be read on white. */
export const isReadableOnWhite = (color: string): boolean => contrastWithWhite(color) >= LEAST_CONTRAST;
