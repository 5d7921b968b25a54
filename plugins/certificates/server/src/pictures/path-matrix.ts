/** As SVG writes it: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

export function parseMatrix(transform: string | undefined): Matrix {
  const numbers = /matrix\(([^)]*)\)/
    .exec(transform ?? '')?.[1]
    ?.trim()
    .split(/[\s,]+/)
    .map(Number);
  return numbers?.length === 6 ? (numbers as unknown as Matrix) : IDENTITY;
}

/** First the inner one, then the outer one. */
export const times = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  a * g + c * h,
  b * g + d * h,
  a * i + c * j,
  b * i + d * j,
  a * k + c * l + e,
  b * k + d * l + f,
];

/** How much wider a line becomes; the mean of both directions where they differ. */
export const scaleOf = ([a, b, c, d]: Matrix): number => Math.sqrt(Math.abs(a * d - b * c));

/** Path data of absolute M, L, Q, C and Z, moved by a matrix, with one decimal. */
export function moved(path: string, [a, b, c, d, e, f]: Matrix): string {
  const short = (value: number): string => {
    const written = value.toFixed(1).replace(/\.0$/, '');
    return written === '-0' ? '0' : written;
  };
  return path
    .replace(/([MLQC])([^MLQCZ]*)|Z/g, (command, name: string | undefined, points: string) => {
      if (!name) return command;
      const numbers = points
        .trim()
        .split(/[\s,]+/)
        .map(Number);
      const written: string[] = [];
      for (let at = 0; at + 1 < numbers.length; at += 2) {
        const [x, y] = [numbers[at] as number, numbers[at + 1] as number];
        written.push(`${short(a * x + c * y + e)} ${short(b * x + d * y + f)}`);
      }
      return name + written.join(' ');
    })
    .replace(/\s+(?=[MLQCZ])/g, '');
}
