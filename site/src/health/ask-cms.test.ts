import type { askCms as Ask } from './ask-cms';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const answer = (status: number) => async () => new Response('{}', { status });

describe('the health of the cms, as the site asks for it', () => {
  let askCms: typeof Ask;
  beforeEach(async () => {
    jest.resetModules();
    ({ askCms } = await import('./ask-cms'));
  });

  it.each<[string, () => Promise<Response>, string]>([
    ['that is ready', answer(200), 'ok'],
    ['that is not', answer(503), 'failed'],
    ['that has no such address', answer(404), 'failed'],
    ['that is away', () => Promise.reject(new Error('connect ECONNREFUSED 10.0.0.7')), 'failed'],
  ])('of one %s', async (_which, ask, state) => {
    expect(await askCms(ask)).toBe(state);
  });

  it('is asked for once by a flood, and again after a second', async () => {
    let asked = 0;
    const ask = async () => {
      asked++;
      await pause(20);
      return new Response('{}');
    };
    await Promise.all(Array.from({ length: 1000 }, () => askCms(ask)));
    await askCms(ask);
    expect(asked).toBe(1);
    await pause(1_050);
    await askCms(ask);
    expect(asked).toBe(2);
  });
});
