import { sitemap, sitemapPages } from './sitemap';

const SITE = 'https://lumino.example';
const published = (code: string) => ({ code, changedAt: '2026-11-20T10:00:00.000Z' });

it('has each page in each language, with its translations', () => {
  const xml = sitemap(sitemapPages({ modules: [published('PRO')], teachers: [] }), SITE) ?? '';
  for (const address of [
    `${SITE}/`,
    `${SITE}/es`,
    `${SITE}/catalog`,
    `${SITE}/modules/PRO`,
    `${SITE}/es/modules/PRO`,
  ])
    expect(xml).toContain(`<loc>${address}</loc>`);
  expect(xml.match(/hreflang="x-default" href="https:\/\/lumino.example\/modules\/PRO"/g)).toHaveLength(2);
  expect(xml).toContain('<lastmod>2026-11-20T10:00:00.000Z</lastmod>');
});

it('says that the start page changed with the last module', () => {
  const pages = sitemapPages({
    modules: [published('A1'), { code: 'B2', changedAt: '2026-11-25T10:00:00.000Z' }],
    teachers: [],
  });
  expect(pages[0]).toEqual({ path: '/', changedAt: '2026-11-25T10:00:00.000Z' });
  expect(sitemapPages({ modules: [], teachers: [] })[0]).toEqual({ path: '/' });
});

it('escapes what XML reads', () =>
  expect(sitemap([{ path: '/a&b' }], SITE)).toContain('<loc>https://lumino.example/a&#38;b</loc>'));

it('becomes an index of parts where there are too many addresses for one', () => {
  const pages = sitemapPages({ modules: ['A1', 'B2', 'C3'].map(published), teachers: [] });
  const index = sitemap(pages, SITE, undefined, 8) ?? '';
  expect(index).toContain('<sitemapindex');
  expect(index).toContain(`<loc>${SITE}/sitemap-2.xml</loc>`);
  const parts = [1, 2].map((part) => sitemap(pages, SITE, part, 8) ?? '');
  expect(parts.join('').match(/<loc>/g)).toHaveLength(2 * pages.length);
  expect(sitemap(pages, SITE, 3, 8)).toBeNull();
  expect(sitemap(pages, SITE, 1)).toBeNull();
});
