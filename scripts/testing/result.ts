import { spawn } from 'node:child_process';
import { ROOT } from '../paths.ts';

export interface Result {
  passed: number;
  failed: number;
}

export const add = (a: Result, b: Result): Result => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
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
