import { decideExpiry, expiresAtOf } from './expiry';

const on = (day: string) => new Date(`${day}T10:00:00Z`);
const endOf = (day: string) => `${day}T23:59:59.999Z`;

describe('until when a certificate is good', () => {
  it.each([
    ['2026-11-24', 24, '2028-11-24'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-12-31', 6, '2027-06-30'],
    ['2026-11-30', 3, '2027-02-28'],
  ])('issued on %s for %i months: to the end of %s', (day, months, end) => {
    expect(expiresAtOf({ type: 'period', months }, on(day))).toBe(endOf(end));
  });

  it('the day counts in UTC, whatever the hour', () => {
    expect(expiresAtOf({ type: 'period', months: 1 }, new Date('2026-03-31T23:59:59Z'))).toBe(
      endOf('2026-04-30'),
    );
  });

  it('a fixed day is good to its end; no expiry is for ever', () => {
    expect(expiresAtOf({ type: 'date', on: '2027-06-30' }, on('2026-11-24'))).toBe(endOf('2027-06-30'));
    expect(expiresAtOf({ type: 'never' }, on('2026-11-24'))).toBeNull();
  });

  it('what the source says goes before the settings', () => {
    const period = { type: 'period', months: 1 } as const;
    expect(expiresAtOf(period, on('2026-11-24'), '2030-01-01T00:00:00+01:00')).toBe(
      '2029-12-31T23:00:00.000Z',
    );
    expect(expiresAtOf(period, on('2026-11-24'), null)).toBeNull();
  });
});

it('a fixed day in the past is no end, but a no', () => {
  expect(decideExpiry(endOf('2026-11-23'), on('2026-11-24'))).toMatchObject({
    eligible: false,
    reason: 'expiry-in-the-past',
    details: { expiresAt: '2026-11-23' },
  });
  expect(decideExpiry(endOf('2026-11-24'), on('2026-11-24'))).toEqual({ eligible: true });
  expect(decideExpiry(null, on('2026-11-24'))).toEqual({ eligible: true });
});
