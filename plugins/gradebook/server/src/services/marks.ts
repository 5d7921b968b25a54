import type { Core } from '@strapi/types';
import { errors } from '@strapi/utils';
import type { ChangeError, MarkChange, MarkConflict, SavedGrade } from '../../../shared/contracts/gradebook';
import type { RequestedChange } from '../bodies/save-marks';
import { UID } from '../constants';
import { changeError, conflictsOf, problemsOf } from './check-changes';
import { gradesOf } from './grades';
import { lockGrades } from './lock-grades';
import type { GradedModule } from './module-rows';

export type SaveResult =
  { outcome: 'saved'; rows: SavedGrade[] } | { outcome: 'conflict'; conflicts: MarkConflict[] };

const refuse = (found: ChangeError[]): Error =>
  new errors.ValidationError('Some marks cannot be saved; none was', { errors: found });

/** What the application refuses was right here a moment ago: the scale changed meanwhile, for instance. */
async function written(writing: Promise<void>): Promise<void> {
  try {
    await writing;
  } catch (error) {
    if (!(error instanceof errors.ValidationError)) throw error;
    const found = (error.details as { errors?: { path: string[] }[] }).errors ?? [];
    throw refuse(found.map(({ path }) => changeError(path[0] ?? '', 'refused')));
  }
}

/** Saves the marks of a class: all of them, or none (M2). */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  /** Only of this module's enrollments: a conflict tells the stored mark, and other modules' are not for everybody (M6). */
  async function conflictsNow({ moduleKey }: GradedModule, changes: MarkChange[]): Promise<MarkConflict[]> {
    const keys = changes.map((change) => change.enrollmentKey);
    const own = await strapi.db.query(UID.enrollment).findMany({
      where: { documentId: { $in: keys }, moduleKey },
      select: ['documentId'],
    });
    const ownKeys = new Set(own.map((enrollment) => enrollment.documentId as string));
    const ownChanges = changes.filter((change) => ownKeys.has(change.enrollmentKey));
    return conflictsOf(ownChanges, await gradesOf(strapi, [...ownKeys]));
  }

  const transaction = async (module: GradedModule, changes: MarkChange[]): Promise<SaveResult> =>
    strapi.db.transaction(async ({ trx }): Promise<SaveResult> => {
      const keys = changes.map((change) => change.enrollmentKey);
      const enrolled = await lockGrades(strapi, trx, module.moduleKey, keys);
      const strangers = keys.filter((key) => !enrolled.has(key));
      if (strangers.length > 0) throw refuse(strangers.map((key) => changeError(key, 'not-enrolled')));

      const before = await gradesOf(strapi, keys);
      const conflicts = conflictsOf(changes, before);
      if (conflicts.length > 0) return { outcome: 'conflict', conflicts };

      // By the application's own rules: they check, count the revision up and keep the history.
      await written(strapi.service(UID.classMarks).write(changes));

      const after = await gradesOf(strapi, keys);
      const rows = keys.map((enrollmentKey) => {
        const grade = after.get(enrollmentKey);
        return {
          enrollmentKey,
          mark: grade?.mark ?? null,
          feedback: grade?.feedback ?? '',
          revision: grade?.revision ?? 0,
        };
      });
      return { outcome: 'saved', rows };
    });

  return {
    /**
     * @throws ValidationError (400) with `details.errors`, one `ChangeError` for each cell that cannot be saved. Nothing is
     * saved then, nor when the outcome is `conflict`.
     */
    async save(module: GradedModule, requested: RequestedChange[]): Promise<SaveResult> {
      const problems = problemsOf(requested, module.scale);
      if (problems.length > 0) throw refuse(problems);
      const changes = requested as MarkChange[];
      try {
        return await transaction(module, changes);
      } catch (error) {
        // A first mark made elsewhere (the content manager takes no lock of ours) meets the unique enrollmentKey. Whoever
        // comes second is told as for any other change.
        const conflicts = await conflictsNow(module, changes);
        if (conflicts.length > 0) return { outcome: 'conflict', conflicts };
        throw error;
      }
    },
  };
};
