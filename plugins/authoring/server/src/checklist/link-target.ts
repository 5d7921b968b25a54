/** Where lessons of the module stand on the site; the host is none that exists. */
const SITE = 'http://site.invalid';

export type LinkTarget =
  | { to: 'lesson'; code: string; slug: string; anchor: string }
  | { to: 'module'; code: string }
  | { to: 'upload'; path: string }
  /** Another page of the site, or of the web: nobody is asked whether it is there. */
  | { to: 'elsewhere' }
  | { to: 'nowhere' }
  /** Browsers would run it. */
  | { to: 'script' };

/** What an address in a lesson leads to, seen from that lesson's page. */
export function linkTarget(address: string, code: string, slug: string): LinkTarget {
  const trimmed = address.trim();
  if (!trimmed) return { to: 'nowhere' };
  if (!URL.canParse(trimmed, SITE)) return { to: 'nowhere' };
  const url = new URL(trimmed, `${SITE}/modules/${code}/lessons/${slug}`);
  if (!['http:', 'https:', 'mailto:', 'tel:'].includes(url.protocol)) return { to: 'script' };
  if (url.origin !== SITE) return { to: 'elsewhere' };
  if (url.pathname.startsWith('/uploads/')) return { to: 'upload', path: url.pathname };
  const page = /^(?:\/es)?\/modules\/([^/]+)(?:\/lessons\/([^/]+))?\/?$/.exec(url.pathname);
  if (!page) return url.pathname.includes('/lessons/') ? { to: 'nowhere' } : { to: 'elsewhere' };
  const [, linkedCode = '', linkedSlug] = page;
  return linkedSlug === undefined
    ? { to: 'module', code: linkedCode }
    : { to: 'lesson', code: linkedCode, slug: linkedSlug, anchor: decode(url.hash.slice(1)) };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
