import type { Core } from '@strapi/types';
import { errors } from '@strapi/utils';
import { actorName } from '../../../documents/actor';
import { runSql } from '../../../database/run-sql';
import { markProblem } from '../scale';

export interface ClassMark {
  enrollmentKey: string;
  /** null: not graded yet. */
  mark: number | null;
  /** Left out: stays as it is. */
  feedback?: string | undefined;
}

interface Scale {
  enrollment_key: string;
  mark_min: string;
  mark_max: string;
}

const GRADE = 'api::grade.grade';

/** `wanted` is what is asked for, one row for each enrollment. */
const WANTED = `wanted as (
  select * from unnest(?::text[], ?::numeric[], ?::text[], ?::boolean[]) as t (enrollment_key, mark, feedback, has_feedback))`;
const NEW_FEEDBACK = `(wanted.has_feedback and coalesce(grades.feedback, '') <> coalesce(wanted.feedback, ''))`;
const NEW_KEY = `left(replace(gen_random_uuid()::text, '-', ''), 24)`;

/**
 * The marks of a whole class, written at once by the rules of `document-rules.ts`: inside the scale (M3), every change kept
 * (M7), the revision counted up (M4). The document service takes some forty statements for one mark; this takes five for
 * all of them. Whoever waits for changes of documents is told by nothing but `certificates`' own word.
 */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  async function check(marks: ClassMark[]): Promise<void> {
    const rows = await runSql<Scale>(
      strapi,
      // The published scale counts; a draft's only while nothing is published.
      `select distinct on (e.document_id) e.document_id as enrollment_key, m.mark_min, m.mark_max
       from enrollments e join modules m on m.document_id = e.module_key
       where e.document_id = any(?) order by e.document_id, m.published_at nulls last`,
      [marks.map(({ enrollmentKey }) => enrollmentKey)],
    );
    const scaleOf = new Map(rows.map((row) => [row.enrollment_key, row]));
    const found = marks.flatMap(({ enrollmentKey, mark }) => {
      const row = scaleOf.get(enrollmentKey);
      const problem = row
        ? markProblem(mark, { minimum: Number(row.mark_min), maximum: Number(row.mark_max) })
        : 'A grade needs an enrollment';
      return problem ? [{ path: [enrollmentKey, 'mark'], message: problem, name: 'ValidationError' }] : [];
    });
    if (found.length > 0) throw new errors.ValidationError('Some marks cannot be saved', { errors: found });
  }

  return {
    /**
     * Every mark or none. Each enrollment at most once; lock them before, if what they are now matters.
     * @throws ValidationError (400) with `details.errors`, one for each mark outside its scale.
     */
    async write(marks: ClassMark[]): Promise<void> {
      if (marks.length === 0) return;
      await strapi.db.transaction(async ({ onCommit }) => {
        await check(marks);
        const user = strapi.requestContext.get()?.state?.user as { id?: number } | undefined;
        const [actor, at, author] = [actorName(strapi), new Date(), user?.id ?? null];
        const wanted = [
          marks.map(({ enrollmentKey }) => enrollmentKey),
          marks.map(({ mark }) => mark),
          marks.map(({ feedback }) => feedback ?? null),
          marks.map(({ feedback }) => feedback !== undefined),
        ];
        await runSql(
          strapi,
          `with ${WANTED}
           insert into grade_changes (document_id, enrollment_key, "from", "to", feedback_from, feedback_to, actor, at,
                                      created_at, updated_at, published_at)
           select ${NEW_KEY}, wanted.enrollment_key, grades.mark, wanted.mark,
             case when ${NEW_FEEDBACK} then coalesce(grades.feedback, '') end,
             case when ${NEW_FEEDBACK} then coalesce(wanted.feedback, '') end, ?, ?, ?, ?, ?
           from wanted left join grades on grades.enrollment_key = wanted.enrollment_key
           where grades.mark is distinct from wanted.mark or ${NEW_FEEDBACK}`,
          [...wanted, actor, at, at, at, at],
        );
        const changed = await runSql<{ document_id: string }>(
          strapi,
          `with ${WANTED}
           update grades set mark = wanted.mark,
             feedback = case when wanted.has_feedback then wanted.feedback else grades.feedback end,
             graded_by = ?, graded_at = ?, updated_at = ?, updated_by_id = ?, revision = coalesce(grades.revision, 0) + 1
           from wanted where grades.enrollment_key = wanted.enrollment_key
             and (grades.mark is distinct from wanted.mark or ${NEW_FEEDBACK})
           returning grades.document_id`,
          [...wanted, actor, at, at, author],
        );
        const made = await runSql<{ document_id: string }>(
          strapi,
          `with ${WANTED}, made as (
             insert into grades (document_id, enrollment_key, mark, feedback, graded_by, graded_at, revision, created_at,
                                 updated_at, published_at, created_by_id, updated_by_id)
             select ${NEW_KEY}, wanted.enrollment_key, wanted.mark, wanted.feedback, ?, ?, 1, ?, ?, ?, ?, ?
             from wanted where (wanted.mark is not null or wanted.feedback <> '')
               and not exists (select from grades where grades.enrollment_key = wanted.enrollment_key)
             returning id, document_id, enrollment_key),
           linked as (
             insert into grades_enrollment_lnk (grade_id, enrollment_id)
             select made.id, enrollments.id from made join enrollments on enrollments.document_id = made.enrollment_key)
           select document_id from made`,
          [...wanted, actor, at, at, at, at, author, author],
        );
        const documentIds = [...changed, ...made].map((row) => row.document_id);
        onCommit(() => void strapi.plugin('certificates').service('intake').changed(GRADE, documentIds));
      });
    },
  };
};
