import { main } from './problem.ts';
import { run } from './testing/result.ts';

/** Rules of the code, and its format. */
await main(async () => {
  const rules = await run('eslint', ['.']);
  const format = await run('prettier', ['--check', '--log-level', 'warn', '.']);
  process.exitCode = rules || format;
});
