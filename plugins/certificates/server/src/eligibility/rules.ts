import type { Rule } from './facts';

const YES = { eligible: true } as const;

export const offered: Rule = {
  key: 'offered',
  order: 'pre',
  evaluate: ({ offered }) => (offered ? YES : { eligible: false, rule: 'offered', reason: 'not-offered' }),
};

export const hasAchievements: Rule = {
  key: 'has-achievements',
  order: 'pre',
  evaluate: ({ achievements }) =>
    achievements.length > 0 ? YES : { eligible: false, rule: 'has-achievements', reason: 'no-enrollment' },
};

export const allMarksSet: Rule = {
  key: 'all-marks-set',
  order: 'default',
  evaluate({ achievements }) {
    const missing = achievements.filter(({ mark }) => mark === null).map(({ code }) => code);
    if (missing.length === 0) return YES;
    return { eligible: false, rule: 'all-marks-set', reason: 'marks-missing', details: { modules: missing } };
  },
};

/** For the module certificate alone: a grade certificate lists what was passed and what was not. */
export const passMarkReached: Rule = {
  key: 'pass-mark-reached',
  order: 'default',
  evaluate({ kind, achievements }) {
    if (kind !== 'module' || achievements.every(({ mark, passMark }) => mark !== null && mark >= passMark))
      return YES;
    return { eligible: false, rule: 'pass-mark-reached', reason: 'not-passed' };
  },
};

export const BUILT_IN_RULES = [offered, hasAchievements, allMarksSet, passMarkReached];
