import { errors } from '@strapi/utils';
import type { ArchiveProblem, CourseProblem } from '../../../shared/contracts/transfer';

/** 400, with the reason that a program can read. @param path of the file that is at fault */
export const transferError = (
  reason: ArchiveProblem | CourseProblem,
  path: string | null = null,
  detail = '',
): Error =>
  new errors.ValidationError(`The archive cannot be imported: ${reason}`, { reason, path, detail } as never);
