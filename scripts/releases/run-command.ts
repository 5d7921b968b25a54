import { spawn } from 'node:child_process';
import { Problem } from '../problem.ts';

export interface Running {
  cwd?: string;
  env?: Record<string, string | undefined>;
  /** Its output is shown as it comes. */
  shown?: boolean;
}

/** Runs a command to its end. @throws Problem with its last words where it fails */
export function runCommand(
  [program = '', ...args]: string[],
  what: string,
  { cwd, env = {}, shown = false }: Running = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...(cwd ? { cwd } : {}),
      env: { ...process.env, ...env } as NodeJS.ProcessEnv,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        said += chunk;
        if (shown) process.stdout.write(chunk);
      });
    const fail = (why: string) =>
      reject(
        new Problem(
          `${what} failed (${why})${shown ? '' : `:\n\n${said.trim().split('\n').slice(-20).join('\n')}\n`}`,
          `The command was: ${[program, ...args].join(' ')}`,
        ),
      );
    child.on('error', ({ message }) => fail(message));
    child.on('close', (code, signal) => (code === 0 ? resolve(said) : fail(signal ?? `code ${code}`)));
  });
}
