import type { Rule, Source } from '../../../plugins/certificates/server/src/index.ts';

/** Key of a recipient whose source breaks. */
export const BREAKS = 'breaks';
/** Keys of recipients who have left. */
export const gone = new Set<string>();

/** A school of talks: its subjects are no content of Lumino's, and one has the code of one of Lumino's modules. */
export const talksSource = (): Source => ({
  key: 'talks',
  rules: { grade: ['manual'] },
  watch: [],
  recipientKeyOf: () => null,
  affected: async () => [],
  async facts({ kind, recipientKey, subject }) {
    if (recipientKey === BREAKS) throw new Error('the list of talks is lost');
    if (gone.has(recipientKey)) return null;
    return {
      kind,
      recipient: {
        key: recipientKey,
        name: `Visitor ${recipientKey}`,
        email: `${recipientKey}@talks.example`,
        language: recipientKey.endsWith('-es') ? 'es' : 'en',
        fileStem: recipientKey,
      },
      subject: subject ?? null,
      achievements: [{ code: subject ?? 'ALL', name: 'On talking', mark: 9, maximumMark: 10, passMark: 5 }],
      offered: true,
      evidence: { feesPaid: !recipientKey.includes('poor') },
    };
  },
});

export const feesPaid: Rule = {
  key: 'fees-paid',
  name: { en: 'Fees are paid', es: 'Las cuotas están pagadas' },
  kinds: ['module'],
  order: 'post',
  evaluate: ({ evidence }) =>
    evidence?.feesPaid
      ? { eligible: true }
      : { eligible: false, rule: 'fees-paid', reason: 'fees-open', details: { months: 2 } },
};

export const explosiveRule: Rule = {
  key: 'explosive',
  name: { en: 'Explodes', es: 'Explota' },
  kinds: ['module'],
  order: 'post',
  byDefault: false,
  evaluate() {
    throw new Error('boom');
  },
};
