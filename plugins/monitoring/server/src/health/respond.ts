import type { Readiness } from './readiness';

export const LIVE = '/_health/live';
export const READY = '/_health/ready';

/**
 * What a probe is told, in whichever server it asks. Alive is not ready: a process that cannot reach its database is
 * taken out of service and left running, since a restart would not help it.
 * @returns null for any other path.
 */
export async function respond(
  path: string,
  readiness: Readiness,
): Promise<{ status: 200 | 503; body: object } | null> {
  if (path === LIVE) return { status: 200, body: { live: true } };
  if (path !== READY) return null;
  const report = await readiness.report();
  return { status: report.ready ? 200 : 503, body: report };
}
