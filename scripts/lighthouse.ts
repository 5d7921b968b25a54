import path from 'node:path';
import { readArguments } from './arguments.ts';
import { table } from './bench/table.ts';
import { ensureEnvFile, loadEnvironment } from './environment/load.ts';
import { installApart } from './install-apart.ts';
import { CATEGORIES, measure } from './lighthouse/measure.ts';
import { pagesOf, readGraduate } from './lighthouse/pages.ts';
import { main, Problem } from './problem.ts';
import { createProgress } from './progress.ts';

const USAGE = 'npm run lighthouse [-- --runs 3 --only lesson]';
/** Of a hundred, in each category. */
const LEAST = 98;

/** Measures the pages of a Lumino that is running, as on a telephone, and says what costs points. */
await main(async () => {
  const options = { runs: { type: 'string', default: '3' }, only: { type: 'string' } } as const;
  const { values } = readArguments(options, USAGE);
  const runs = Number(values.runs);
  if (!(Number.isInteger(runs) && runs > 0))
    throw new Problem(`--runs ${values.runs} is not a number of runs.`, `Usage: ${USAGE}`);
  ensureEnvFile();
  const { SITE_URL, CMS_URL } = loadEnvironment();
  await installApart(path.join(import.meta.dirname, 'lighthouse'), {
    ...{ what: 'Lighthouse', megabytes: 180, cure: '' },
  });
  const { token, code } = await readGraduate(CMS_URL);
  const pages = pagesOf(code).filter(({ name }) => name.startsWith(values.only ?? ''));
  const progress = createProgress('Measuring');
  const measured = await measure(SITE_URL, pages, {
    ...{ token, runs },
    tell: (done, name) => progress.at(done, pages.length, name),
  });
  progress.done(`${pages.length} pages, ${runs} runs each`);
  const headings = ['page', 'performance', 'accessibility', 'practices', 'seo', 'LCP ms', 'TBT ms', 'CLS'];
  const rows = measured.map(({ page, scores, metrics }) => [
    page.name,
    ...CATEGORIES.map((category) => String(scores[category])),
    ...[metrics.lcp.toFixed(0), metrics.tbt.toFixed(0), metrics.cls.toFixed(3)],
  ]);
  console.log(`\n${table(headings, rows)}\n`);
  for (const { page, costs } of measured)
    if (costs.length > 0) console.log(`${page.name}\n${costs.map((cost) => `  ${cost}`).join('\n')}`);
  const low = measured.filter(({ scores }) => Object.values(scores).some((score) => score < LEAST));
  if (low.length > 0)
    throw new Problem(
      `Below ${LEAST}: ${low.map(({ page }) => page.name).join(', ')}.`,
      'What costs points stands above, with how many of a hundred.',
    );
});
