import type { RunSql } from '../site/seed.ts';

export const MODULE = { key: 'benchmodule', code: 'BENCH' };

/** One published module with a class in it, as sign-up and enrolment write it; nobody has a mark. */
export async function seedClass(run: RunSql, students: number): Promise<void> {
  await run(
    'truncate modules, lessons, enrollments, grades, grade_changes, lesson_progress, up_users cascade',
  );
  await run(
    `insert into modules (document_id, code, name, summary, mark_min, mark_max, pass_mark, certificates, locale, created_at,
                          updated_at, published_at)
     select $1::text, $2::text, 'A large class', 'Measured', 1, 10, 5, 'on-request', 'en', now(), now(), published
     from (values (null::timestamp), (now()::timestamp)) as version (published)`,
    [MODULE.key, MODULE.code],
  );
  await run(
    `insert into lessons (document_id, title, slug, module_key, position, minutes, locale, created_at, updated_at, published_at)
     select 'lesson-' || n, 'Lesson ' || n, 'lesson-' || n, $1::text, n, 10, 'en', now(), now(), now()
     from generate_series(1, 20) as n`,
    [MODULE.key],
  );
  await run(
    `insert into lessons_module_lnk (lesson_id, module_id)
     select lessons.id, modules.id from lessons join modules on modules.published_at is not null`,
  );
  await run(
    `insert into up_users (document_id, username, email, first_name, last_name, language, provider, confirmed, blocked,
                           created_at, updated_at, published_at)
     select 'student-' || n, 'student' || n, 'student' || n || '@students.example', 'First' || n,
            'Last' || lpad(n::text, 6, '0'), 'en', 'local', true, false, now(), now(), now()
     from generate_series(1, $1::int) as n`,
    [students],
  );
  await run(
    `insert into enrollments (document_id, enrolled_at, standing, student_key, module_key, pair_key, created_at, updated_at,
                              published_at)
     select 'enrollment-' || document_id, now(), 'active', document_id, $1::text, document_id || ':' || $1::text, now(), now(), now()
     from up_users`,
    [MODULE.key],
  );
  await run(
    `insert into enrollments_student_lnk (enrollment_id, user_id)
     select enrollments.id, up_users.id from enrollments join up_users on up_users.document_id = enrollments.student_key`,
  );
  await run(
    `insert into enrollments_module_lnk (enrollment_id, module_id)
     select enrollments.id, modules.id from enrollments join modules on modules.published_at is null`,
  );
  // Half of the class has done half of the lessons.
  await run(
    `insert into lesson_progress (document_id, enrollment_key, lesson_key, pair_key, completed_at, created_at, updated_at,
                                  published_at)
     select enrollments.document_id || n, enrollments.document_id, 'lesson-' || n, enrollments.document_id || ':' || n, now(),
            now(), now(), now()
     from enrollments, generate_series(1, 10) as n where enrollments.id % 2 = 0`,
  );
  await run('analyze');
}
