/** A number as PDF writes it: at most `digits` decimals, no exponent, no idle zeros. */
export const number = (value: number, digits = 2): string => {
  const written = value.toFixed(digits);
  const short = digits > 0 ? written.replace(/\.?0+$/, '') : written;
  return short === '-0' ? '0' : short.replace(/^(-?)0\./, '$1.');
};

/** `#rrggbb` or `#rgb` as three numbers from 0 to 1. */
export function channels(hex: string): string {
  const full = hex.length === 4 ? hex.replace(/[0-9a-f]/gi, '$&$&') : hex;
  return [1, 3, 5].map((from) => number(parseInt(full.slice(from, from + 2), 16) / 255, 3)).join(' ');
}
