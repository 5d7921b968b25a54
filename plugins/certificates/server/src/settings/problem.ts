import { errors } from '@strapi/utils';
import type { z } from 'zod';
import type { SettingsProblem } from '../../../shared/contracts/settings';

/** What a schema says, as the contract wants it. */
export const asProblem = (issue: z.core.$ZodIssue): SettingsProblem => ({
  path: issue.path.map(String),
  message: issue.message,
  code: (issue.code === 'custom' && (issue.params?.code as string | undefined)) || issue.code,
});

/** 400, with each problem and its place. */
export const unusable = (problems: SettingsProblem[], what = 'The settings'): Error =>
  new errors.ValidationError(
    `${what} cannot be used: ${problems.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ')}`,
    { errors: problems },
  );

export const inside = (path: string[], problems: SettingsProblem[]): SettingsProblem[] =>
  problems.map((problem) => ({ ...problem, path: [...path, ...problem.path] }));
