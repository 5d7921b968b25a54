import { readFileSync } from 'node:fs';
import path from 'node:path';

export interface Unit {
  workingDirectory: string;
  env: Record<string, string>;
  start: string[];
  /** Has to end well before the unit counts as started. */
  startPost: string[] | null;
  restartOnFailure: boolean;
  restartMs: number;
  stopMs: number;
}

/** Words of a command or of `Environment=`, some of them in quotes. */
const wordsOf = (text: string): string[] =>
  [...text.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
const pairsOf = (words: string[]): Record<string, string> =>
  Object.fromEntries(
    words.map((word) => [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)]),
  );

/** What systemd would do with a unit, as far as it can be done without systemd: everything but the sandbox. */
export function readUnit(folder: string, name: string): Unit {
  const [, template = '', instance = ''] = /^(.+?@|[^@]+)(.*)\.service$/.exec(name) ?? [];
  const lines = readFileSync(path.join(folder, `${template}.service`), 'utf8')
    .replaceAll('%i', instance)
    .split('\n')
    .filter((line) => /^\w+=/.test(line))
    .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)] as const);
  const all = (key: string): string[] => lines.filter(([one]) => one === key).map(([, value]) => value);
  const one = (key: string): string => all(key).at(-1) ?? '';
  const files = all('EnvironmentFile').map((file) => readFileSync(file, 'utf8').split('\n').filter(Boolean));
  const post = one('ExecStartPost');
  return {
    workingDirectory: one('WorkingDirectory'),
    env: { ...pairsOf(all('Environment').flatMap(wordsOf)), ...pairsOf(files.flat()) },
    start: wordsOf(one('ExecStart')),
    startPost: post ? wordsOf(post) : null,
    restartOnFailure: one('Restart') === 'on-failure',
    restartMs: Number(one('RestartSec')) * 1000,
    stopMs: Number(one('TimeoutStopSec')) * 1000,
  };
}
