const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request that changes something comes from a page of this site (P9). A browser says where a request comes
 * from in `Origin`, which no page can forge, and where it goes in `Host`. A request that says neither `Origin` nor
 * `Sec-Fetch-Site: same-origin` is refused, whatever its content type.
 */
export function comesFromHere(method: string, headers: Pick<Headers, 'get'>): boolean {
  if (SAFE.has(method)) return true;
  const origin = headers.get('origin');
  if (!origin) return headers.get('sec-fetch-site') === 'same-origin';
  try {
    return new URL(origin).host === headers.get('host');
  } catch {
    return false;
  }
}
