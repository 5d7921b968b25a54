import type { DrawItem } from '../display-list';

type Path = Extract<DrawItem, { kind: 'path' }>;

const line = (d: string, stroke: string, strokeWidth: number, opacity = 1, x = 0, y = 0): Path => ({
  kind: 'path',
  d,
  x,
  y,
  scale: 1,
  fill: null,
  stroke,
  strokeWidth,
  opacity,
});

const fixed = (value: number): string => value.toFixed(2).replace(/\.?0+$/, '');

/**
 * A closed line that waves around a circle, the element of a guilloche: r(φ) = radius + amplitude · sin(waves · φ + phase).
 * Drawn through `waves × 8` points with smooth curves (Catmull-Rom turned into Bézier).
 */
export function wave(radius: number, amplitude: number, waves: number, phase: number): string {
  const count = waves * 8;
  const points = Array.from({ length: count }, (_, index) => {
    const angle = (2 * Math.PI * index) / count;
    const r = radius + amplitude * Math.sin(waves * angle + phase);
    return [r * Math.cos(angle), r * Math.sin(angle)] as const;
  });
  const at = (index: number) => points[(index + count) % count] as readonly [number, number];
  let d = `M${fixed(at(0)[0])} ${fixed(at(0)[1])}`;
  for (let index = 0; index < count; index++) {
    const [a, b, c, e] = [at(index - 1), at(index), at(index + 1), at(index + 2)];
    d += `C${fixed(b[0] + (c[0] - a[0]) / 6)} ${fixed(b[1] + (c[1] - a[1]) / 6)} ${fixed(c[0] - (e[0] - b[0]) / 6)} ${fixed(c[1] - (e[1] - b[1]) / 6)} ${fixed(c[0])} ${fixed(c[1])}`;
  }
  return `${d}Z`;
}

/** Rings of interlaced waves around a point: what copying machines and forgers find hard. */
export function rosette(x: number, y: number, radius: number, color: string, opacity: number): DrawItem[] {
  const rings = [
    [0.93, 0.07, 36],
    [0.78, 0.1, 24],
    [0.6, 0.1, 18],
  ] as const;
  return rings.flatMap(([at, amplitude, waves]) =>
    [0, 1, 2].map((step) =>
      line(wave(radius * at, radius * amplitude, waves, (step * 2 * Math.PI) / 3), color, 0.35, opacity, x, y),
    ),
  );
}

/** A seal: a rosette around a double ring with the issuer's mark. */
export function seal(x: number, y: number, radius: number, color: string, logoPath: string | null): DrawItem[] {
  const circle = (r: number) => `M${fixed(-r)} 0A${fixed(r)} ${fixed(r)} 0 1 1 ${fixed(r)} 0A${fixed(r)} ${fixed(r)} 0 1 1 ${fixed(-r)} 0Z`;
  const mark = logoPath ?? LANTERN;
  const size = radius * 0.62;
  return [
    ...rosette(x, y, radius, color, 0.9),
    { ...line(circle(radius * 0.5), color, 0, 1, x, y), fill: '#ffffff', stroke: null },
    line(circle(radius * 0.5), color, 0.9, 1, x, y),
    line(circle(radius * 0.45), color, 0.4, 1, x, y),
    { kind: 'path', d: mark, x: x - size / 2, y: y - size / 2, scale: size / 24, fill: color, stroke: null, strokeWidth: 0, opacity: 1 },
  ];
}

/** Lumino's own mark, a lantern, in a box of 24 × 24; used where the issuer has none. */
export const LANTERN =
  'M11 1h2v2h-2zM8 4h8l1 3H7zM7 8h2v10H7zM15 8h2v10h-2zM12 9c1.6 2 2.4 3.2 2.4 4.6a2.4 2.4 0 0 1-4.8 0C9.600 12.200 10.400 11 12 9zM6 19h12v2H6zM9 22h6v1H9z';

/** A frame of three hairlines with notched corners, `inset` points from the edge. */
export function frame(width: number, height: number, inset: number, color: string): DrawItem[] {
  const notched = (i: number, n: number) =>
    `M${i + n} ${i}H${width - i - n}A${n} ${n} 0 0 0 ${width - i} ${i + n}V${height - i - n}A${n} ${n} 0 0 0 ${width - i - n} ${height - i}H${i + n}A${n} ${n} 0 0 0 ${i} ${height - i - n}V${i + n}A${n} ${n} 0 0 0 ${i + n} ${i}Z`;
  return [
    line(notched(inset, 16), color, 1.4),
    line(notched(inset + 4, 14.5), color, 0.4),
    line(notched(inset + 6, 13.8), color, 0.4, 0.6),
  ];
}

export const rule = (x: number, y: number, width: number, color: string, strokeWidth = 0.5): DrawItem =>
  line(`M0 0H${fixed(width)}`, color, strokeWidth, 1, x, y);
