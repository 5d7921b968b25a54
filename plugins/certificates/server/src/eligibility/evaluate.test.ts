import { evaluate } from './evaluate';
import type { EligibilityFacts } from './facts';
import { BUILT_IN_RULES } from './rules';

const web = { code: 'WEB', name: 'The web', mark: 9, maximumMark: 10, passMark: 5 };

function facts(changes: Partial<EligibilityFacts> = {}): EligibilityFacts {
  return {
    kind: 'grade',
    recipient: {
      key: 'u1',
      name: 'Guido Rossi',
      email: 'guido@example.com',
      language: 'en',
      fileStem: 'guido',
    },
    subject: null,
    achievements: [web],
    offered: true,
    ...changes,
  };
}

describe('the grade certificate (C2)', () => {
  it('can be had when every module has a mark, also a failed one', () => {
    expect(
      evaluate(facts({ achievements: [web, { ...web, code: 'PRO', mark: 2 }] }), BUILT_IN_RULES),
    ).toEqual({ eligible: true });
  });

  it('cannot be had without a module', () => {
    expect(evaluate(facts({ achievements: [] }), BUILT_IN_RULES)).toMatchObject({
      eligible: false,
      reason: 'no-enrollment',
    });
  });

  it('names the modules whose mark is missing', () => {
    const decision = evaluate(
      facts({ achievements: [web, { ...web, code: 'PRO', mark: null }] }),
      BUILT_IN_RULES,
    );
    expect(decision).toMatchObject({
      eligible: false,
      reason: 'marks-missing',
      details: { modules: ['PRO'] },
    });
  });
});

describe('the module certificate (C2)', () => {
  it('can be had when the mark reaches the pass mark', () => {
    expect(evaluate(facts({ kind: 'module', achievements: [{ ...web, mark: 5 }] }), BUILT_IN_RULES)).toEqual({
      eligible: true,
    });
  });

  it('cannot be had below it', () => {
    expect(
      evaluate(facts({ kind: 'module', achievements: [{ ...web, mark: 4.99 }] }), BUILT_IN_RULES),
    ).toMatchObject({ reason: 'not-passed' });
  });

  it('cannot be had where the source does not offer it', () => {
    expect(evaluate(facts({ kind: 'module', offered: false }), BUILT_IN_RULES)).toMatchObject({
      reason: 'not-offered',
    });
  });
});

it('a rule that throws is named and nothing is decided', () => {
  const broken = {
    key: 'broken',
    order: 'post' as const,
    evaluate: () => {
      throw new Error('no');
    },
  };
  expect(() => evaluate(facts(), [broken])).toThrow('the rule "broken" failed: no');
});

it('rules are asked by their order: pre, default, post', () => {
  const asked: string[] = [];
  const rule = (key: string, order: 'pre' | 'default' | 'post') => ({
    key,
    order,
    evaluate: () => {
      asked.push(key);
      return { eligible: true as const };
    },
  });
  evaluate(facts(), [rule('c', 'post'), rule('a', 'pre'), rule('b', 'default')]);
  expect(asked).toEqual(['a', 'b', 'c']);
});
