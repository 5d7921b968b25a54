import { isOpen } from './enrollment-window';

const now = new Date('2026-11-24T12:00:00Z');

describe('the enrollment window (E1)', () => {
  it('is open when no end is set', () => expect(isOpen({}, now)).toBe(true));
  it('is closed before it opens', () =>
    expect(isOpen({ enrollmentOpensAt: '2026-11-24T12:00:01Z' }, now)).toBe(false));
  it('is open from its first moment', () =>
    expect(isOpen({ enrollmentOpensAt: '2026-11-24T12:00:00Z' }, now)).toBe(true));
  it('is closed from its last moment', () =>
    expect(isOpen({ enrollmentClosesAt: '2026-11-24T12:00:00Z' }, now)).toBe(false));
});
