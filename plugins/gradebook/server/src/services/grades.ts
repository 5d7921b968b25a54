import type { Core } from '@strapi/types';
import { UID } from '../constants';

/** A grade as it is stored now. */
export interface StoredGrade {
  documentId: string;
  enrollmentKey: string;
  mark: number | null;
  feedback: string;
  revision: number;
  gradedBy: string;
}

/** The grades of these enrollments, by enrollmentKey; inside a transaction, as that transaction sees them. */
export async function gradesOf(
  strapi: Core.Strapi,
  enrollmentKeys: string[],
): Promise<Map<string, StoredGrade>> {
  if (enrollmentKeys.length === 0) return new Map();
  const rows = await strapi.db
    .query(UID.grade)
    .findMany({ where: { enrollmentKey: { $in: enrollmentKeys } } });
  return new Map(
    rows.map((row) => [
      row.enrollmentKey,
      {
        documentId: row.documentId,
        enrollmentKey: row.enrollmentKey,
        // Decimals come from PostgreSQL as texts.
        mark: row.mark == null ? null : Number(row.mark),
        feedback: row.feedback ?? '',
        revision: row.revision ?? 0,
        gradedBy: row.gradedBy ?? '',
      },
    ]),
  );
}
