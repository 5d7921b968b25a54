import { LISTED_MAX } from '../../../shared/contracts/files';
import { collectFindings, without } from './findings';

describe('what an inspection finds', () => {
  it('is all counted, and the first thousand listed', () => {
    const findings = collectFindings<number>();
    for (let one = 0; one < 100_000; one++) findings.add(one);
    const { count, listed } = findings.found();
    expect([count, listed.length, listed.at(-1)]).toEqual([100_000, LISTED_MAX, LISTED_MAX - 1]);
  });

  it('is one less when one is mended, and the same when it was not among them', () => {
    const found = { count: 3, listed: [1, 2] };
    expect(without(found, (one) => one === 2)).toEqual({ count: 2, listed: [1] });
    expect(without(found, (one) => one === 3)).toEqual(found);
  });
});
