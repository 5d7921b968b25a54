import { readArguments } from './arguments.ts';
import { type ContestantKey, KEYS } from './bench/certificates/contestants.ts';
import { benchCertificates } from './bench/certificates/run.ts';
import { benchGradebook } from './bench/gradebook/run.ts';
import { benchSite } from './bench/site/run.ts';
import { main, Problem } from './problem.ts';

const USAGE =
  'npm run bench -- certificates [--count N] [--only ours,typst,…]  |  site [--seconds N]  |  gradebook [--count N]';
const SECONDS = 4;
const STUDENTS = 5_000;
const RUNS = 3;

/** A number of things, above zero. @throws Problem that names the option */
function countOf(name: string, value: string | undefined, what: string): number | null {
  if (value === undefined) return null;
  const count = Number(value);
  if (!(Number.isInteger(count) && count > 0))
    throw new Problem(`--${name} ${value} is not a number of ${what}.`, `Usage: ${USAGE}`);
  return count;
}

/** Measures Lumino beside others on this machine, in one run. */
await main(async () => {
  const options = {
    count: { type: 'string' },
    only: { type: 'string' },
    seconds: { type: 'string' },
  } as const;
  const { values, positionals } = readArguments(options, USAGE, true);
  const [what, ...more] = positionals;
  if (more.length > 0 || !['certificates', 'site', 'gradebook'].includes(what ?? ''))
    throw new Problem('There are three benchmarks: certificates, site and gradebook.', `Usage: ${USAGE}`);
  if (what === 'site')
    return benchSite({ seconds: countOf('seconds', values.seconds, 'seconds') ?? SECONDS });
  if (what === 'gradebook') {
    const students = countOf('count', values.count, 'students') ?? STUDENTS;
    return benchGradebook({ students, runs: RUNS });
  }
  const count = countOf('count', values.count, 'certificates');
  // A beginning is enough: "ours" are all rows of Lumino.
  const wanted = values.only?.split(',') ?? [''];
  const unknown = wanted.filter((start) => !KEYS.some((key) => key.startsWith(start)));
  if (unknown.length > 0)
    throw new Problem(`Nobody is called ${unknown.join(', ')} here.`, `There are: ${KEYS.join(', ')}`);
  const keys: ContestantKey[] = KEYS.filter((key) => wanted.some((start) => key.startsWith(start)));
  await benchCertificates({ keys, count });
});
