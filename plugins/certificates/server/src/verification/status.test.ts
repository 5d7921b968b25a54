import { stageOf, statusOf } from './status';

const now = new Date('2026-11-24T12:00:00Z');
const before = '2026-11-24T11:59:59Z';

describe('the status of a certificate (C8)', () => {
  it('is valid when nothing happened to it', () => expect(statusOf({}, now)).toBe('valid'));
  it('is expired from the moment it expires', () =>
    expect(statusOf({ expiresAt: now }, now)).toBe('expired'));
  it('is valid until then', () => expect(statusOf({ expiresAt: '2026-11-24T12:00:01Z' }, now)).toBe('valid'));
  it('is superseded once there is a correction', () =>
    expect(statusOf({ supersededAt: before, expiresAt: before }, now)).toBe('superseded'));
  it('is revoked whatever else it is', () =>
    expect(statusOf({ revokedAt: before, supersededAt: before }, now)).toBe('revoked'));
});

it('the stage follows the dates', () => {
  expect([
    stageOf({}),
    stageOf({ renderedAt: before }),
    stageOf({ renderedAt: before, deliveredAt: before }),
  ]).toEqual(['queued', 'rendered', 'delivered']);
});
