import GithubSlugger from 'github-slugger';

/** Ids that pages have themselves: a heading must not take them away. */
const RESERVED = ['content', 'site-menu'];

/**
 * Gives the headings of one lesson their ids, in order: as GitHub does, so `2.6 Media` becomes `26-media`. The site shows
 * them, and the importer of courses writes links to them: both use this.
 */
export function createAnchors(): (heading: string) => string {
  const slugger = new GithubSlugger();
  for (const id of RESERVED) slugger.slug(id);
  return (heading) => slugger.slug(heading) || slugger.slug('section');
}
