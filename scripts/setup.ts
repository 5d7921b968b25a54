import { buildAll } from './build/build-all.ts';
import { ensureEnvFile, loadEnvironment } from './environment/load.ts';
import { main } from './problem.ts';

/** Everything `npm start` needs before it can start: packages (by then), `.env`, builds. */
await main(async () => {
  if (ensureEnvFile()) console.log('✓ Made .env with secrets of its own');
  loadEnvironment();
  await buildAll();
  console.log('✓ Ready: npm start');
});
