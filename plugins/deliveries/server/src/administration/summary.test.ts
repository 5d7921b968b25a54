import { hoursUntil } from './summary';

describe('the hours of the chart', () => {
  it('begin on the hour, and the first one holds the moment a day ago', () => {
    const now = new Date('2026-03-02T10:40:00Z');
    const hours = hoursUntil(now);
    expect(hours.at(-1)?.toISOString()).toBe('2026-03-02T10:00:00.000Z');
    expect(hours[0]?.toISOString()).toBe('2026-03-01T10:00:00.000Z');
    expect(new Set(hours.map((hour) => hour.getMinutes()))).toEqual(new Set([0]));
    expect(hours).toHaveLength(25);
  });
});
