import { whyNot } from './why-not';

const refused = (reason: string, missing: string[] = [], rule: { en: string; es: string } | null = null) =>
  ({ eligible: false, reason, rule, missing }) as const;

describe('why the grade certificate is not to be had yet (S3, C2)', () => {
  it('names the modules without a mark', () => {
    expect(whyNot(refused('marks-missing', ['PRO', 'GIT']), 'en')).toContain('Missing: PRO, GIT.');
  });

  it('has words for what else the rules of the plugin say, with what is missing', () => {
    expect(whyNot(refused('lessons-missing', ['PRO 3/5']), 'en')).toBe(
      'About the grade certificate: Not all lessons are done yet. Missing: PRO 3/5.',
    );
    expect(whyNot(refused('staff-only'), 'es')).toContain('solo lo emite el personal');
  });

  it('names a rule that nobody here has words for, in the language of the reader', () => {
    const name = { en: 'Fees are paid', es: 'Las cuotas están pagadas' };
    expect(whyNot(refused('fees-open', [], name), 'es')).toContain('«Las cuotas están pagadas»');
  });

  it('says to ask the staff where nothing is known', () => {
    expect(whyNot(refused('failed'), 'en')).toContain('Ask the staff');
  });
});
