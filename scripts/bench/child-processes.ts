import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const read = (file: string): string => {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    // It has ended meanwhile.
    return '';
  }
};

/** The fields of /proc/<pid>/stat from the third on; a program's name before them may hold anything. */
const fieldsOf = (pid: number): string[] => {
  const stat = read(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
};

/** Everything started by a process, and by what it started. Linux only. */
export function descendantsOf(ancestor: number): number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    const parent = Number(fieldsOf(Number(name))[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const below = (pid: number): number[] =>
    (children.get(pid) ?? []).flatMap((child) => [child, ...below(child)]);
  return below(ancestor);
}

/** Memory of processes in MB, what they share counted once: their proportional set sizes. */
export const megabytesOf = (pids: number[]): number =>
  pids
    .map((pid) => Number(/^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0))
    .reduce((sum, kilobytes) => sum + kilobytes * 1024, 0) / 1e6;

/** User and system time of processes in milliseconds. */
export function cpuMsOf(pids: number[]): number {
  const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
  const ticks = pids.map(fieldsOf).map((fields) => Number(fields[11] ?? 0) + Number(fields[12] ?? 0));
  return (ticks.reduce((sum, own) => sum + own, 0) * 1000) / ticksPerSecond;
}
