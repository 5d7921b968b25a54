import autocannon from 'autocannon';
import { Problem } from '../../problem.ts';
import { cpuMsOf } from '../child-processes.ts';

export interface Load {
  url: string;
  connections: number;
  /** Either so many seconds, or so many requests. */
  seconds?: number;
  requests?: number;
  headers?: Record<string, string>;
  /** Processes whose work is counted, at this moment. */
  pids(): number[] | Promise<number[]>;
}

export interface LoadResult {
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
  /** User and system time of the counted processes for one request. */
  cpuMs: number;
  /** What one core of theirs would answer in a second. */
  perCore: number;
}

/** Asks for one address again and again, as browsers do: compressed, over connections that stay open. */
export async function putUnderLoad({
  url,
  connections,
  seconds,
  requests,
  headers = {},
  pids,
}: Load): Promise<LoadResult> {
  const cpuBefore = cpuMsOf(await pids());
  const result = await autocannon({
    url,
    connections,
    ...(requests ? { amount: requests } : { duration: seconds ?? 5 }),
    headers: { 'accept-encoding': 'gzip', ...headers },
  });
  const cpu = cpuMsOf(await pids()) - cpuBefore;
  const done = result.requests.total;
  if (result.non2xx > 0 || result.errors > 0 || done === 0)
    throw new Problem(
      `${url} was answered ${result.non2xx} times with something else, and ${result.errors} times not at all.`,
      'Look at what it says, then measure again.',
    );
  const cpuMs = cpu / done;
  return {
    perSecond: result.requests.average,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    cpuMs,
    perCore: 1000 / cpuMs,
  };
}

const TURNS = 3;

/**
 * Puts several servers under the same load one after the other, and that a few times over: whatever else the machine does,
 * it does to each of them.
 * @param seconds of load for each, in all
 * @returns of each the turn that was the middle one by its cost
 */
export async function takeTurns(loads: Load[], seconds: number): Promise<LoadResult[]> {
  for (const load of loads) await putUnderLoad({ ...load, seconds: 1 });
  const turns: LoadResult[][] = loads.map(() => []);
  for (let turn = 0; turn < TURNS; turn++)
    for (const [index, load] of loads.entries())
      turns[index]?.push(await putUnderLoad({ ...load, seconds: Math.max(1, Math.round(seconds / TURNS)) }));
  return turns.map((results) => results.sort((a, b) => a.cpuMs - b.cpuMs)[(TURNS - 1) / 2] as LoadResult);
}
