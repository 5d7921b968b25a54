import type { Rule } from '@lumino/strapi-plugin-certificates/strapi-server';

/**
 * No certificate without a word from the teacher. Asked only where staff choose it in the settings of certificates: a
 * school that writes no feedback would issue none.
 */
export const feedbackGiven: Rule = {
  key: 'feedback-given',
  name: { en: 'The teacher has given feedback', es: 'El docente dio su comentario' },
  kinds: ['grade', 'module'],
  order: 'post',
  byDefault: false,
  evaluate({ achievements }) {
    const modules = achievements
      .filter(({ evidence }) => evidence?.feedback !== true)
      .map(({ code }) => code);
    if (modules.length === 0) return { eligible: true };
    return { eligible: false, rule: 'feedback-given', reason: 'feedback-missing', details: { modules } };
  },
};
