/**
 * Where to go after log-in: a path of this site, or `fallback`. Anything that a browser could read as another host is
 * refused (H5): two slashes, a backslash, which browsers read as a slash, and control characters, which they drop.
 */
export function nextPath(next: string | null | undefined, fallback: string): string {
  if (!next || !next.startsWith('/') || next.startsWith('//') || /[\\\p{Cc}]/u.test(next)) return fallback;
  try {
    const url = new URL(next, 'http://local.invalid');
    return url.origin === 'http://local.invalid' ? `${url.pathname}${url.search}${url.hash}` : fallback;
  } catch {
    return fallback;
  }
}
