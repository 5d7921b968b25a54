import { makeForeignApp, run } from './foreign-app.ts';
import { writeWorker } from './surroundings.ts';

/** Once for all tests of the packed plugins: packs, installs, compiles. The compiler is a test as well: it is strict. */
export default function setUp(): void {
  const { folder, remove } = makeForeignApp({ full: process.env.PACKED_FULL === '1' });
  process.env.PACKED_APP = folder;
  (globalThis as { removePackedApp?: () => void }).removePackedApp = remove;
  writeWorker(folder);
  run(folder, process.execPath, ['node_modules/typescript/bin/tsc', '-p', '.']);
}
