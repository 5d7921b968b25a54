/** The value below which a part of the values lie, interpolated between neighbours. @param part from 0 to 1 */
export function quantile(values: number[], part: number): number {
  if (values.length === 0) return Number.NaN;
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * part;
  const [below, above] = [sorted[Math.floor(place)] as number, sorted[Math.ceil(place)] as number];
  return below + (above - below) * (place - Math.floor(place));
}

export const median = (values: number[]): number => quantile(values, 0.5);
export const p95 = (values: number[]): number => quantile(values, 0.95);
export const mean = (values: number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Means of neighbours, `size` at a time; a rest that fills no group is left out. Where several are under way at once,
 * the time between two answers says little, and that between many says what one costs.
 */
export function groupMeans(values: number[], size: number): number[] {
  const groups = Math.floor(values.length / size);
  return Array.from({ length: groups }, (_, group) => mean(values.slice(group * size, (group + 1) * size)));
}
