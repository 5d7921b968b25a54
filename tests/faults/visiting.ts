import { quantile } from '../../scripts/bench/statistics.ts';

/** A visit begins every so often, whether or not those before it have ended: a slow site is not asked less. */
const EVERY_MS = 200;

const urls = process.argv.slice(2);
const times: number[] = [];
let failed = 0;
let begun = 0;

async function visit(): Promise<void> {
  const from = performance.now();
  try {
    const answer = await fetch(urls[begun++ % urls.length] as string);
    await answer.text();
    if (answer.status !== 200) failed += 1;
  } catch {
    failed += 1;
  }
  times.push(performance.now() - from);
}

setInterval(() => void visit(), EVERY_MS);
process.once('message', () => {
  const visits = { p50: quantile(times, 0.5), p95: quantile(times, 0.95), count: times.length, failed };
  process.send?.(visits, () => process.exit());
});
// Whoever asked is gone.
process.once('disconnect', () => process.exit());
