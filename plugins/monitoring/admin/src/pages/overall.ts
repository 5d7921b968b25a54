import type { StatusLine } from '../../../shared/contracts/status';

/** What was never done counts as something to look at. */
export const overallOf = (lines: StatusLine[]): 'good' | 'warning' | 'bad' => {
  if (lines.some(({ verdict }) => verdict === 'bad')) return 'bad';
  return lines.every(({ verdict }) => verdict === 'good') ? 'good' : 'warning';
};

/** What is said of all; in the dark theme the grounds look alike. Strapi's own orange has too little contrast. */
export const OVERALL_TEXT = { good: 'success700', warning: 'neutral800', bad: 'danger700' } as const;

/** The colors of Strapi's theme, without their shades. */
export const OVERALL_COLORS = { good: 'success', warning: 'warning', bad: 'danger' } as const;
