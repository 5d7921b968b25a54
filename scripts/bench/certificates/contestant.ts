import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { main, Problem } from '../../problem.ts';
import { contest } from '../contest.ts';
import { type ContestantKey, entryOf, isElsewhere, KEYS } from './contestants.ts';

/**
 * The process of one contestant: `contestant.ts KEY COUNT SAMPLE`. Prints what it took as its last line, and leaves
 * certificate number 0 in the file SAMPLE.
 */
await main(async () => {
  const [key, count, sample] = process.argv.slice(2);
  if (!key || !count || !sample || !KEYS.includes(key as ContestantKey))
    throw new Problem('Usage: contestant.ts KEY COUNT SAMPLE', `Keys: ${KEYS.join(', ')}`);
  const entry = entryOf(key as ContestantKey);
  if (isElsewhere(entry)) throw new Problem(`${key} does not run in Node.`, 'Run it by `npm run bench`.');
  const contestant = await entry.prepare();
  try {
    const { warmUp, inFlight, hasChildren = false } = entry;
    const rules = { count: Number(count), warmUp: Math.min(warmUp, Number(count)), inFlight, hasChildren };
    const measurement = await contest(contestant, rules);
    mkdirSync(path.dirname(sample), { recursive: true });
    writeFileSync(sample, await contestant.draw(0));
    console.log(JSON.stringify(measurement));
  } finally {
    await contestant.close?.();
  }
});
