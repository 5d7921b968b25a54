import { DURABLE } from './policy';

const DAY = 24 * 60 * 60;

/** The shortest and the longest that all retries can take together, in days, as pg-boss reckons their delays. */
function span({ retryLimit, retryDelay, retryDelayMax }: typeof DURABLE): { least: number; most: number } {
  let [least, most] = [0, 0];
  for (let retry = 1; retry <= retryLimit; retry++) {
    const longest = retryDelay * 2 ** Math.min(16, retry);
    least += Math.min(retryDelayMax, longest / 2);
    most += Math.min(retryDelayMax, longest);
  }
  return { least: least / DAY, most: most / DAY };
}

describe('the usual policy (P2)', () => {
  it('tries again within a minute, and for ten days at least', () => {
    expect(DURABLE.retryDelay * 2).toBeLessThan(60);
    expect(span(DURABLE).least).toBeGreaterThan(10);
  });

  it('has used up its retries before the job is deleted for its age, which would leave no dead letter', () => {
    expect(span(DURABLE).most * 2).toBeLessThan(DURABLE.retentionSeconds / DAY);
  });

  it('is not kept by 500 retries: they last five days, the negative control', () => {
    expect(span({ ...DURABLE, retryLimit: 500 }).most).toBeLessThan(6);
  });
});
