import type { Core } from '@strapi/types';
import { CERTIFICATE, ISSUE_RUN } from '../constants';

/** What was issued when there was one source only, and its name was not kept, came from the first. */
export async function adoptRows(strapi: Core.Strapi, source: string): Promise<void> {
  for (const uid of [CERTIFICATE, ISSUE_RUN])
    await strapi.db.query(uid).updateMany({ where: { source: { $null: true } }, data: { source } });
}
