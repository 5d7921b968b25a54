import type { Scale } from '../../../shared/mark-scale';

/** A row of the module table: each module has one for each language, and again for its published version. */
export interface ModuleRow {
  documentId: string;
  code: string;
  name: string;
  locale: string | null;
  publishedAt: string | Date | null;
  markMin: number | string;
  markMax: number | string;
  passMark: number | string;
}

/** A module as the gradebook needs it. */
export interface GradedModule {
  moduleKey: string;
  code: string;
  name: string;
  scale: Scale;
}

/**
 * One module out of its rows: name in the wanted language if it has one; what is published goes before a draft, so that
 * a scale somebody is still thinking about is not yet the one that counts.
 */
export function moduleFromRows(rows: ModuleRow[], locale: string): GradedModule {
  const rank = (row: ModuleRow): number => (row.publishedAt ? 2 : 0) + (row.locale === locale ? 1 : 0);
  const [best] = [...rows].sort((a, b) => rank(b) - rank(a));
  if (!best) throw new Error('gradebook: a module has at least one row');
  const named = rows.filter((row) => row.locale === locale).sort((a, b) => rank(b) - rank(a))[0] ?? best;
  return {
    moduleKey: best.documentId,
    code: best.code,
    name: named.name,
    // Decimals come from PostgreSQL as texts.
    scale: { minimum: Number(best.markMin), maximum: Number(best.markMax), passMark: Number(best.passMark) },
  };
}

/** All modules out of all their rows, by code. */
export function modulesFromRows(rows: ModuleRow[], locale: string): GradedModule[] {
  const byKey = new Map<string, ModuleRow[]>();
  for (const row of rows) byKey.set(row.documentId, [...(byKey.get(row.documentId) ?? []), row]);
  return [...byKey.values()]
    .map((own) => moduleFromRows(own, locale))
    .sort((a, b) => a.code.localeCompare(b.code, 'en', { numeric: true }));
}
