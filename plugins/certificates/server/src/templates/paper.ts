import { z } from 'zod';

/** Points, upright. */
const PAPERS = { a4: [595.28, 841.89], letter: [612, 792] } as const;

/** What staff read beside an option, and instead of its values. JSON Schema has one title; ours knows two languages. */
export const titled = (
  en: string,
  es: string,
  labels?: Record<string, Record<'en' | 'es', string>>,
): { title: string; titles: Record<'en' | 'es', string>; labels?: typeof labels } => ({
  title: en,
  titles: { en, es },
  ...(labels && { labels }),
});

export const paper = z
  .enum(['a4', 'letter'])
  .default('a4')
  .meta(
    titled('Paper', 'Papel', {
      a4: { en: 'A4', es: 'A4' },
      letter: { en: 'US Letter', es: 'Carta' },
    }),
  );

export const orientation = z
  .enum(['landscape', 'portrait'])
  .default('landscape')
  .meta(
    titled('Orientation', 'Orientación', {
      landscape: { en: 'Landscape', es: 'Horizontal' },
      portrait: { en: 'Portrait', es: 'Vertical' },
    }),
  );

export interface Sheet {
  width: number;
  height: number;
}

export function sheetOf(size: 'a4' | 'letter', turned: 'landscape' | 'portrait'): Sheet {
  const [short, long] = PAPERS[size];
  return turned === 'portrait' ? { width: short, height: long } : { width: long, height: short };
}
