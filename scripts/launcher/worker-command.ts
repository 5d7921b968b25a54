import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../paths.ts';

/**
 * Limits of V8's heap in the worker, in MB. On a large machine V8 lets a heap grow to several times of what is alive in it
 * before it tidies up: a bulk of 10,000 certificates took 950 MB so, and takes 460 MB with these. What is alive there is
 * about 140 MB. In JSON, since `boot.mjs` reads it, too.
 */
const FLAGS: string[] = JSON.parse(
  readFileSync(path.join(ROOT, 'scripts', 'launcher', 'worker-flags.json'), 'utf8'),
);

/** The arguments of Node for one worker process, in the root folder. */
export const WORKER_COMMAND = [...FLAGS, 'scripts/worker.ts'];
