import type { Core } from '@strapi/types';
import type { PublicPagesResponse } from '../../../../shared/contracts/search';

const MODULES = `
select module.code, greatest(max(module.published_at), max(lesson.published_at)) as changed
from modules module
left join lessons lesson on lesson.module_key = module.document_id and lesson.published_at is not null
where module.published_at is not null
group by module.code order by module.code`;

/** Of a teacher's page, whose list of modules changes with them. */
const TEACHERS = `
select teacher.slug, greatest(teacher.updated_at, max(module.published_at)) as changed
from teacher_profiles teacher
join modules_teacher_lnk taught on taught.teacher_profile_id = teacher.id
join modules module on module.id = taught.module_id and module.published_at is not null
group by teacher.id order by teacher.slug`;

/** What search engines may know of. A teacher of whom nothing is published is not among them. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async list(): Promise<PublicPagesResponse> {
    const [modules, teachers] = await Promise.all([
      strapi.db.connection.raw(MODULES),
      strapi.db.connection.raw(TEACHERS),
    ]);
    return {
      modules: modules.rows.map(({ code, changed }: any) => ({ code, changedAt: iso(changed) })),
      teachers: teachers.rows.map(({ slug, changed }: any) => ({ slug, changedAt: iso(changed) })),
    };
  },
});

const iso = (moment: string | Date): string => new Date(moment).toISOString();
