import { nameOf, newestFirst, parseRotation, superfluous, timeOf } from './rotation.ts';

const daily = (count: number, last = new Date('2026-11-28T02:00:00Z')): string[] =>
  Array.from({ length: count }, (_, ago) => nameOf(new Date(last.getTime() - ago * 24 * 3600 * 1000)));

it('a backup has its time in its name, and other files are none', () => {
  const at = new Date('2026-11-28T02:03:04Z');
  expect(timeOf(nameOf(at))).toEqual(at);
  expect(timeOf('lumino-2026-11-28T02-03-04Z.tar.gz.age.sha256')).toBeNull();
  expect(newestFirst([...daily(3).reverse(), 'notes.txt'])).toEqual(daily(3));
});

describe('rotation', () => {
  it('keeps the newest of each day, week and month', () => {
    const names = daily(400);
    const gone = superfluous(names, { days: 7, weeks: 4, months: 12 });
    const kept = names.filter((name) => !gone.includes(name));
    expect(kept.slice(0, 7)).toEqual(names.slice(0, 7));
    // Of two of the four weeks the newest day is among the seven days; 28 November is of this month's.
    expect(kept).toHaveLength(7 + 2 + 11);
    expect(kept.at(-1)).toBe(nameOf(new Date('2025-12-31T02:00:00Z')));
  });

  it('keeps everything of the last day, and of each day before it the newest', () => {
    const at = (time: string) => nameOf(new Date(`2026-11-${time}:00Z`));
    const names = ['28T14:00', '28T02:00', '27T20:00', '26T22:00', '26T02:00'].map(at);
    expect(superfluous(names, { days: 7, weeks: 4, months: 12 })).toEqual([at('26T02:00')]);
    expect(superfluous(names, { days: 0, weeks: 0, months: 0 })).toEqual([at('26T22:00'), at('26T02:00')]);
  });

  it('does not touch what is no backup', () => {
    expect(superfluous(['a.txt', 'lumino.tar.gz.age'], { days: 0, weeks: 0, months: 0 })).toEqual([]);
  });

  it('is read from three numbers', () => {
    expect(parseRotation('7 4 12')).toEqual({ days: 7, weeks: 4, months: 12 });
    expect(() => parseRotation('7')).toThrow('BACKUP_KEEP must be days, weeks and months');
  });
});
