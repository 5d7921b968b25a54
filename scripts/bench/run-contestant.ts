import { spawn } from 'node:child_process';
import { Problem } from '../problem.ts';
import { createProgress } from '../progress.ts';
import { PROGRESS } from './measurement.ts';

const SILENT_MINUTES = 5;

export interface Process {
  label: string;
  count: number;
  program: string;
  args: string[];
  /** On its standard input. */
  input?: string;
  cwd: string;
}

/**
 * Lets a contestant's process run to its end, showing how far it is.
 * @returns what its last line says, as JSON. @throws Problem with its words when it fails, or is silent for minutes.
 */
export async function runContestant<Answer>({
  label,
  count,
  program,
  args,
  input,
  cwd,
}: Process): Promise<Answer> {
  const child = spawn(program, args, { cwd, stdio: ['pipe', 'pipe', 'pipe'] });
  const progress = createProgress(label);
  let [line, lastLine, complaints, isSilent] = ['', '', '', false];
  const giveUp = () => {
    isSilent = true;
    child.kill('SIGKILL');
  };
  let patience = setTimeout(giveUp, SILENT_MINUTES * 60_000);
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    clearTimeout(patience);
    patience = setTimeout(giveUp, SILENT_MINUTES * 60_000);
    const lines = (line + chunk).split('\n');
    line = lines.pop() ?? '';
    for (const one of lines) {
      const done = PROGRESS.exec(one)?.[1];
      if (done) progress.at(Number(done), count);
      else if (one.trim()) lastLine = one;
    }
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (complaints += chunk));
  // One that ends early does not read what is written to it; how it ended says more.
  child.stdin.on('error', () => {});
  child.stdin.end(input ?? '');
  const code = await new Promise<number | null>((resolve) => {
    child.on('error', ({ message }) => {
      complaints += message;
      resolve(127);
    });
    child.on('close', resolve);
  });
  clearTimeout(patience);
  // Some programs end well with an error as their last words.
  const hasMeasured = lastLine.startsWith('{');
  if (code !== 0 || !hasMeasured)
    throw new Problem(
      isSilent
        ? `${label} said nothing for ${SILENT_MINUTES} minutes.`
        : `${label} failed (${code}):\n${(complaints || line || lastLine).trim().split('\n').slice(-8).join('\n')}`,
      'Leave it out with --only, or mend what it says.',
    );
  progress.done();
  return JSON.parse(lastLine) as Answer;
}
