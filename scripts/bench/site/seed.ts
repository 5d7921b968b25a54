import { createHash } from 'node:crypto';

/** What runs a statement: a client of pg. */
export type RunSql = (text: string, values?: unknown[]) => Promise<unknown>;

export interface School {
  modules: number;
  lessonsEach: number;
}

/** The one who reads in the benchmark; their session's token is no secret: the database is the benchmark's own. */
export const READER = { username: 'bench-reader', token: 'benchmark'.repeat(5) };
export const codeOf = (module: number): string => `M${String(module).padStart(4, '0')}`;
export const slugOf = (lesson: number): string => `lesson-${lesson}`;

/** A lesson’s text: headings, a list, a table and code, as lessons have them. */
const TEXT = `## What it is about

${'A sentence that says something about the subject of this lesson, and a *word* that matters. '.repeat(6)}

## How it is done

- First this, then that
- \`a = b + c\` and nothing else

| name | value |
| - | - |
| one | 1 |
| two | 2 |

\`\`\`python
def mean(values):
    return sum(values) / len(values)
\`\`\`

## What to remember

${'Another sentence that is as long as sentences are. '.repeat(8)}`;

const ofBoth = `(values ('en'), ('es')) as language(locale)`;

/** Fills an empty Lumino with published modules and lessons in both languages, and one student who is in all of them. */
export async function seedSchool(run: RunSql, { modules, lessonsEach }: School): Promise<void> {
  // No triggers: the search has to know of none of this, and would take longer than all the rest.
  await run('set session_replication_role = replica');
  await run('truncate modules, lessons, lesson_texts, lesson_codes, enrollments cascade');
  await run(
    `insert into modules (document_id, code, name, summary, description, mark_min, mark_max, pass_mark, certificates,
                          locale, created_at, updated_at, published_at)
     select 'module-' || n, 'M' || lpad(n::text, 4, '0'), 'Module ' || n || ' in ' || locale, 'What module ' || n || ' is about',
            $2::text, 1, 10, 5, 'off', locale, now(), now(), now()
     from generate_series(1, $1::int) as n, ${ofBoth}`,
    [modules, TEXT],
  );
  await run(
    `insert into lessons (document_id, title, slug, module_key, position, minutes, locale, created_at, updated_at, published_at)
     select 'lesson-' || m || '-' || n, 'Lesson ' || n || ' in ' || locale, 'lesson-' || n, 'module-' || m, n, 10, locale,
            now(), now(), now()
     from generate_series(1, $1::int) as m, generate_series(1, $2::int) as n, ${ofBoth}`,
    [modules, lessonsEach],
  );
  await run(
    `insert into lessons_module_lnk (lesson_id, module_id)
     select lessons.id, modules.id from lessons
     join modules on modules.document_id = lessons.module_key and modules.locale = lessons.locale`,
  );
  // Two sections each: a row of a component, and one that ties it to its lesson.
  for (const [component, table, columns, values, order] of [
    ['lesson.text', 'lesson_texts', 'id, body', '$1::text', 1],
    ['lesson.code', 'lesson_codes', 'id, language, code', `'js', left($1::text, 200)`, 2],
  ]) {
    await run(`insert into ${table} (${columns}) select id, ${values} from lessons`, [TEXT]);
    await run(
      `insert into lessons_cmps (entity_id, cmp_id, component_type, field, "order")
       select id, id, '${component}', 'sections', ${order} from lessons`,
    );
  }
  await run('set session_replication_role = origin');
  // Heard by whoever keeps pages.
  await run(`update modules set name = name where document_id = 'module-1'`);
  await seedReader(run);
  await run('analyze');
}

async function seedReader(run: RunSql): Promise<void> {
  await run('delete from up_users where username = $1', [READER.username]);
  await run(
    `with made as (
       insert into up_users (document_id, username, email, first_name, last_name, language, provider, confirmed, blocked,
                             created_at, updated_at, published_at)
       values ('reader', $1::text, $1::text || '@students.example', 'Bench', 'Reader', 'en', 'local', true, false, now(), now(), now())
       returning id)
     insert into up_users_role_lnk (user_id, role_id)
     select made.id, (select id from up_roles where type = 'student') from made`,
    [READER.username],
  );
  await run(
    `insert into enrollments (document_id, enrolled_at, standing, student_key, module_key, pair_key, created_at, updated_at,
                              published_at)
     select distinct 'enrollment-' || document_id, now(), 'active', 'reader', document_id, 'reader:' || document_id, now(), now(),
            now()
     from modules`,
  );
  await run('delete from site_sessions');
  await run(
    `insert into site_sessions (document_id, token_hash, user_key, expires_at, created_at, updated_at, published_at)
     values ('session', $1, 'reader', now() + interval '1 day', now(), now(), now())`,
    [createHash('sha256').update(READER.token).digest('hex')],
  );
}
