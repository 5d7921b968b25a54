import { repeat } from './repeat';

const later = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

describe('doing something every few seconds', () => {
  it('begins at once, is never under way twice, and ends with the run that is under way', async () => {
    let [running, most, runs, ended] = [0, 0, 0, 0];
    const stop = repeat(
      0.001,
      async () => {
        most = Math.max(most, ++running);
        runs++;
        await later(20);
        running--;
        ended++;
      },
      () => undefined,
    );
    await later(70);
    await stop();
    const until = runs;
    await later(40);
    expect({ most, runs, ended }).toEqual({ most: 1, runs: until, ended: until });
    expect(runs).toBeGreaterThan(1);
  });

  it('goes on after a run that failed, and tells of it', async () => {
    const told: string[] = [];
    let runs = 0;
    const stop = repeat(
      0.001,
      () => Promise.reject(new Error(`run ${++runs}`)),
      ({ message }) => told.push(message),
    );
    await later(30);
    await stop();
    expect(told.slice(0, 2)).toEqual(['run 1', 'run 2']);
  });
});
