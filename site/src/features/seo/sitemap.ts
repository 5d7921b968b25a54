import { DEFAULT_LOCALE, LOCALES, localePath } from '../../i18n/locales';
import type { PublicPagesResponse } from '../../lib/cms/contracts';

/** Most addresses of one sitemap (sitemaps.org, protocol 0.9). */
export const MOST_ADDRESSES = 50_000;

export interface SitemapPage {
  /** Without a language. */
  path: string;
  /** ISO 8601; pages that are made of others do not say. */
  changedAt?: string;
}

/** Every page that search engines may know. */
export function sitemapPages({ modules, teachers }: PublicPagesResponse): SitemapPage[] {
  const latest = modules
    .map(({ changedAt }) => changedAt)
    .sort()
    .at(-1);
  const whole = latest === undefined ? {} : { changedAt: latest };
  return [
    { path: '/', ...whole },
    { path: '/catalog', ...whole },
    { path: '/verify' },
    ...modules.map(({ code, changedAt }) => ({ path: `/modules/${code}`, changedAt })),
    ...teachers.map(({ slug, changedAt }) => ({ path: `/teachers/${slug}`, changedAt })),
  ];
}

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** Each page in each language, and beside each where its translations are. */
function urlSet(pages: SitemapPage[], siteUrl: string): string {
  const at = (path: string, locale: (typeof LOCALES)[number]) => escaped(siteUrl + localePath(path, locale));
  const entries = pages.flatMap(({ path, changedAt }) => {
    const alternates = [
      ...LOCALES.map((locale) => [locale, at(path, locale)] as const),
      ['x-default', at(path, DEFAULT_LOCALE)] as const,
    ]
      .map(([hreflang, href]) => `<xhtml:link rel="alternate" hreflang="${hreflang}" href="${href}"/>`)
      .join('');
    const changed = changedAt ? `<lastmod>${escaped(changedAt)}</lastmod>` : '';
    return LOCALES.map((locale) => `<url><loc>${at(path, locale)}</loc>${changed}${alternates}</url>\n`);
  });
  return `${DECLARATION}<urlset ${NAMESPACE} xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${entries.join('')}</urlset>\n`;
}

/**
 * `/sitemap.xml` and, where one file may not hold all addresses, the parts it names.
 * @param part from 1 on; not given: the one that crawlers ask for first
 * @returns null for a part that there is not
 */
export function sitemap(
  pages: SitemapPage[],
  siteUrl: string,
  part?: number,
  most = MOST_ADDRESSES,
): string | null {
  const perPart = Math.floor(most / LOCALES.length);
  const parts = Math.ceil(pages.length / perPart);
  if (part !== undefined) {
    const own = pages.slice((part - 1) * perPart, part * perPart);
    return parts > 1 && own.length > 0 ? urlSet(own, siteUrl) : null;
  }
  if (parts <= 1) return urlSet(pages, siteUrl);
  const names = Array.from(
    { length: parts },
    (_, index) => `<sitemap><loc>${escaped(`${siteUrl}/sitemap-${index + 1}.xml`)}</loc></sitemap>\n`,
  );
  return `${DECLARATION}<sitemapindex ${NAMESPACE}>\n${names.join('')}</sitemapindex>\n`;
}
