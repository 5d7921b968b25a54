import type { Core } from '@strapi/types';
import type { PreviewStatus } from '../../../shared/contracts/preview';
import { localeOf } from '../../locale/pick-locale';
import { mayRead } from './may-read';
import type { Preview } from './services/preview';

/** What the admin asks to see; all of it may come from an address. */
export interface PreviewRequest {
  uid: string;
  documentId?: unknown;
  locale?: unknown;
  status?: unknown;
}

const MODULE = 'api::module.module';
const LESSON = 'api::lesson.lesson';

/** The preview somebody of the admin may have of this, or null: there is no such thing, or it is not theirs to read. */
export async function previewTarget(
  strapi: Core.Strapi,
  adminUserKey: string,
  { uid, documentId, locale, status }: PreviewRequest,
): Promise<Omit<Preview, 'documentId' | 'expiresAt'> | null> {
  if ((uid !== MODULE && uid !== LESSON) || typeof documentId !== 'string') return null;
  const version: PreviewStatus = status === 'published' ? 'published' : 'draft';
  const language = localeOf(locale);
  const rows = await strapi.db.query(uid).findMany({ where: { documentId, publishedAt: null } });
  const row = rows.find((one) => one.locale === language) ?? rows[0];
  const moduleKey = uid === MODULE ? documentId : row?.moduleKey;
  if (!row || !moduleKey || !(await mayRead(strapi, adminUserKey, uid, row))) return null;
  return { adminUserKey, moduleKey, lessonKey: uid === LESSON ? documentId : null, language, version };
}
