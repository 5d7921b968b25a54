import { errors } from '@strapi/utils';
import { z } from 'zod';
import { CHANGES_MAX } from '../../../shared/contracts/gradebook';

/**
 * A mark may be anything here: whether it is one depends on the module's scale, and a wrong one is told beside its cell,
 * by its enrollment and not by its place in the list.
 */
export interface RequestedChange {
  enrollmentKey: string;
  mark: unknown;
  feedback?: string;
  revision: number;
}

const SaveMarks = z.strictObject({
  changes: z
    .array(
      z.strictObject({
        enrollmentKey: z.string().min(1).max(64),
        mark: z.unknown(),
        feedback: z.string().optional(),
        revision: z.int().min(0),
      }),
    )
    .max(CHANGES_MAX),
});

/** @throws ValidationError (400), with one entry for each faulty field, for a body of another shape. */
export function parseSaveMarks(body: unknown): { changes: RequestedChange[] } {
  const result = SaveMarks.safeParse(body ?? {});
  if (result.success) return result.data;
  throw new errors.ValidationError('The changes are not in the form they should have', {
    errors: result.error.issues.map(({ path, message }) => ({
      path: path.map(String),
      message,
      name: 'ValidationError',
    })),
  });
}
