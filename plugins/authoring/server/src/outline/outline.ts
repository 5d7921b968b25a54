import type { Core } from '@strapi/types';
import type { ModulesResponse, ModuleSummary, Outline } from '../../../shared/contracts/outline';
import type { ContentAccess } from '../access/content-access';
import { UID } from '../constants';
import {
  byDocument,
  draftIn,
  inLanguages,
  lessonRows,
  moduleRows,
  rowsOfModule,
  type ModuleRow,
} from './rows';

/** The modules that somebody may read, by their code. */
export async function listModules(
  strapi: Core.Strapi,
  access: ContentAccess,
  locale: string,
): Promise<ModulesResponse['data']> {
  const readable = await moduleRows(strapi, access.readable(UID.module));
  const lessons: { key: string; count: string }[] = await strapi.db
    .connection('lessons')
    .whereNull('published_at')
    .groupBy('module_key')
    .select('module_key as key')
    .countDistinct('document_id as count');
  const counts = new Map(lessons.map(({ key, count }) => [key, Number(count)]));
  const modules = [...byDocument(readable)].map(([moduleKey, rows]) => ({
    ...summarise(moduleKey, rows, locale),
    lessons: counts.get(moduleKey) ?? 0,
  }));
  return {
    modules: modules.sort((a, b) => a.code.localeCompare(b.code)),
    may: { create: access.can('create', UID.module, {}) },
  };
}

function summarise(moduleKey: string, rows: ModuleRow[], locale: string): Omit<ModuleSummary, 'lessons'> {
  const draft = draftIn(rows, locale);
  return {
    moduleKey,
    code: draft?.code ?? '',
    name: draft?.name ?? '',
    languages: inLanguages(rows, (_, state) => state),
  };
}

/**
 * One module with its lessons in order.
 * @throws NotFoundError (404), ForbiddenError (403)
 */
export async function outlineOf(
  strapi: Core.Strapi,
  access: ContentAccess,
  moduleKey: string,
  locale: string,
): Promise<Outline> {
  const rows = await rowsOfModule(strapi, moduleKey);
  access.demand('read', UID.module, { documentId: moduleKey });
  const lessons = [...byDocument(await lessonRows(strapi, moduleKey))].map(([lessonKey, of]) => ({
    lessonKey,
    slug: of[0]?.slug ?? '',
    minutes: of[0]?.minutes ?? null,
    texts: inLanguages(of, ({ title }, state) => ({ title, state })),
  }));
  return {
    ...summarise(moduleKey, rows, locale),
    lessons,
    may: {
      reorder: access.can('update', UID.lesson, { moduleKey }),
      addLesson: access.can('create', UID.lesson, { moduleKey }),
      duplicate: access.can('create', UID.module, {}) && access.can('create', UID.lesson, { moduleKey: '' }),
    },
  };
}
