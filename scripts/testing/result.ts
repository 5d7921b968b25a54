import { spawn } from 'node:child_process';
import { ROOT } from '../paths.ts';

export interface TestRun {
  /** With those of the groups around it. */
  name: string;
  passed: boolean;
}

export interface Result {
  passed: number;
  failed: number;
  /** One by one, where the runner tells. */
  tests?: TestRun[];
}

export const add = (a: Result, b: Result): Result => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  tests: [...(a.tests ?? []), ...(b.tests ?? [])],
});

/** Runs a program with its output shown. @returns its exit code. */
export function run(
  program: string,
  args: string[],
  env: Record<string, string> = {},
  cwd = ROOT,
): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, stdio: 'inherit', env: { ...process.env, ...env } });
    child.on('error', () => resolve(127));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/** A program that says yes or no counts as one test. */
export const check = async (program: string, args: string[], cwd = ROOT): Promise<Result> =>
  (await run(program, args, {}, cwd)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };

/** How many programs run beside each other: each uses one core. */
const AT_ONCE = 2;

/** Runs checks that have nothing to do with each other, some at a time. */
export async function checkAll(checks: Parameters<typeof check>[]): Promise<Result> {
  const left = [...checks];
  let result: Result = { passed: 0, failed: 0 };
  const work = async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      const found = await check(...next);
      result = add(result, found);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return result;
}
