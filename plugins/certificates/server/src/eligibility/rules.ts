import { KINDS } from '../../../shared/contracts/certificate';
import type { Decision, Rule } from './facts';

const YES = { eligible: true } as const;
const no = (rule: string, reason: string, details?: Record<string, unknown>): Decision => ({
  eligible: false,
  rule,
  reason,
  ...(details ? { details } : {}),
});
const BOTH = [...KINDS];

export const offered: Rule = {
  key: 'offered',
  name: { en: 'Certificates are offered', es: 'Se ofrecen certificados' },
  kinds: BOTH,
  order: 'pre',
  evaluate: ({ offered }) => (offered ? YES : no('offered', 'not-offered')),
};

export const hasAchievements: Rule = {
  key: 'has-achievements',
  name: { en: 'There is something to certify', es: 'Hay algo que certificar' },
  kinds: BOTH,
  order: 'pre',
  evaluate: ({ achievements }) => (achievements.length > 0 ? YES : no('has-achievements', 'no-enrollment')),
};

/** A person decides: neither a saved mark nor the recipient's asking is enough. */
export const manual: Rule = {
  key: 'manual',
  name: { en: 'Only staff issue it', es: 'Solo lo emite el personal' },
  kinds: BOTH,
  order: 'pre',
  byDefault: false,
  evaluate: (_facts, { asked }) => (asked === 'staff' ? YES : no('manual', 'staff-only')),
};

export const allMarksSet: Rule = {
  key: 'all-marks-set',
  name: { en: 'Every mark is set', es: 'Todas las calificaciones están puestas' },
  kinds: BOTH,
  order: 'default',
  evaluate({ achievements }) {
    const modules = achievements.filter(({ mark }) => mark === null).map(({ code }) => code);
    return modules.length === 0 ? YES : no('all-marks-set', 'marks-missing', { modules });
  },
};

/** For the module certificate alone: a grade certificate lists what was passed and what was not. */
export const passMarkReached: Rule = {
  key: 'pass-mark-reached',
  name: { en: 'The pass mark is reached', es: 'Se alcanza la calificación mínima' },
  kinds: ['module'],
  order: 'default',
  evaluate({ achievements }) {
    const short = achievements.find(({ mark, passMark }) => mark === null || mark < passMark);
    if (!short) return YES;
    return no('pass-mark-reached', 'not-passed', { mark: short.mark ?? '–', passMark: short.passMark });
  },
};

export const lessonsDone: Rule = {
  key: 'lessons-done',
  name: { en: 'Every lesson is done', es: 'Todas las lecciones están hechas' },
  kinds: BOTH,
  order: 'default',
  byDefault: false,
  evaluate({ achievements }) {
    const unknown = achievements.filter(({ lessons }) => !lessons).map(({ code }) => code);
    if (unknown.length > 0) return no('lessons-done', 'lessons-unknown', { modules: unknown });
    const open = achievements.filter(({ lessons }) => lessons && lessons.done < lessons.total);
    if (open.length === 0) return YES;
    return no('lessons-done', 'lessons-missing', {
      modules: open.map(({ code, lessons }) => `${code} ${lessons?.done}/${lessons?.total}`),
    });
  },
};

export const BUILT_IN_RULES = [offered, hasAchievements, manual, allMarksSet, passMarkReached, lessonsDone];
