import type { Core } from '@strapi/types';
import type { ContentAccess } from '../access/content-access';
import { UID } from '../constants';
import { byDocument, lessonRows, rowsOfModule } from './rows';

/** `stale`: the module has other lessons by now than whoever ordered them saw. */
export type Reordered = { outcome: 'done' } | { outcome: 'stale' };

/**
 * Gives the lessons of a module their order, in every language, for drafts and readers alike: the place of a lesson is no
 * part of its text, so nothing has to be published again and no lesson counts as modified.
 * @throws NotFoundError (404), ForbiddenError (403)
 */
export async function reorderLessons(
  strapi: Core.Strapi,
  access: ContentAccess,
  moduleKey: string,
  lessonKeys: string[],
): Promise<Reordered> {
  await rowsOfModule(strapi, moduleKey);
  return strapi.db.transaction(async ({ trx }): Promise<Reordered> => {
    // Of two who order the same lessons, one comes after the other.
    await trx.raw('select id from lessons where module_key = ? order by id for update', [moduleKey]);
    const rows = await lessonRows(strapi, moduleKey);
    access.demand('update', UID.lesson, { moduleKey });
    if (rows.some(({ publishedAt }) => publishedAt)) access.demand('publish', UID.lesson, { moduleKey });
    const known = byDocument(rows);
    const wanted = new Set(lessonKeys);
    if (wanted.size !== lessonKeys.length || wanted.size !== known.size) return { outcome: 'stale' };
    if (lessonKeys.some((key) => !known.has(key))) return { outcome: 'stale' };
    for (const [index, documentId] of lessonKeys.entries()) {
      const position = index + 1;
      if (known.get(documentId)?.every((row) => row.position === position)) continue;
      await trx('lessons').where({ document_id: documentId }).update({ position });
    }
    return { outcome: 'done' };
  });
}
