import { spawnSync } from 'node:child_process';

/** Runs a program. @returns its exit code and all it said; code 127 where it is not there */
export function run(program: string, args: string[], env: Record<string, string> = {}) {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    encoding: 'utf8',
    env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin`, ...env },
  });
  return { code: error ? 127 : (status ?? 1), said: `${stdout ?? ''}${stderr ?? ''}` };
}

/** `it`, where these programs are installed; else the test is skipped under a name that says which one is missing. */
export function itWith(programs: string[]): (name: string, test: () => void) => void {
  const missing = programs.filter((program) => run('which', [program]).code !== 0);
  return missing.length === 0
    ? (name, test) => it(name, test)
    : (name, test) => it.skip(`${name} (skipped: ${missing.join(' and ')} not installed)`, test);
}
