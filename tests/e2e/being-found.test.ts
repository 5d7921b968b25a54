import { expect, type Page, test } from '@playwright/test';
import sharp from 'sharp';
import { people, signIn } from './sign-in.ts';
import { sql } from './sql.ts';

/** What the data blocks of a page say, by type. */
async function dataOf(page: Page, type: string): Promise<any> {
  const blocks = await page.locator('script[type="application/ld+json"]').allTextContents();
  return blocks.map((text) => JSON.parse(text)).find((data) => data['@type'] === type);
}

test.describe('for search engines', () => {
  test('the sitemap is XML, and each address in it answers', async ({ page, request }) => {
    const answer = await request.get('/sitemap.xml');
    expect(answer.headers()['content-type']).toContain('application/xml');
    const xml = await answer.text();
    const addresses = await page.evaluate((text) => {
      const document = new DOMParser().parseFromString(text, 'application/xml');
      if (document.querySelector('parsererror')) throw new Error(document.documentElement.textContent ?? '');
      return Array.from(document.querySelectorAll('loc'), (element) => element.textContent ?? '');
    }, xml);
    expect(addresses.length).toBeGreaterThan(40);
    expect(addresses).toContain(`${process.env.SITE_URL}/es/modules/PRO`);
    for (const address of addresses)
      expect([address, (await request.get(address)).status()]).toEqual([address, 200]);
    expect(xml).not.toContain('/lessons/');
    expect(xml).not.toContain('/users/');
  });

  test('robots.txt names the sitemap', async ({ request }) => {
    const text = await (await request.get('/robots.txt')).text();
    expect(text).toContain(`Sitemap: ${process.env.SITE_URL}/sitemap.xml`);
    expect(text).toContain('Disallow: /users/');
  });

  test('public pages say their address and their translations, private ones neither', async ({ page }) => {
    for (const path of ['/', '/es', '/catalog', '/es/modules/PRO', '/teachers/ada-moreno', '/verify']) {
      await page.goto(path);
      const bare = path.replace(/^\/es(?=\/|$)/, '') || '/';
      const canonical = await page.locator('link[rel=canonical]').getAttribute('href');
      expect(canonical).toBe(process.env.SITE_URL + path);
      const defaults = page.locator('link[rel=alternate][hreflang=x-default]');
      await expect(defaults).toHaveAttribute('href', process.env.SITE_URL + bare);
      await expect(page.locator('link[rel=alternate]')).toHaveCount(3);
    }
    await signIn(page, people.showcase.graduate.username);
    for (const path of ['/modules', '/certificates', '/users/guido', '/search?q=web', '/catalog?q=web']) {
      await page.goto(path);
      await expect(page.locator('link[rel=canonical], link[rel=alternate]')).toHaveCount(0);
      await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
    }
  });

  test('a module has what Google asks of a course, in a block that no policy stops', async ({ page }) => {
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await page.goto('/es/modules/PRO');
    const course = await dataOf(page, 'Course');
    expect(course).toMatchObject({
      name: 'Fundamentos de programación con Python',
      description: expect.stringContaining('panadería'),
      provider: { '@type': 'Organization', name: 'Lumino' },
      offers: [{ '@type': 'Offer', category: 'Free' }],
      hasCourseInstance: [
        {
          '@type': 'CourseInstance',
          courseMode: 'Online',
          courseWorkload: expect.stringMatching(/^PT\d+M$/),
        },
      ],
    });
    const crumbs = await dataOf(page, 'BreadcrumbList');
    expect(crumbs.itemListElement.map(({ position }: { position: number }) => position)).toEqual([1, 2]);
    await page.goto('/catalog');
    const list = await dataOf(page, 'ItemList');
    expect(list.itemListElement.length).toBeGreaterThan(3);
    expect(list.itemListElement[0].url).toMatch(/^http.*\/modules\//);
    expect(complaints).toEqual([]);
  });

  test('what authors write cannot end the block', async ({ page }) => {
    const was = await sql<{ id: number; name: string }>(
      "select id, name from modules where code = 'TST' and locale = 'en' and published_at is not null",
    );
    const name = '</script><script>document.title = "broken"</script>';
    await sql('update modules set name = $2 where id = $1', [was[0]?.id, name]);
    try {
      // Seen within two seconds, as whatever an author changes.
      await expect(async () => {
        await page.goto('/modules/TST');
        expect((await dataOf(page, 'Course')).name).toBe(name);
      }).toPass();
      await expect(page).not.toHaveTitle('broken');
    } finally {
      await sql('update modules set name = $2 where id = $1', [was[0]?.id, was[0]?.name]);
    }
  });

  test('shared links have a picture, kept for good under its content', async ({ page, request }) => {
    for (const path of ['/', '/es/catalog', '/modules/PRO', '/es/modules/A11Y']) {
      await page.goto(path);
      const address = (await page.locator('meta[property="og:image"]').getAttribute('content')) ?? '';
      const answer = await request.get(address);
      expect(answer.headers()['content-type']).toBe('image/png');
      const { width, height } = await sharp(await answer.body()).metadata();
      expect([width, height]).toEqual([1200, 630]);
      if (path.includes('/modules/')) expect(answer.headers()['cache-control']).toContain('immutable');
    }
    const old = await request.get('/cards/modules/0123456789abcdef/en/PRO.png', { maxRedirects: 0 });
    expect(old.status()).toBe(302);
    for (const path of ['modules/x/en/NOPE', 'modules/x/fr/PRO', 'fr', 'modules/x/en/..%2FPRO'])
      expect((await request.get(`/cards/${path}.png`)).status()).toBe(404);
  });

  test('icons have the sizes that the manifest says', async ({ page, request }) => {
    const manifest = await (await request.get('/site.webmanifest')).json();
    for (const { src, sizes } of [...manifest.icons, { src: '/apple-touch-icon.png', sizes: '180x180' }]) {
      const { width, height } = await sharp(await (await request.get(src)).body()).metadata();
      expect(`${width}x${height}`).toBe(sizes);
    }
    expect((await request.get('/favicon.ico')).status()).toBe(200);
    await page.goto('/');
    await expect(page.locator('meta[name=theme-color]')).toHaveCount(2);
  });
});
