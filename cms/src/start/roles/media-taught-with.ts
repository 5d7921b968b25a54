import type { Core } from '@strapi/types';
import { runSql } from '../../database/run-sql';

/** The ids of files that the covers and lessons of these modules show, and the teacher's own profile. */
export async function mediaTaughtWith(
  strapi: Core.Strapi,
  userId: number,
  moduleKeys: string[],
): Promise<number[]> {
  const rows = await runSql<{ id: number }>(
    strapi,
    `select distinct shown.file_id as id from files_related_mph shown
     where (shown.related_type = 'api::module.module'
            and shown.related_id in (select id from modules where document_id = any(?)))
        or (shown.related_type = 'api::teacher-profile.teacher-profile'
            and shown.related_id in (select id from teacher_profiles where admin_user_key = ?))
        or exists (select from lessons_cmps section join lessons on lessons.id = section.entity_id
                   where section.component_type = shown.related_type and section.cmp_id = shown.related_id
                     and lessons.module_key = any(?))`,
    [moduleKeys, String(userId), moduleKeys],
  );
  return rows.length > 0 ? rows.map(({ id }) => id) : [-1];
}
