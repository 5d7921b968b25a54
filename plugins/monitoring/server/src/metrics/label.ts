import { z } from 'zod';

/**
 * The value of a label: a short word that names a kind of thing. Whatever else arrives, such as a sentence or an
 * address, is "other": a label is kept for ever, and each value costs the scraper a series.
 */
export const Label = z
  .string()
  .regex(/^[a-z][\w./-]{0,63}$/i)
  .catch('other');
