import type { Core } from '@strapi/types';
import { errors } from '@strapi/utils';
import type { ContentAccess } from '../access/content-access';
import { SECTIONS } from '../checklist/checklist';
import { UID, type AuthoredUid } from '../constants';
import { byDocument, moduleRows, rowsOfModule, type Row } from './rows';
import { asInput } from './as-input';

const taken = (code: string): Error =>
  new errors.ValidationError(`There is a module ${code} already`, {
    errors: [{ path: ['code'], message: 'taken', name: 'ValidationError' }],
  });

/**
 * A module with its lessons in all languages under a new code: everything as a draft, with no students.
 * @returns the new module's documentId.
 * @throws NotFoundError (404), ForbiddenError (403), ValidationError (400) for a code that another module has
 */
export async function duplicateModule(
  strapi: Core.Strapi,
  access: ContentAccess,
  moduleKey: string,
  code: string,
): Promise<string> {
  await rowsOfModule(strapi, moduleKey);
  access.demand('read', UID.module, { documentId: moduleKey });
  access.demand('read', UID.lesson, { moduleKey });
  access.demand('create', UID.module, {});
  access.demand('create', UID.lesson, { moduleKey: '' });
  if ((await moduleRows(strapi, { code })).length > 0) throw taken(code);
  try {
    return await strapi.db.transaction(async () => {
      const drafts = { publishedAt: null };
      const modules = await strapi.db.query(UID.module).findMany({
        where: { documentId: moduleKey, ...drafts },
        populate: { cover: true, teacher: true },
      });
      const lessons = await strapi.db.query(UID.lesson).findMany({
        where: { moduleKey, ...drafts },
        populate: { sections: SECTIONS } as never,
      });
      const copy = await write(strapi, UID.module, modules, (row) => ({
        code,
        teacher: row.teacher?.documentId ?? null,
      }));
      for (const rows of byDocument(lessons as unknown as Row[]).values())
        await write(strapi, UID.lesson, rows, () => ({ module: copy }));
      return copy;
    });
  } catch (error) {
    // Somebody else was quicker.
    if ((error as { code?: string }).code === '23505') throw taken(code);
    throw error;
  }
}

/** The drafts of a document as those of a new one. @returns its documentId. */
async function write(
  strapi: Core.Strapi,
  uid: AuthoredUid,
  rows: any[],
  differing: (row: any) => Record<string, unknown>,
): Promise<string> {
  const { attributes } = strapi.contentType(uid);
  let documentId = '';
  for (const row of rows) {
    const own = Object.entries(attributes)
      .filter(([name, { type }]: [string, any]) => name in row && type !== 'relation')
      .map(([name]) => [name, asInput(row[name])]);
    const system = ['createdAt', 'updatedAt', 'publishedAt', 'locale', 'moduleKey', 'importChecksum'];
    const data = {
      ...Object.fromEntries(own.filter(([name]) => !system.includes(name as string))),
      ...differing(row),
    };
    const written = documentId
      ? await strapi.documents(uid).update({ documentId, locale: row.locale, data } as never)
      : await strapi.documents(uid).create({ locale: row.locale, data } as never);
    documentId = (written as { documentId: string }).documentId;
  }
  return documentId;
}
