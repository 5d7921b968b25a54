import { quantile } from '../../scripts/bench/statistics.ts';

/** A visit begins every so often, whether or not those before it have ended: a slow site is not asked less. */
const EVERY_MS = 200;

/**
 * Reads pages of the site, one after the other, until it is stopped.
 * @returns how long each took, in milliseconds; and how many were not answered with 200.
 */
export function startVisiting(urls: string[]) {
  const times: number[] = [];
  let failed = 0;
  let visits = 0;
  const visit = async () => {
    const begun = performance.now();
    try {
      const answer = await fetch(urls[visits++ % urls.length] as string);
      await answer.text();
      if (answer.status !== 200) failed += 1;
    } catch {
      failed += 1;
    }
    times.push(performance.now() - begun);
  };
  const timer = setInterval(() => void visit(), EVERY_MS);
  return {
    stop(): { p50: number; p95: number; count: number; failed: number } {
      clearInterval(timer);
      return { p50: quantile(times, 0.5), p95: quantile(times, 0.95), count: times.length, failed };
    },
  };
}
