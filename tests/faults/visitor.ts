import { fork } from 'node:child_process';
import path from 'node:path';

export interface Visits {
  /** Of how long a visit took, in milliseconds. */
  p50: number;
  p95: number;
  count: number;
  /** Not answered with 200. */
  failed: number;
}

/**
 * Reads pages of the site, one after the other, until it is stopped; in a process of its own, so that what else a test
 * does (it takes thousands of mails) is not counted as the site's time.
 */
export function startVisiting(urls: string[]): { stop(): Promise<Visits> } {
  // A session of its own, too: a kernel that shares the processors out by session treats it as any other program.
  const child = fork(path.join(__dirname, 'visiting.ts'), urls, { detached: true });
  const ended = new Promise<never>((_, reject) =>
    child.once('exit', (code) => reject(new Error(`the visitor ended with ${code}`))),
  );
  ended.catch(() => undefined);
  return {
    async stop() {
      const visits = new Promise<Visits>((resolve) =>
        child.once('message', (message) => resolve(message as Visits)),
      );
      child.send('stop');
      return Promise.race([visits, ended]);
    },
  };
}
