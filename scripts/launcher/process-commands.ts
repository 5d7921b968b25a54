import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../paths.ts';

/**
 * Limits of V8's heap, in MB. On a large machine V8 lets a heap grow to several times of what is alive in it before it
 * tidies up: a worker took 950 MB for a bulk of 10,000 certificates so, and takes 460 MB with these. What is alive in a
 * worker is about 140 MB, in a site half of that; the pages it keeps are not on the heap. In JSON, since `boot.mjs` reads
 * it, too.
 */
export const HEAP_LIMITS: Record<'worker' | 'site', string[]> = JSON.parse(
  readFileSync(path.join(ROOT, 'scripts', 'launcher', 'heap-limits.json'), 'utf8'),
);

/** The arguments of Node for one process, in the root folder. */
export const WORKER_COMMAND = [...HEAP_LIMITS.worker, 'scripts/worker.ts'];
export const SITE_COMMAND = [...HEAP_LIMITS.site, 'scripts/site.ts'];
