import { main } from './problem.ts';
import { run } from './testing/result.ts';

/** Puts every file into the project's format. */
await main(async () => {
  process.exitCode = await run('prettier', ['--write', '--log-level', 'warn', '.']);
});
