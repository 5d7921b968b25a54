import type { Knex } from 'knex';

/**
 * What Strapi's schema cannot say: uniqueness among the rows of one language and one state. Each document has a draft and
 * a published row per language, so the plain column cannot be unique.
 *
 * On an empty database this runs before Strapi has made its tables, so it has Strapi make them first. Indexes made by
 * hand are left alone by Strapi's schema sync, since they are not in the schema it stored; a test looks for them after a
 * second start.
 */
export async function up(trx: Knex, db: { schema: { syncSchema(): Promise<unknown> } }): Promise<void> {
  if (!(await trx.schema.hasTable('modules'))) await db.schema.syncSchema();

  for (const [state, condition] of [
    ['draft', 'published_at is null'],
    ['published', 'published_at is not null'],
  ]) {
    await trx.raw(
      `create unique index if not exists lumino_modules_code_${state} on modules (code, locale) where ${condition}`,
    );
    await trx.raw(
      `create unique index if not exists lumino_lessons_slug_${state} on lessons (module_key, slug, locale) where ${condition}`,
    );
  }
  await trx.raw('create index if not exists lumino_lessons_module on lessons (module_key, position)');
  await trx.raw('create unique index if not exists lumino_users_email on up_users (lower(email))');
  await trx.raw('create unique index if not exists lumino_users_username on up_users (lower(username))');
  await trx.raw('create index if not exists lumino_enrollments_module on enrollments (module_key)');
  await trx.raw('create index if not exists lumino_enrollments_student on enrollments (student_key)');
  await trx.raw(
    'create index if not exists lumino_grade_changes_enrollment on grade_changes (enrollment_key, at)',
  );
  await trx.raw('create index if not exists lumino_progress_enrollment on lesson_progress (enrollment_key)');
  await trx.raw('create index if not exists lumino_sessions_user on site_sessions (user_key)');
}

export async function down(trx: Knex): Promise<void> {
  const { rows } = await trx.raw("select indexname from pg_indexes where indexname like 'lumino\\_%'");
  for (const { indexname } of rows) await trx.raw('drop index if exists ??', [indexname]);
}
