import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../paths.ts';

/**
 * Limits of V8's heap, in MB. On a large machine V8 lets a heap grow to several times of what is alive in it before it
 * tidies up. A worker took 950 MB in all for a bulk of 10,000 certificates so, and takes 460 MB with these, of which about
 * 140 MB are alive on the heap; a site took 296 MB after 100,000 requests and still grew, and stays at 173 MB. The pages
 * that it keeps are not on the heap. In JSON, since `boot.mjs` reads it, too.
 */
export const HEAP_LIMITS: Record<'worker' | 'site', string[]> = JSON.parse(
  readFileSync(path.join(ROOT, 'scripts', 'launcher', 'heap-limits.json'), 'utf8'),
);

/** The arguments of Node for one process, in the root folder. */
export const WORKER_COMMAND = [...HEAP_LIMITS.worker, 'scripts/worker.ts'];
export const SITE_COMMAND = [...HEAP_LIMITS.site, 'scripts/site.ts'];
