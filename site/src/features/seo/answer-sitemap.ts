import { SITE_URL } from 'astro:env/server';
import { Unavailable } from '../../lib/cms/client';
import type { Cms } from '../../lib/cms/client';
import { sitemap, sitemapPages } from './sitemap';

/** @param part from 1 on; not given: the sitemap itself */
export async function answerSitemap(cms: Cms, part?: number): Promise<Response> {
  const pages = await cms.publicPages();
  // An empty sitemap would tell search engines to forget everything.
  if (!pages.ok) throw new Unavailable('The pages for the sitemap are not to be had');
  const xml = sitemap(sitemapPages(pages.value), SITE_URL, part);
  if (xml === null) return new Response(null, { status: 404 });
  return new Response(xml, {
    headers: { 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': 'public, max-age=3600' },
  });
}
