import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { join, RICH, WITH_VIDEO } from './learner.ts';
import { signIn } from './sign-in.ts';
import { sql } from './sql.ts';

/** Puts this text in the place of a published lesson's first text while `look` runs. */
async function withText(slug: string, body: string, look: () => Promise<void>): Promise<void> {
  const [row] = await sql<{ id: number; body: string }>(
    `select t.id, t.body from lesson_texts t
     join lessons_cmps c on c.cmp_id = t.id and c.component_type = 'lesson.text'
     join lessons l on l.id = c.entity_id
     where l.slug = $1 and l.locale = 'en' and l.published_at is not null order by c.order limit 1`,
    [slug],
  );
  if (!row) throw new Error(`${slug} has no text`);
  const write = (text: string) => sql('update lesson_texts set body = $1 where id = $2', [text, row.id]);
  await write(body);
  try {
    await look();
  } finally {
    await write(row.body);
  }
}

test('an author’s Markdown never runs anything (L5)', async ({ page }) => {
  await join(page, 'reader-of-pages', 'MLI', 'A11Y');
  const hostile = [
    '<script>window.owned = 1</script><img src=x onerror="window.owned = 2">',
    '[click](javascript:window.owned=3) [click](JaVaScRiPt&colon;window.owned=4) [click](data:text/html,<script>parent.owned=5</script>)',
    '![x](javascript:window.owned=6) ![x](data:image/svg+xml,<svg onload=window.owned=7>) ![x](https://evil.example/x.svg "a\\" onerror=\\"window.owned=8")',
    '<svg onload="window.owned = 9"></svg><iframe srcdoc="<script>parent.owned = 10</script>"></iframe><details open ontoggle="window.owned = 11">',
    '$\\href{javascript:window.owned=12}{x}$ and $\\text{<img src=x onerror=window.owned=13>}$',
    '## constructor\n\n## content\n\n## <img src=x onerror=window.owned=14>\n\nNote[^__proto__]\n\n[^__proto__]: <b onmouseover="window.owned = 15">x</b>',
    '> [!NOTE]\n> <style>body { display: none }</style>',
    '```js" onload="window.owned=16\nx\n```',
    '<https://example.com/"onmouseover="window.owned=17>',
  ].join('\n\n');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const faults: string[] = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  await withText('a-line-that-predicts', hostile, async () => {
    await page.goto(RICH);
    for (const link of await page.locator('.lesson-body a').all()) {
      // A link whose address is not taken over has none: `:`.
      expect(await link.evaluate((one: HTMLAnchorElement) => one.protocol)).toMatch(/^(https?)?:$/);
      await link.dispatchEvent('mouseover');
    }
    await page.waitForLoadState('networkidle');
    expect(await page.evaluate(() => (window as never as { owned?: number }).owned)).toBeUndefined();
    const attributes = await page
      .locator('.lesson-body *')
      .evaluateAll((all) => all.flatMap((one) => one.getAttributeNames()));
    const handlers = attributes.filter((name) => /^on|^style$|^srcdoc$/.test(name));
    expect(handlers).toEqual([]);
    expect(
      await page
        .locator(
          '.lesson-body :is(script:not([src^="/_astro/"]), iframe, svg, object, embed, form:not(.quiz form))',
        )
        .count(),
    ).toBe(0);
    // What the page has of its own is still its own.
    expect(await page.evaluate(() => document.getElementById('content')?.tagName)).toBe('MAIN');
    expect(asked.filter((url) => !url.startsWith(process.env.SITE_URL as string))).toEqual([]);
    expect(faults).toEqual([]);
  });
});

test('a lesson on paper has its text, and no navigation and no answers (L1)', async ({ page }) => {
  await signIn(page, 'reader-of-pages', 'long enough');
  await page.goto(RICH);
  const quiz = await page.locator('input[name=quiz]').getAttribute('value');
  await page.goto(`${RICH}?quiz=${quiz}&q${quiz}-0=0`);
  await expect(page.locator('.verdict-line')).toHaveCount(2);
  await page.emulateMedia({ media: 'print' });
  for (const gone of ['.site-header', '.site-footer', '.toc', '.lesson-foot', '.copy-code', '.quiz .actions'])
    for (const one of await page.locator(gone).all()) await expect(one).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText('Machine learning').first()).toBeVisible();
  await expect(page.locator('math').first()).toBeVisible();
  await expect(page.locator('.verdict-line:visible, .answer:visible')).toHaveCount(0);
  const boxes = await page
    .locator('.quiz input[type=radio]')
    .evaluateAll((all) => all.map((one) => getComputedStyle(one).backgroundColor));
  expect(new Set(boxes)).toEqual(new Set(['rgb(255, 255, 255)']));
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`lessons are accessible by axe’s rules, ${colorScheme} (WCAG 2.2 AA)`, async ({ browser }) => {
    const context = await browser.newContext({ colorScheme, baseURL: process.env.SITE_URL });
    const page = await context.newPage();
    const violations: string[] = [];
    await signIn(page, 'reader-of-pages', 'long enough');
    for (const path of [RICH, `/es${RICH}`, WITH_VIDEO]) {
      await page.goto(path);
      await page.locator('.quiz button').click();
      await expect(page.locator('.quiz [role=status]')).not.toBeEmpty();
      const { violations: found } = await new AxeBuilder({ page }).analyze();
      violations.push(
        ...found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${path}: ${id}: ${html}`)),
      );
    }
    expect(violations).toEqual([]);
    await context.close();
  });
