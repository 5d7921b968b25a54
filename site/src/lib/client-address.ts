/**
 * Whom a request is from (P7): the connection says it, or the proxies of our own, each of which adds an entry at the end of
 * `X-Forwarded-For`. What stands before those anybody can make up; Astro itself would read the first one.
 *
 * @param connected asked for the address of the connection; throws where there is none
 * @param hops how many proxies of our own stand in front of the site
 */
export function clientAddress(connected: () => string, forwardedFor: string | null, hops: number): string {
  const entry = hops > 0 ? forwardedFor?.split(',').at(-hops)?.trim() : undefined;
  if (entry) return entry;
  try {
    return connected();
  } catch {
    return '127.0.0.1';
  }
}
