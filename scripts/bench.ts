import { readArguments } from './arguments.ts';
import { type ContestantKey, KEYS } from './bench/certificates/contestants.ts';
import { benchCertificates } from './bench/certificates/run.ts';
import { main, Problem } from './problem.ts';

const USAGE = 'npm run bench -- certificates [--count N] [--only ours,typst,…]';

/** Measures Lumino beside others on this machine, in one run. */
await main(async () => {
  const options = { count: { type: 'string' }, only: { type: 'string' } } as const;
  const { values, positionals } = readArguments(options, USAGE, true);
  const count = values.count === undefined ? null : Number(values.count);
  if (positionals.length !== 1 || positionals[0] !== 'certificates')
    throw new Problem('There is one benchmark: certificates.', `Usage: ${USAGE}`);
  if (count !== null && !(Number.isInteger(count) && count > 0))
    throw new Problem(`--count ${values.count} is not a number of certificates.`, `Usage: ${USAGE}`);
  // A beginning is enough: "ours" are all rows of Lumino.
  const wanted = values.only?.split(',') ?? [''];
  const unknown = wanted.filter((start) => !KEYS.some((key) => key.startsWith(start)));
  if (unknown.length > 0)
    throw new Problem(`Nobody is called ${unknown.join(', ')} here.`, `There are: ${KEYS.join(', ')}`);
  const keys: ContestantKey[] = KEYS.filter((key) => wanted.some((start) => key.startsWith(start)));
  await benchCertificates({ keys, count });
});
