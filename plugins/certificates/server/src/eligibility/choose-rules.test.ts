import { chooseRules, problemsOfChoice, rulesOfSource } from './choose-rules';
import type { Rule } from './facts';
import { BUILT_IN_RULES } from './rules';

const feesPaid: Rule = {
  key: 'fees-paid',
  name: { en: 'Fees are paid', es: 'Las cuotas están pagadas' },
  kinds: ['module'],
  order: 'post',
  evaluate: () => ({ eligible: true }),
};
const rules = [...BUILT_IN_RULES, feesPaid];
const keys = (chosen: Rule[]) => chosen.map(({ key }) => key);
const source = { key: 'grades' };

describe('which rules decide', () => {
  it('every default one that is for the kind, the application’s among them, where nobody chose', () => {
    expect(rulesOfSource(source, rules)).toEqual({
      grade: ['offered', 'has-achievements', 'all-marks-set'],
      module: ['offered', 'has-achievements', 'all-marks-set', 'pass-mark-reached', 'fees-paid'],
    });
  });

  it('those of the source before the default ones, for the kinds it chose them for', () => {
    const choosing = { key: 'talks', rules: { module: ['manual'] } };
    expect(keys(chooseRules(choosing, 'module', {}, rules))).toEqual(['manual']);
    expect(keys(chooseRules(choosing, 'grade', {}, rules))).toContain('all-marks-set');
  });

  it('those of the settings before all others', () => {
    const chosen = { grades: { module: ['lessons-done', 'fees-paid'] } };
    expect(keys(chooseRules({ ...source, rules: { module: ['manual'] } }, 'module', chosen, rules))).toEqual([
      'lessons-done',
      'fees-paid',
    ]);
  });

  it('none without being asked: one that is not registered any more stops the issue and is named', () => {
    expect(() => chooseRules(source, 'module', { grades: { module: ['gone'] } }, rules)).toThrow(
      'the rule "gone" is asked for module certificates of "grades" and is not registered',
    );
  });
});

describe('a choice of rules in the settings', () => {
  it('is fine where sources and rules are known', () => {
    expect(
      problemsOfChoice({ grades: { module: ['manual', 'fees-paid'], grade: [] } }, [source], rules),
    ).toEqual([]);
  });

  it('names by path what is unknown, and what is not for the kind', () => {
    const chosen = { grades: { grade: ['offered', 'fees-paid'] }, talks: { module: ['manual'] } };
    expect(problemsOfChoice(chosen, [source], rules)).toEqual([
      { path: ['rules', 'grades', 'grade', '1'], message: expect.stringContaining('no rule "fees-paid"') },
      { path: ['rules', 'talks'], message: expect.stringContaining('known are grades') },
    ]);
  });
});
