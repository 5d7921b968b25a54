import { readdirSync, readFileSync } from 'node:fs';

/** The worker of this run and nobody else's: told by the data folder in its environment. Linux only, as the tests' machine. */
export function workerPids(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return (
          readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('scripts/worker.ts') &&
          readFileSync(`/proc/${pid}/environ`, 'utf8').includes(
            `LUMINO_DATA_DIR=${process.env.LUMINO_DATA_DIR}`,
          )
        );
      } catch {
        return false;
      }
    })
    .map(Number);
}
