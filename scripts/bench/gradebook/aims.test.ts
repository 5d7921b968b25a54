import { aimsOf, type Findings, OPEN_MS, SAVE_MS } from './aims.ts';

const found: Findings = {
  ...{ students: 5_000, open: OPEN_MS, save: SAVE_MS, scroll: 20 },
  ...{ listPage: 600, listAll: 4_000, answer: 400 },
};
const missed = (changes: Partial<Findings>): string[] =>
  aimsOf({ ...found, ...changes })
    .filter(({ isMet }) => !isMet)
    .map(({ aim }) => aim);

describe('what is asked of the gradebook', () => {
  it('is met up to the limit, and not beyond', () => {
    expect(missed({})).toEqual([]);
    expect(missed({ open: OPEN_MS + 1 })).toEqual(['opens a class of 5000 within 2 s']);
    expect(missed({ save: SAVE_MS + 1 })).toEqual(['saves 5000 marks within 5 s']);
    expect(missed({ scroll: 101 })).toHaveLength(1);
  });

  it('is not met where the Content Manager lists the same rows as fast', () => {
    expect(missed({ answer: 4_000 })).toHaveLength(1);
  });
});
