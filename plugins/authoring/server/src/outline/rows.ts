import type { Core } from '@strapi/types';
import { errors } from '@strapi/utils';
import { LOCALES, type InLanguages, type Locale, type TextState } from '../../../shared/contracts/outline';
import { UID } from '../constants';

/** One language of a document in one state: each has a draft, and a second row once it is published. */
export interface Row {
  documentId: string;
  locale: string;
  publishedAt: string | null;
  updatedAt: string;
}
export interface ModuleRow extends Row {
  code: string;
  name: string;
}
export interface LessonRow extends Row {
  moduleKey: string;
  slug: string;
  title: string;
  position: number;
  minutes: number | null;
}

const STATE = ['documentId', 'locale', 'publishedAt', 'updatedAt'];

export const moduleRows = async (strapi: Core.Strapi, where: Record<string, unknown>): Promise<ModuleRow[]> =>
  (await strapi.db.query(UID.module).findMany({ where, select: [...STATE, 'code', 'name'] })) as never;

export const lessonRows = async (strapi: Core.Strapi, moduleKey: string): Promise<LessonRow[]> =>
  (await strapi.db.query(UID.lesson).findMany({
    where: { moduleKey },
    select: [...STATE, 'moduleKey', 'slug', 'title', 'position', 'minutes'],
    orderBy: [{ position: 'asc' }, { slug: 'asc' }],
  })) as never;

/** @throws NotFoundError (404) for a module that there is not. */
export async function rowsOfModule(strapi: Core.Strapi, moduleKey: string): Promise<ModuleRow[]> {
  const rows = await moduleRows(strapi, { documentId: moduleKey });
  if (rows.length === 0) throw new errors.NotFoundError('There is no such module');
  return rows;
}

/** Rows by document, in the order in which documents appear first. */
export function byDocument<Kind extends Row>(rows: Kind[]): Map<string, Kind[]> {
  const documents = new Map<string, Kind[]>();
  for (const row of rows) documents.set(row.documentId, [...(documents.get(row.documentId) ?? []), row]);
  return documents;
}

/** What is taken from each language's draft, with the state of that language. */
export function inLanguages<Kind extends Row, Value>(
  rows: Kind[],
  take: (draft: Kind, state: TextState) => Value,
): InLanguages<Value> {
  const of = (locale: Locale): Value | null => {
    const draft = rows.find((row) => row.locale === locale && !row.publishedAt);
    const published = rows.find((row) => row.locale === locale && row.publishedAt);
    return draft ? take(draft, stateOf(draft, published)) : null;
  };
  return Object.fromEntries(LOCALES.map((locale) => [locale, of(locale)])) as InLanguages<Value>;
}

/** As Strapi's own pages say it. */
function stateOf(draft: Row, published: Row | undefined): TextState {
  if (!published) return 'draft';
  return new Date(draft.updatedAt) > new Date(published.updatedAt) ? 'modified' : 'published';
}

/** A draft in this language, or else in another one. */
export const draftIn = <Kind extends Row>(rows: Kind[], locale: string): Kind | undefined => {
  const drafts = rows.filter((row) => !row.publishedAt);
  return drafts.find((row) => row.locale === locale) ?? drafts[0];
};
