import type { Core } from '@strapi/types';
import type { NewLessonRequest } from '../../../shared/contracts/outline';
import type { ContentAccess } from '../access/content-access';
import { UID } from '../constants';
import { lessonSlug } from './lesson-slug';
import { sectionsOf } from './lesson-template';
import { lessonRows, rowsOfModule } from './rows';

/**
 * A draft behind the other lessons of a module, begun from a template. @returns the lesson's documentId.
 * @throws NotFoundError (404), ForbiddenError (403)
 */
export async function addLesson(
  strapi: Core.Strapi,
  access: ContentAccess,
  moduleKey: string,
  { title, locale, template }: NewLessonRequest,
): Promise<string> {
  await rowsOfModule(strapi, moduleKey);
  access.demand('create', UID.lesson, { moduleKey, locale });
  return strapi.db.transaction(async ({ trx }) => {
    // Two at once would take the same place and the same address.
    await trx.raw('select id from modules where document_id = ? order by id for update', [moduleKey]);
    const others = await lessonRows(strapi, moduleKey);
    const created = await strapi.documents(UID.lesson).create({
      locale,
      data: {
        title,
        slug: lessonSlug(title, new Set(others.map(({ slug }) => slug))),
        position: Math.max(0, ...others.map(({ position }) => position)) + 1,
        module: moduleKey,
        sections: sectionsOf(template, locale),
      },
    } as never);
    return (created as { documentId: string }).documentId;
  });
}
