import type { DrawItem, PathItem } from '../display-list';

const line = (d: string, stroke: string, strokeWidth: number, opacity = 1, x = 0, y = 0): PathItem => ({
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

/** Waves are drawn around a circle of this radius and scaled, so that rosettes of all sizes share them. */
const UNIT = 1000;
const CURVES_PER_WAVE = 4;

/**
 * A closed line that waves around a circle of radius 1000, the element of a guilloche:
 * r(φ) = 1000 · (mean + amplitude · sin(waves · φ)), in smooth curves that leave and meet the points along its tangents.
 */
export function wave(mean: number, amplitude: number, waves: number): string {
  const count = waves * CURVES_PER_WAVE;
  const step = (2 * Math.PI) / count;
  const at = (index: number) => {
    const angle = index * step;
    const r = UNIT * (mean + amplitude * Math.sin(waves * angle));
    const growth = UNIT * amplitude * waves * Math.cos(waves * angle);
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const third = step / 3;
    return {
      x: r * cos,
      y: r * sin,
      dx: (growth * cos - r * sin) * third,
      dy: (growth * sin + r * cos) * third,
    };
  };
  const pair = (x: number, y: number) => `${Math.round(x * 2) / 2} ${Math.round(y * 2) / 2}`;
  let d = `M${pair(at(0).x, at(0).y)}`;
  for (let index = 0; index < count; index++) {
    const [from, to] = [at(index), at(index + 1)];
    d += `C${pair(from.x + from.dx, from.y + from.dy)} ${pair(to.x - to.dx, to.y - to.dy)} ${pair(to.x, to.y)}`;
  }
  return `${d}Z`;
}

/** Three rings, each of three equal waves that are turned against each other: [mean, amplitude, waves]. */
const RINGS = (
  [
    [0.93, 0.07, 36],
    [0.78, 0.1, 24],
    [0.6, 0.1, 18],
  ] as const
).map(([mean, amplitude, waves]) => ({
  d: wave(mean, amplitude, waves),
  turn: 120 / waves,
}));

/** Rings of interlaced waves around a point: what copying machines and forgers find hard. */
export const rosette = (x: number, y: number, radius: number, color: string, opacity: number): DrawItem[] =>
  RINGS.flatMap(({ d, turn }) =>
    [0, 1, 2].map((step) => ({
      ...line(d, color, 0.35, opacity, x, y),
      scale: radius / UNIT,
      rotation: -step * turn,
    })),
  );

const circle = (r: number): string =>
  `M${fixed(-r)} 0A${fixed(r)} ${fixed(r)} 0 1 1 ${fixed(r)} 0A${fixed(r)} ${fixed(r)} 0 1 1 ${fixed(-r)} 0Z`;

/** A seal without its mark: a rosette around a double ring. */
export function sealRings(x: number, y: number, radius: number, color: string): DrawItem[] {
  return [
    ...rosette(x, y, radius, color, 0.9),
    { ...line(circle(radius * 0.5), color, 0, 1, x, y), fill: '#ffffff', stroke: null },
    line(circle(radius * 0.5), color, 0.9, 1, x, y),
    line(circle(radius * 0.45), color, 0.4, 1, x, y),
  ];
}

/** A filled circle. */
export const disc = (x: number, y: number, radius: number, color: string): DrawItem => ({
  ...line(circle(radius), color, 0, 1, x, y),
  fill: color,
  stroke: null,
});

/** A filled rectangle. */
export const block = (
  x: number,
  y: number,
  width: number,
  height: number,
  color: string,
  opacity = 1,
): DrawItem => ({
  ...line(`M0 0H${fixed(width)}V${fixed(height)}H0Z`, color, 0, opacity, x, y),
  fill: color,
  stroke: null,
});

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
