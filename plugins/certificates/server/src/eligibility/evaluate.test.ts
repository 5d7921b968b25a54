import { chooseRules } from './choose-rules';
import { evaluate } from './evaluate';
import type { Asking, Decision, EligibilityFacts, Rule } from './facts';
import { BUILT_IN_RULES, lessonsDone, manual } from './rules';

const RECIPIENT: Asking = { asked: 'recipient' };
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

/** By the rules that are asked where nobody chose. */
const decide = (given: EligibilityFacts): Decision =>
  evaluate(given, chooseRules({ key: 'grades' }, given.kind, {}, BUILT_IN_RULES), RECIPIENT);

describe('the grade certificate (C2)', () => {
  it('can be had when every module has a mark, also a failed one', () => {
    expect(decide(facts({ achievements: [web, { ...web, code: 'PRO', mark: 2 }] }))).toEqual({
      eligible: true,
    });
  });

  it('cannot be had without a module', () => {
    expect(decide(facts({ achievements: [] }))).toMatchObject({
      eligible: false,
      reason: 'no-enrollment',
    });
  });

  it('names the modules whose mark is missing', () => {
    expect(decide(facts({ achievements: [web, { ...web, code: 'PRO', mark: null }] }))).toEqual({
      eligible: false,
      rule: 'all-marks-set',
      reason: 'marks-missing',
      details: { modules: ['PRO'] },
    });
  });
});

describe('the module certificate (C2)', () => {
  const module = (changes: object) => facts({ kind: 'module', subject: 'WEB', ...changes });

  it('can be had when the mark reaches the pass mark', () => {
    expect(decide(module({ achievements: [{ ...web, mark: 5 }] }))).toEqual({ eligible: true });
  });

  it('cannot be had below it, and says by how much', () => {
    expect(decide(module({ achievements: [{ ...web, mark: 4.99 }] }))).toMatchObject({
      reason: 'not-passed',
      details: { mark: 4.99, passMark: 5 },
    });
  });

  it('cannot be had where the source does not offer it', () => {
    expect(decide(module({ offered: false }))).toMatchObject({ reason: 'not-offered' });
  });
});

describe('the rule that lessons are done', () => {
  const withLessons = (lessons?: { done: number; total: number }) =>
    evaluate(facts({ achievements: [{ ...web, lessons }] }), [lessonsDone], RECIPIENT);

  it('says yes when all are, and how many are when not', () => {
    expect(withLessons({ done: 5, total: 5 })).toEqual({ eligible: true });
    expect(withLessons({ done: 4, total: 5 })).toMatchObject({
      reason: 'lessons-missing',
      details: { modules: ['WEB 4/5'] },
    });
  });

  it('says no, and that it cannot know, where the source counts none', () => {
    expect(withLessons()).toEqual({
      eligible: false,
      rule: 'lessons-done',
      reason: 'lessons-unknown',
      details: { modules: ['WEB'] },
    });
  });
});

it('the manual rule lets staff through, and nobody else', () => {
  const asked = (by: Asking['asked']) => evaluate(facts(), [manual], { asked: by });
  expect(asked('staff')).toEqual({ eligible: true });
  for (const by of ['recipient', 'automatic'] as const)
    expect(asked(by)).toMatchObject({ rule: 'manual', reason: 'staff-only' });
});

describe('asking rules', () => {
  const rule = (key: string, order: Rule['order'], answer: () => Decision): Rule => ({
    key,
    name: { en: key, es: key },
    kinds: ['grade', 'module'],
    order,
    evaluate: answer,
  });

  it('names the one that throws, or answers nothing, and decides nothing', () => {
    const broken = rule('broken', 'post', () => {
      throw new Error('no');
    });
    const silent = rule('silent', 'post', () => undefined as never);
    expect(() => evaluate(facts(), [broken], RECIPIENT)).toThrow('the rule "broken" failed: no');
    expect(() => evaluate(facts(), [silent], RECIPIENT)).toThrow('the rule "silent" failed');
  });

  it('goes by their order: pre, default, post', () => {
    const asked: string[] = [];
    const noting = (key: string, order: Rule['order']) =>
      rule(key, order, () => {
        asked.push(key);
        return { eligible: true };
      });
    evaluate(facts(), [noting('c', 'post'), noting('a', 'pre'), noting('b', 'default')], RECIPIENT);
    expect(asked).toEqual(['a', 'b', 'c']);
  });

  it('tells which one said no, whatever it calls itself', () => {
    const liar = rule('fees-paid', 'post', () => ({ eligible: false, rule: 'other', reason: 'fees' }));
    expect(evaluate(facts(), [liar], RECIPIENT)).toMatchObject({ rule: 'fees-paid', reason: 'fees' });
  });
});
