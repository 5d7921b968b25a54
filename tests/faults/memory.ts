import { readdirSync, readFileSync } from 'node:fs';

const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

/** A process of this run, told by its command and by the data folder in its environment. Linux only. */
export function pidOf(command: string): number {
  const found = readdirSync('/proc').find(
    (name) =>
      /^\d+$/.test(name) &&
      read(`/proc/${name}/cmdline`).replaceAll('\0', ' ').includes(command) &&
      read(`/proc/${name}/environ`).includes(`LUMINO_DATA_DIR=${process.env.LUMINO_DATA_DIR}`),
  );
  if (!found) throw new Error(`no process of this run is a "${command}"`);
  return Number(found);
}

/** Resident memory in bytes; 0 once it has ended. */
export const memoryOf = (pid: number): number =>
  Number(/^VmRSS:\s+(\d+) kB/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) * 1024;
