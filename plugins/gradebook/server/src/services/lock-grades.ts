import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import { UID } from '../constants';

/**
 * Locks these enrollments of a module and their grades until the transaction ends, so that a revision that was compared
 * is still the stored one when it is written (M4). The enrollments are locked because a first mark has no row of its own.
 *
 * Both in the order of their keys: two saves that lock in different orders would wait for each other. NO KEY UPDATE, not
 * UPDATE, on enrollments: students go on ticking off lessons, whose rows refer to them, but nobody leaves meanwhile.
 *
 * @returns the enrollmentKeys that are of this module.
 */
export async function lockGrades(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  moduleKey: string,
  enrollmentKeys: string[],
): Promise<Set<string>> {
  const { tableName: enrollments } = strapi.db.metadata.get(UID.enrollment);
  const { tableName: grades } = strapi.db.metadata.get(UID.grade);
  const locked: { document_id: string }[] = await trx(enrollments)
    .whereIn('document_id', enrollmentKeys)
    .where('module_key', moduleKey)
    .orderBy('document_id')
    .select('document_id')
    .forNoKeyUpdate();
  await trx(grades)
    .whereIn('enrollment_key', enrollmentKeys)
    .orderBy('enrollment_key')
    .select('id')
    .forUpdate();
  return new Set(locked.map((row) => row.document_id));
}
