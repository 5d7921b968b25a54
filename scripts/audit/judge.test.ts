import { judge, type Allowed, type AuditReport } from './judge.ts';

const report: AuditReport = {
  vulnerabilities: {
    tiny: {
      via: [
        {
          name: 'tiny',
          title: 'Reads too far',
          severity: 'high',
          url: 'https://github.com/advisories/GHSA-aaaa-bbbb-cccc',
        },
      ],
    },
    user: { via: ['tiny'] },
  },
};
const allowed = (change: Partial<Allowed> = {}): Allowed => ({
  ...{ id: 'GHSA-aaaa-bbbb-cccc', package: 'tiny', reason: 'Only builds use it.', until: '2027-01-01' },
  ...change,
});

describe('what is known of our packages', () => {
  it('fails when nobody has allowed it, once for each hole', () => {
    expect(judge(report, [], '2026-11-28')).toEqual({
      open: ['tiny: Reads too far (high, GHSA-aaaa-bbbb-cccc)'],
      stale: [],
    });
  });

  it('passes while it is allowed', () => {
    expect(judge(report, [allowed()], '2026-11-28')).toEqual({ open: [], stale: [] });
  });

  it('fails again when that has run out, or is about another package', () => {
    expect(judge(report, [allowed({ until: '2026-11-27' })], '2026-11-28').open).toHaveLength(1);
    expect(judge(report, [allowed({ package: 'other' })], '2026-11-28').open).toHaveLength(1);
  });

  it('says what need not be allowed any more', () => {
    expect(judge({ vulnerabilities: {} }, [allowed()], '2026-11-28').stale).toEqual([
      'GHSA-aaaa-bbbb-cccc tiny is mended: take it off the list',
    ]);
  });
});
