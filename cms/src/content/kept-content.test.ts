import { createKeptContent } from './kept-content';

describe('content that is kept in memory', () => {
  const counting = () => {
    const asked: string[] = [];
    const load = (value: string) => async () => {
      asked.push(value);
      await new Promise((resolve) => setTimeout(resolve, 5));
      return value;
    };
    return { asked, load };
  };

  it('is loaded once for a revision, also by a hundred at a time', async () => {
    const { asked, load } = counting();
    const kept = createKeptContent(1000);
    const values = await Promise.all(Array.from({ length: 100 }, () => kept.get(1, 'a', load('x'))));
    expect(new Set(values)).toEqual(new Set(['x']));
    expect(await kept.get(1, 'a', load('y'))).toBe('x');
    expect(asked).toEqual(['x']);
  });

  it('is loaded anew when the revision has changed', async () => {
    const { load } = counting();
    const kept = createKeptContent(1000);
    await kept.get(1, 'a', load('old'));
    expect(await kept.get(2, 'a', load('new'))).toBe('new');
  });

  it('of a slow request with an older revision is not given to others', async () => {
    const { load } = counting();
    const kept = createKeptContent(1000);
    const slow = kept.get(1, 'a', load('old'));
    await kept.get(2, 'a', load('new'));
    expect(await slow).toBe('old');
    expect(await kept.get(2, 'a', load('newer'))).toBe('new');
    // Nor does it empty what is newer.
    await kept.get(1, 'b', load('b'));
    expect(await kept.get(2, 'a', load('newest'))).toBe('new');
  });

  it('is not kept when it could not be loaded', async () => {
    const kept = createKeptContent(1000);
    await expect(kept.get(1, 'a', () => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
    expect(await kept.get(1, 'a', async () => 'there')).toBe('there');
  });

  it('never takes more than its bound: what was asked for longest ago goes', async () => {
    const { asked, load } = counting();
    const kept = createKeptContent(100);
    for (const key of ['a', 'b', 'c']) await kept.get(1, key, load(key.repeat(40)));
    await kept.get(1, 'c', load('again'));
    await kept.get(1, 'a', load('again'));
    expect(asked).toEqual(['a'.repeat(40), 'b'.repeat(40), 'c'.repeat(40), 'again']);
  });
});
