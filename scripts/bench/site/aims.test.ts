import { aimsOf, type Findings } from './aims.ts';
import type { LoadResult } from './load.ts';

const costing = (cpuMs: number): LoadResult => ({
  ...{ perSecond: 100, p50Ms: 1, p99Ms: 2 },
  cpuMs,
  perCore: 1000 / cpuMs,
});
const NOTHING: Findings = {
  ...{ site: {}, nginx: {}, rest: {}, grown: {}, scripts: {} },
  ...{ lessonQueries: null, memory: null },
};
const outcome = (findings: Partial<Findings>, words: string) =>
  aimsOf({ ...NOTHING, ...findings }).find(({ aim }) => aim.includes(words));

describe('the aims of the site', () => {
  it('compare what one core answers, and not what the machine happened to answer', () => {
    const site = { catalogue: costing(0.04) };
    const aim = (nginx: number) =>
      outcome({ site, nginx: { catalogue: costing(nginx) } }, 'catalogue: at least half');
    expect(aim(0.02)).toMatchObject({ isMet: true, found: '0.50 ×' });
    expect(aim(0.0199)).toMatchObject({ isMet: false });
  });

  it('take three queries for a lesson, and no more', () => {
    expect(outcome({ lessonQueries: 3 }, 'queries')).toMatchObject({ isMet: true });
    expect(outcome({ lessonQueries: 4 }, 'queries')).toMatchObject({ isMet: false });
  });

  it('let no page cost a quarter more where there are ten times the lessons', () => {
    const site = { lesson: costing(4) };
    const aim = (grown: number) => outcome({ site, grown: { lesson: costing(grown) } }, 'ten times');
    expect(outcome({ site, grown: { lesson: costing(5) } }, 'lesson: costs the same')).toMatchObject({
      isMet: true,
    });
    expect(outcome({ site, grown: { lesson: costing(5.1) } }, 'lesson: costs the same')).toMatchObject({
      isMet: false,
    });
    expect(aim(4)).toMatchObject({ isMet: null });
  });

  it('say where memory was when', () => {
    const memory = { early: 100, late: 111, requests: 100_000 };
    expect(outcome({ memory }, 'memory')).toMatchObject({
      isMet: false,
      found: '100 MB after 50000 requests, 111 MB after 100000',
    });
  });

  it('say that something was not measured, and not that it was met', () => {
    for (const { isMet } of aimsOf(NOTHING)) expect(isMet).toBeNull();
  });
});
