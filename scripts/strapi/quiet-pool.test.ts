import { quietPool } from './quiet-pool.ts';

it('waits while questions are under way, or wait for a connection, and no longer', async () => {
  const used = [1, 1, 0, 0, 2, 0];
  const pending = [5, 0, 0, 1, 0, 0];
  let looks = 0;
  await quietPool({
    numUsed: () => used[looks] ?? 0,
    numPendingAcquires: () => pending[looks++] ?? 0,
  });
  expect(looks).toBeGreaterThanOrEqual(used.length);
});

it('does not wait for ever', async () => {
  let looks = 0;
  await quietPool({ numUsed: () => 1, numPendingAcquires: () => looks++ }, 100);
  expect(looks).toBeGreaterThan(1);
});
