import { LOCALES, type Locale } from '../../shared/contracts/locale';

export const localeOf = (value: unknown): Locale => LOCALES.find((locale) => locale === value) ?? LOCALES[0];

/**
 * One row per document, in the language asked for, or else in the default language, or else in any (H3).
 * Keeps the order in which documents first appear.
 */
export function pickLocale<Row extends { documentId: string; locale: string }>(
  rows: Row[],
  locale: Locale,
): Row[] {
  const rank = (row: Row) => (row.locale === locale ? 0 : row.locale === LOCALES[0] ? 1 : 2);
  const best = new Map<string, Row>();
  for (const row of rows) {
    const current = best.get(row.documentId);
    if (!current || rank(row) < rank(current)) best.set(row.documentId, row);
  }
  return [...best.values()];
}
