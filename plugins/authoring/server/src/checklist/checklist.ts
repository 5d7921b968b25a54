import type { Core } from '@strapi/types';
import { errors } from '@strapi/utils';
import type { Finding } from '../../../shared/contracts/checklist';
import { LOCALES } from '../../../shared/contracts/outline';
import type { ContentAccess } from '../access/content-access';
import { UID } from '../constants';
import { checkSections, checkText } from './check-sections';
import { lookAround } from './surroundings';

export const SECTIONS = {
  on: {
    'lesson.text': true,
    'lesson.code': true,
    'lesson.callout': true,
    'lesson.image': { populate: { picture: true } },
    'lesson.video': { populate: { file: true } },
    'lesson.attachments': { populate: { files: true } },
    'lesson.quiz': { populate: { questions: { populate: { options: true } } } },
  },
};

const untranslated = (rows: { locale?: string }[]): Finding[] =>
  LOCALES.filter((locale) => !rows.some((row) => row.locale === locale)).map((locale) => ({
    kind: 'translation-missing',
    locale,
  }));

const notThere = (): Error => new errors.NotFoundError('There is no such draft in this language');

async function lessonFindings(strapi: Core.Strapi, row: any, code: string): Promise<Finding[]> {
  const about = { code, slug: row.slug ?? '', locale: row.locale };
  return checkSections(row.sections ?? [], await lookAround(strapi, about, row.sections ?? []));
}

/**
 * What an author should see to before a lesson is published, in the draft of one language.
 * @throws NotFoundError (404), ForbiddenError (403)
 */
export async function checkLesson(
  strapi: Core.Strapi,
  access: ContentAccess,
  documentId: string,
  locale: string,
): Promise<Finding[]> {
  const rows = await strapi.db
    .query(UID.lesson)
    .findMany({ where: { documentId, publishedAt: null }, populate: { sections: SECTIONS } as never });
  const row = rows.find((one) => one.locale === locale);
  if (!row) throw notThere();
  access.demand('read', UID.lesson, row);
  const modules = await strapi.db
    .query(UID.module)
    .findMany({ where: { documentId: row.moduleKey ?? '-' }, select: ['code', 'locale', 'publishedAt'] });
  const isThere = modules.some((module) => module.publishedAt && module.locale === locale);
  return [
    ...untranslated(rows),
    ...(isThere ? [] : [{ kind: 'module-unpublished' as const }]),
    ...(await lessonFindings(strapi, row, modules[0]?.code ?? '')),
  ];
}

/**
 * The same of a module, with how much there is to see to in each of its lessons.
 * @throws NotFoundError (404), ForbiddenError (403)
 */
export async function checkModule(
  strapi: Core.Strapi,
  access: ContentAccess,
  documentId: string,
  locale: string,
): Promise<Finding[]> {
  const rows = await strapi.db
    .query(UID.module)
    .findMany({ where: { documentId, publishedAt: null }, populate: { cover: true, teacher: true } });
  const row: any = rows.find((one) => one.locale === locale);
  if (!row) throw notThere();
  access.demand('read', UID.module, row);
  const findings = untranslated(rows);
  if (!row.summary?.trim()) findings.push({ kind: 'summary-missing' });
  if (!row.description?.trim()) findings.push({ kind: 'description-missing' });
  else {
    const about = { code: row.code, slug: '', locale };
    const around = await lookAround(strapi, about, [{ body: row.description }]);
    findings.push(...checkText(row.description, null, around));
  }
  if (!row.teacher) findings.push({ kind: 'teacher-missing' });
  if (!row.cover) findings.push({ kind: 'cover-missing' });
  return [...findings, ...(await findingsInLessons(strapi, documentId, row.code, locale))];
}

async function findingsInLessons(
  strapi: Core.Strapi,
  moduleKey: string,
  code: string,
  locale: string,
): Promise<Finding[]> {
  const drafts = await strapi.db.query(UID.lesson).findMany({
    where: { moduleKey, publishedAt: null },
    orderBy: [{ position: 'asc' }],
    populate: { sections: SECTIONS } as never,
  });
  if (drafts.length === 0) return [{ kind: 'no-lessons' }];
  const findings: Finding[] = [];
  for (const lessonKey of new Set(drafts.map((draft) => draft.documentId as string))) {
    const translations = drafts.filter((draft) => draft.documentId === lessonKey);
    const row = translations.find((draft) => draft.locale === locale) ?? translations[0];
    const count = untranslated(translations).length + (await lessonFindings(strapi, row, code)).length;
    if (count > 0)
      findings.push({ kind: 'lesson', lessonKey, title: row.title ?? row.slug, findings: count });
  }
  return findings;
}
