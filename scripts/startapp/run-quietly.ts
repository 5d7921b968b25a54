import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Problem } from '../problem.ts';

interface Quiet {
  /** What the person is told meanwhile. */
  what: string;
  cwd: string;
  /** Where its words go. */
  log: string;
  /** Ends it. */
  signal: AbortSignal;
}

/** Runs a program with the seconds counted in a terminal. @throws Problem with the end of its output where it fails. */
export function runQuietly(
  program: string,
  args: string[],
  { what, cwd, log, signal }: Quiet,
): Promise<void> {
  const started = Date.now();
  const seconds = () => ((Date.now() - started) / 1000).toFixed(0);
  const { isTTY } = process.stdout;
  if (!isTTY) console.log(`  ${what} …`);
  const timer = setInterval(() => isTTY && process.stdout.write(`\r\x1b[K  ${what} … ${seconds()} s`), 1000);
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, signal, shell: process.platform === 'win32' });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => (output += `${error.message}\n`));
    // Not on `error`: a program that was told to stop may still be writing.
    child.on('close', (code) => {
      clearInterval(timer);
      if (isTTY) process.stdout.write('\r\x1b[K');
      mkdirSync(path.dirname(log), { recursive: true });
      writeFileSync(log, output);
      if (code === 0 && !signal.aborted) {
        console.log(`✓ ${what} (${seconds()} s)`);
        return resolve();
      }
      reject(
        signal.aborted
          ? new Problem(`${what} was interrupted.`, 'Run the command again.')
          : new Problem(
              `${what} failed:\n\n${output.trimEnd().split('\n').slice(-15).join('\n')}\n`,
              `All of it is in ${path.relative(cwd, log)}.`,
            ),
      );
    });
  });
}
