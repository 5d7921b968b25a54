import { spawnSync } from 'node:child_process';
import path from 'node:path';

export interface ShownMail {
  html: string;
  /** Of the window, in pixels. */
  width: number;
  isDark: boolean;
  /** Where to draw it as PNG; null: nowhere. */
  file: string | null;
}

export interface SeenMail {
  /** Pixels by which it is wider than the window. */
  overflow: number;
  /** Height of its button, in pixels. */
  button: number;
  /** Addresses that were fetched to show it. */
  external: string[];
  /** What breaks a rule of WCAG 2.2 AA. */
  wrong: string[];
}

/** What a browser makes of each mail. */
export function seeMails(mails: ShownMail[]): SeenMail[] {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', path.resolve('tests/rendering/draw-mails.ts')],
    { input: JSON.stringify(mails), maxBuffer: 64 * 1024 * 1024, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`the mails could not be shown: ${stderr}`);
  return JSON.parse(stdout);
}
