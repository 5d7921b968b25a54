import {
  FEEDBACK_MAX_LENGTH,
  type ChangeError,
  type ChangeProblem,
  type MarkChange,
  type MarkConflict,
} from '../../../shared/contracts/gradebook';
import { markProblem, type Scale } from '../../../shared/mark-scale';
import type { RequestedChange } from '../bodies/save-marks';
import type { StoredGrade } from './grades';

export const changeError = (
  enrollmentKey: string,
  message: ChangeProblem,
  field: 'mark' | 'feedback' = 'mark',
): ChangeError => ({ path: [enrollmentKey, field], message, name: 'ValidationError' });

/** What is wrong with these changes, cell by cell, without a look at what is stored (M3). */
export function problemsOf(changes: RequestedChange[], scale: Scale): ChangeError[] {
  const seen = new Set<string>();
  return changes.flatMap(({ enrollmentKey, mark, feedback }) => {
    const found: ChangeError[] = [];
    if (seen.has(enrollmentKey)) found.push(changeError(enrollmentKey, 'twice'));
    seen.add(enrollmentKey);
    const problem = markProblem(mark, scale);
    if (problem) found.push(changeError(enrollmentKey, problem));
    if ((feedback?.length ?? 0) > FEEDBACK_MAX_LENGTH) {
      found.push(changeError(enrollmentKey, 'feedback-too-long', 'feedback'));
    }
    return found;
  });
}

/** Which changes were made upon a revision that is no longer the stored one (M4). */
export function conflictsOf(changes: MarkChange[], stored: Map<string, StoredGrade>): MarkConflict[] {
  return changes.flatMap(({ enrollmentKey, revision }) => {
    const grade = stored.get(enrollmentKey);
    if ((grade?.revision ?? 0) === revision) return [];
    return [
      {
        enrollmentKey,
        mark: grade?.mark ?? null,
        feedback: grade?.feedback ?? '',
        revision: grade?.revision ?? 0,
        changedBy: grade?.gradedBy ?? null,
      },
    ];
  });
}
