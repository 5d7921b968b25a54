/** What runs a statement: the pool of an application, or a client of pg. */
export type RunSql = (text: string, values: unknown[]) => Promise<unknown>;

export interface Crowd {
  /** documentId of a module; every student of the crowd is in it. */
  moduleKey: string;
  /** Begins every username: `${prefix}-1`, `${prefix}-2`, and so on. */
  prefix: string;
  size: number;
  /** What everybody got; null: nobody has a mark. */
  mark: number | null;
}

/**
 * A class of thousands, in a handful of statements: students (who cannot log in), enrollments and, where there is a mark,
 * grades. As the application would have written them, without its events; to measure with, and to fail with.
 */
export async function addCrowd(run: RunSql, { moduleKey, prefix, size, mark }: Crowd): Promise<void> {
  const id = (what: string) => `substr(md5('${what}:' || $1 || ':' || number), 1, 24)`;
  await run(
    `with made as (
       insert into up_users (document_id, username, email, first_name, last_name, language, provider,
                             confirmed, blocked, created_at, updated_at, published_at)
       select ${id('user')}, $1 || '-' || number, $1 || '-' || number || '@students.example', 'Student', number::text,
              case when number % 2 = 0 then 'es' else 'en' end, 'local', true, false, now(), now(), now()
       from generate_series(1, $2::int) as number
       returning id)
     insert into up_users_role_lnk (user_id, role_id)
     select made.id, (select id from up_roles where type = 'student') from made`,
    [prefix, size],
  );
  await run(
    `with crowd as (select id, document_id from up_users where username ~ ('^' || $1 || '-[0-9]+$')),
     made as (
       insert into enrollments (document_id, enrolled_at, standing, student_key, module_key, pair_key,
                                created_at, updated_at, published_at)
       select substr(md5('enrollment:' || document_id || $2), 1, 24), now(), 'active', document_id, $2,
              document_id || ':' || $2, now(), now(), now()
       from crowd
       returning id, student_key),
     of_module as (
       insert into enrollments_module_lnk (enrollment_id, module_id)
       select made.id, modules.id from made join modules on modules.document_id = $2 and locale = 'en')
     insert into enrollments_student_lnk (enrollment_id, user_id)
     select made.id, crowd.id from made join crowd on crowd.document_id = made.student_key`,
    [prefix, moduleKey],
  );
  if (mark === null) return;
  await run(
    `with chosen as (
       select enrollments.id, enrollments.document_id from enrollments
       join up_users on up_users.document_id = enrollments.student_key
       where module_key = $2 and username ~ ('^' || $1 || '-[0-9]+$')),
     made as (
       insert into grades (document_id, mark, graded_by, graded_at, revision, enrollment_key,
                           created_at, updated_at, published_at)
       select substr(md5('grade:' || document_id), 1, 24), $3::numeric, 'Lumino', now(), 1, document_id, now(), now(), now()
       from chosen
       returning id, enrollment_key)
     insert into grades_enrollment_lnk (grade_id, enrollment_id)
     select made.id, chosen.id from made join chosen on chosen.document_id = made.enrollment_key`,
    [prefix, moduleKey, mark],
  );
}
