import { HAPPENINGS, OBSTACLES } from '../../../shared/contracts/administration';
import { BUILT_IN_RULES } from '../../../server/src/eligibility/rules';
import en from './en.json';
import es from './es.json';

/** The variables of an ICU message; what follows `one` or `other` is a text. */
const variables = (message: string): string[] =>
  [...new Set(message.match(/(?<=(?<!(?:one|other|=\d) )\{)\w+(?=[,}])/g) ?? [])].sort();

describe('what the administration of certificates says', () => {
  it('is there in Spanish for each English sentence, and the other way round', () => {
    expect(Object.keys(es).sort()).toEqual(Object.keys(en).sort());
  });

  it.each(Object.keys(en) as (keyof typeof en)[])('names the same facts in both languages: %s', (key) => {
    expect(variables(es[key])).toEqual(variables(en[key]));
  });

  it('has words for each obstacle and for everything in a timeline (C9)', () => {
    const needed = [
      ...OBSTACLES.map((one) => `reason.${one}`),
      ...HAPPENINGS.map((one) => `happening.${one}`),
    ];
    expect(needed.filter((key) => !(key in en))).toEqual([]);
  });

  it('has words for what each built-in rule says', () => {
    const facts = {
      kind: 'module' as const,
      recipient: { key: '', name: '', email: '', language: 'en', fileStem: '' },
      subject: null,
      achievements: [],
      offered: true,
    };
    const achievement = { code: 'A', name: 'A', maximumMark: 10, passMark: 5 };
    const said = [
      facts,
      { ...facts, offered: false },
      { ...facts, achievements: [{ ...achievement, mark: null }] },
      { ...facts, achievements: [{ ...achievement, mark: 1 }] },
      { ...facts, achievements: [{ ...achievement, mark: 1, lessons: { done: 1, total: 2 } }] },
    ].flatMap((one) =>
      BUILT_IN_RULES.map((rule) => rule.evaluate(one, { asked: 'recipient' })).flatMap((decision) =>
        decision.eligible ? [] : [`reason.${decision.reason}`],
      ),
    );
    expect(new Set(said).size).toBe(7);
    expect(said.filter((key) => !(key in en))).toEqual([]);
  });
});
