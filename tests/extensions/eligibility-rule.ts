import type { Rule } from '@lumino/strapi-plugin-certificates/strapi-server';
import type { Core } from '@strapi/types';

/** No certificate below two thirds of the highest mark. Staff choose it under Settings, Certificates. */
export const twoThirds: Rule = {
  key: 'two-thirds',
  name: { en: 'At least two thirds of the highest mark', es: 'Al menos dos tercios de la nota máxima' },
  kinds: ['module'],
  order: 'post',
  byDefault: false,
  evaluate({ achievements }) {
    const low = achievements.filter(({ mark, maximumMark }) => (mark ?? 0) < (maximumMark * 2) / 3);
    if (low.length === 0) return { eligible: true };
    return {
      eligible: false,
      rule: 'two-thirds',
      reason: 'too-low',
      details: { modules: low.map(({ code }) => code) },
    };
  },
};

/** In `register()`. */
export function register({ strapi }: { strapi: Core.Strapi }): void {
  strapi.plugin('certificates').service('extensions').registerRule(twoThirds);
}
