import { takeStatusIndex } from './status-index';
import { LIST_LENGTH } from './status-list';

const among = (taken: Set<number>) => ({
  highest: async () => (taken.size > 0 ? Math.max(...taken) : null),
  take: async (index: number) => !taken.has(index) && Boolean(taken.add(index)),
});

describe('a place in the status lists', () => {
  it('is in the first list, and nobody else’s', async () => {
    const taken = new Set<number>();
    const places = [];
    for (let count = 0; count < 200; count++) places.push(await takeStatusIndex(among(taken)));
    expect(new Set(places).size).toBe(200);
    expect(Math.max(...places)).toBeLessThan(LIST_LENGTH);
    // In the order of issue would be 0, 1, 2 …
    expect(Math.max(...places)).toBeGreaterThan(LIST_LENGTH / 2);
  });

  it('is in the next list when the first is full', async () => {
    const index = await takeStatusIndex({ highest: async () => 5, take: async (at) => at >= LIST_LENGTH });
    expect(Math.floor(index / LIST_LENGTH)).toBe(1);
  });
});
