import { spawn } from 'node:child_process';
import path from 'node:path';

const ROOT = path.join(__dirname, '..', '..');

/** Runs one of Lumino's commands. @param env over that of this run; undefined takes a setting away. */
export async function runVerb(
  verb: string,
  args: string[] = [],
  env: Record<string, string | undefined> = {},
): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [path.join('scripts', `${verb}.ts`), ...args], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: process.env.TEST_DATABASE_URL, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, said };
}
