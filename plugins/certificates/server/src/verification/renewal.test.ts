import { daysLeft, dueReminder, isRenewable, outlives } from './renewal';

const REMINDERS = [30, 7];
const issuedAt = '2026-01-10T09:00:00.000Z';
const expiresAt = '2027-01-10T23:59:59.999Z';
const year = { issuedAt, expiresAt };
const at = (moment: string) => new Date(moment);

describe('a certificate can be renewed', () => {
  it('from the first reminder on, and after its end', () => {
    expect(isRenewable(year, REMINDERS, at('2026-12-11T23:59:59Z'))).toBe(false);
    expect(isRenewable(year, REMINDERS, at('2026-12-12T00:00:00Z'))).toBe(true);
    expect(isRenewable(year, REMINDERS, at('2028-01-01T00:00:00Z'))).toBe(true);
  });

  it('only once it has expired, where there are no reminders', () => {
    expect(isRenewable(year, [], at('2027-01-10T23:59:00Z'))).toBe(false);
    expect(isRenewable(year, [], at('2027-01-11T00:00:00Z'))).toBe(true);
  });

  it('not when it never expires, was revoked, replaced or renewed already', () => {
    const late = at('2028-01-01T00:00:00Z');
    expect(isRenewable({ issuedAt }, REMINDERS, late)).toBe(false);
    for (const gone of ['revokedAt', 'supersededAt', 'renewedAt'])
      expect(isRenewable({ ...year, [gone]: issuedAt }, REMINDERS, late)).toBe(false);
  });

  it('not on its first day, however short it lives', () => {
    const month = { issuedAt: '2026-02-01T09:00:00Z', expiresAt: '2026-02-28T23:59:59.999Z' };
    expect(isRenewable(month, REMINDERS, at('2026-02-01T09:00:01Z'))).toBe(false);
    expect(isRenewable(month, REMINDERS, at('2026-02-20T00:00:00Z'))).toBe(true);
  });

  it('by one that is good for longer, not by one with the same end', () => {
    expect(outlives(expiresAt, year)).toBe(false);
    expect(outlives('2028-01-10T23:59:59.999Z', year)).toBe(true);
    expect(outlives(null, year)).toBe(true);
  });
});

describe('a reminder', () => {
  it.each([
    ['2026-12-11T23:00:00Z', null],
    ['2026-12-12T00:00:00Z', 30],
    ['2027-01-03T23:00:00Z', 30],
    ['2027-01-04T00:00:00Z', 7],
    ['2027-01-10T23:00:00Z', 7],
    ['2027-01-11T00:00:00Z', null],
  ])('at %s is %s days before the end', (now, days) => {
    expect(dueReminder(year, REMINDERS, at(now))).toBe(days);
  });

  it('is not due whose day was before the certificate was there', () => {
    const short = { issuedAt: '2027-01-01T09:00:00Z', expiresAt };
    expect(dueReminder(short, REMINDERS, at('2027-01-02T00:00:00Z'))).toBeNull();
    expect(dueReminder(short, REMINDERS, at('2027-01-05T00:00:00Z'))).toBe(7);
  });

  it('is none for what is revoked, replaced or renewed', () => {
    for (const gone of ['revokedAt', 'supersededAt', 'renewedAt'])
      expect(dueReminder({ ...year, [gone]: issuedAt }, REMINDERS, at('2027-01-05T00:00:00Z'))).toBeNull();
  });
});

it('the days that are left are whole ones', () => {
  expect(daysLeft(expiresAt, at('2027-01-10T12:00:00Z'))).toBe(0);
  expect(daysLeft(expiresAt, at('2027-01-08T12:00:00Z'))).toBe(2);
  expect(daysLeft(expiresAt, at('2027-01-11T12:00:00Z'))).toBeNull();
  expect(daysLeft(null, at('2027-01-11T12:00:00Z'))).toBeNull();
});
