const UNITS = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000];

/** A number as PDF writes it: at most `digits` decimals (up to six), no exponent, no idle zeros. */
export function number(value: number, digits = 2): string {
  const unit = UNITS[digits] as number;
  const written = String(Math.round(value * unit) / unit);
  if (written.startsWith('0.')) return written.slice(1);
  return written.startsWith('-0.') ? `-${written.slice(2)}` : written;
}

/** `#rrggbb` or `#rgb` as three numbers from 0 to 1. */
export function channels(hex: string): string {
  const full = hex.length === 4 ? hex.replace(/[0-9a-f]/gi, '$&$&') : hex;
  return [1, 3, 5].map((from) => number(parseInt(full.slice(from, from + 2), 16) / 255, 3)).join(' ');
}
