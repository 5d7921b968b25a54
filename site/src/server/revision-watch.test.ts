import { watchRevision } from './revision-watch';

describe('the watch over the revision of content', () => {
  let time = 0;
  const answers: { resolve(revision: string): void; reject(error: Error): void }[] = [];
  const ask = () => new Promise<string>((resolve, reject) => answers.push({ resolve, reject }));
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  const start = () => watchRevision(ask, () => time);
  beforeEach(() => {
    time = 0;
    answers.length = 0;
  });

  it('asks once, however many come at once, and not again for a second', async () => {
    const watch = start();
    const waiting = Array.from({ length: 100 }, () => watch.current());
    answers[0]?.resolve('7');
    expect(new Set(await Promise.all(waiting))).toEqual(new Set(['7']));
    time = 999;
    expect(watch.current()).toBe('7');
    expect(answers).toHaveLength(1);
  });

  it('lets nobody wait while visitors keep coming', async () => {
    const watch = start();
    void watch.current();
    answers[0]?.resolve('7');
    await settle();
    time = 1_100;
    expect(watch.current()).toBe('7');
    answers[1]?.resolve('8');
    await settle();
    expect(watch.current()).toBe('8');
  });

  it('never says what is older than 1.5 s: the first visitor after a quiet time waits', async () => {
    const watch = start();
    void watch.current();
    answers[0]?.resolve('7');
    await settle();
    time = 60_000;
    const answer = watch.current();
    answers[1]?.resolve('9');
    expect(await answer).toBe('9');
  });

  it('counts an answer as old as its question', async () => {
    const watch = start();
    void watch.current();
    time = 900;
    answers[0]?.resolve('7');
    await settle();
    time = 1_000;
    void watch.current();
    expect(answers).toHaveLength(2);
  });

  it('knows nothing while the cms is away, makes nobody wait for it twice, and recovers by itself', async () => {
    const watch = start();
    const first = watch.current();
    answers[0]?.reject(new Error('away'));
    expect(await first).toBeNull();
    expect(watch.current()).toBeNull();
    expect(answers).toHaveLength(1);
    time = 1_000;
    expect(watch.current()).toBeNull();
    answers[1]?.resolve('8');
    await settle();
    expect(watch.current()).toBe('8');
  });

  it('asks before it says that the cms is still away, when nobody came for a while', async () => {
    const watch = start();
    const first = watch.current();
    answers[0]?.reject(new Error('away'));
    await first;
    time = 60_000;
    const later = watch.current();
    answers[1]?.resolve('8');
    expect(await later).toBe('8');
  });
});
