import { feedbackGiven } from './feedback-given-rule';

const achievement = { code: 'WEB', name: 'The web', mark: 9, maximumMark: 10, passMark: 5 };
const facts = (...evidence: ({ feedback: boolean } | undefined)[]) => ({
  kind: 'grade' as const,
  recipient: { key: 'u', name: 'Guido', email: 'guido@example.com', language: 'en', fileStem: 'guido' },
  subject: null,
  achievements: evidence.map((one) => ({ ...achievement, evidence: one })),
  offered: true,
});
const ask = (...evidence: ({ feedback: boolean } | undefined)[]) =>
  feedbackGiven.evaluate(facts(...evidence), { asked: 'staff' });

describe('the rule that the teacher has given feedback', () => {
  it('says yes where every mark has words to it', () => {
    expect(ask({ feedback: true }, { feedback: true })).toEqual({ eligible: true });
  });

  it('names the modules without, also where nobody knows', () => {
    expect(ask({ feedback: true }, { feedback: false })).toMatchObject({ details: { modules: ['WEB'] } });
    expect(ask(undefined)).toMatchObject({ eligible: false, reason: 'feedback-missing' });
  });

  it('is asked only where it was chosen', () => {
    expect(feedbackGiven.byDefault).toBe(false);
  });
});
