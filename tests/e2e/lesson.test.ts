import { expect, test, type Browser, type Page } from '@playwright/test';
import { join, RICH, WITH_VIDEO } from './learner.ts';
import { signIn } from './sign-in.ts';

const unscripted = (browser: Browser) =>
  browser.newContext({ javaScriptEnabled: false, baseURL: process.env.SITE_URL });

test.describe('a lesson (L1)', () => {
  test('shows every kind of section, in both languages', async ({ page }) => {
    await join(page, 'reader-of-all', 'MLI');
    for (const [path, words] of [
      [
        RICH,
        {
          caption: 'The eight flats',
          tone: 'Warning',
          quiz: 'Check yourself',
          notes: 'Notes',
          kind: 'CSV table, 1 kB',
        },
      ],
      [
        `/es${RICH}`,
        {
          caption: 'Los ocho',
          tone: 'Atención',
          quiz: 'Compruébalo',
          notes: 'Notas',
          kind: 'tabla CSV, 1 kB',
        },
      ],
    ] as const) {
      await page.goto(path);
      await expect(page.locator('caption')).toContainText(words.caption);
      await expect(page.locator('.callout .tone').first()).toHaveText(words.tone);
      await expect(page.getByRole('heading', { name: words.quiz })).toBeVisible();
      await expect(page.getByRole('heading', { name: words.notes })).toBeVisible();
      await expect(page.locator('.attachments')).toContainText(words.kind);
      await expect(page.locator('math[display=block] munderover')).toHaveCount(1);
      await expect(page.locator('figure figcaption').first()).toBeVisible();
      await expect(page.locator('.file-title').first()).toHaveText('rent.py');
    }
  });

  test('leads from a reference to its note and back', async ({ page }) => {
    await signIn(page, 'reader-of-all', 'long enough');
    await page.goto(RICH);
    await page.locator('sup a').click();
    await expect(page.locator('.footnotes li:target')).toBeVisible();
    await page.getByRole('link', { name: 'Back to reference 1' }).click();
    await expect(page.locator('sup a:target')).toBeVisible();
  });

  test('hands out an attachment with its type', async ({ page }) => {
    await signIn(page, 'reader-of-all', 'long enough');
    await page.goto(RICH);
    const href = await page.locator('.attachments a').getAttribute('href');
    const answer = await page.request.get(href ?? '');
    expect(answer.status()).toBe(200);
    expect(await answer.text()).toContain('area_m2,rent_usd');
  });

  test('copies code, and says so', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await signIn(page, 'reader-of-all', 'long enough');
    await page.goto(RICH);
    const button = page.locator('.copy-code').first();
    await button.focus();
    await page.keyboard.press('Enter');
    await expect(button).toHaveText('Copied');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('LinearRegression().fit');
  });

  test('says where the reader is in the table of contents', async ({ page }) => {
    await signIn(page, 'reader-of-all', 'long enough');
    await page.goto(RICH);
    const contents = page.getByRole('navigation', { name: 'In this lesson' });
    await contents.getByRole('link', { name: 'How training works inside' }).click();
    await expect(contents.locator('[aria-current=location]')).toHaveText('How training works inside');
    await page.evaluate(() => scrollTo(0, 0));
    await expect(contents.locator('[aria-current]')).toHaveCount(0);
  });

  test('folds the table of contents on a phone', async ({ browser }) => {
    const context = await browser.newContext({
      viewport: { width: 390, height: 800 },
      baseURL: process.env.SITE_URL,
    });
    const page = await context.newPage();
    await signIn(page, 'reader-of-all', 'long enough');
    await page.goto(RICH);
    const link = page.getByRole('link', { name: 'Which line?', exact: true });
    await expect(link).toBeHidden();
    await page.locator('.toc summary').click();
    await expect(link).toBeVisible();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    await context.close();
  });

  test('lets the keyboard into what scrolls, and past what does not', async ({ page }) => {
    await signIn(page, 'reader-of-all', 'long enough');
    await page.goto(RICH);
    for (const [width, stops] of [
      [1280, false],
      [360, true],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      const wideCode = page.locator('.prose pre').first();
      await expect(wideCode).toHaveJSProperty('tabIndex', stops ? 0 : -1);
    }
  });
});

test.describe('a self-check quiz (L1)', () => {
  const answer = async (page: Page) => {
    const quiz = page.locator('.quiz');
    await quiz.getByLabel('−15', { exact: true }).check();
    await quiz.getByRole('button', { name: 'Check my answers' }).click();
    await expect(quiz.getByRole('status')).toHaveText('1 of 2 right');
    await expect(quiz.locator('fieldset').nth(0)).toContainText('Right');
    await expect(quiz.locator('fieldset').nth(0)).toContainText('the point lies below the line');
    await expect(quiz.locator('fieldset').nth(1)).toContainText('Not answered');
    await expect(quiz.getByLabel(/^−15.*right answer$/)).toBeChecked();
  };

  test('keeps its answers to itself until it is checked', async ({ page }) => {
    await signIn(page, 'reader-of-all', 'long enough');
    const html = /<section class="quiz"[\s\S]*?<\/section>/.exec(
      await (await page.request.get(RICH)).text(),
    )?.[0];
    expect(html).toContain('Check my answers');
    expect(html).not.toContain('the point lies below the line');
    expect(html).not.toContain('right answer');
    expect(html).not.toContain('checked');
  });

  test('is checked in its place on the page', async ({ page }) => {
    await signIn(page, 'reader-of-all', 'long enough');
    await page.goto(RICH);
    await answer(page);
    expect(page.url()).not.toContain('quiz=');
    await page.getByRole('link', { name: 'Start again' }).click();
    await expect(page.getByText('right answer')).toHaveCount(0);
    await expect(page.locator('.quiz input:checked')).toHaveCount(0);
  });

  test('is checked by the server where there is no JavaScript', async ({ browser }) => {
    const context = await unscripted(browser);
    const page = await context.newPage();
    await signIn(page, 'reader-of-all', 'long enough');
    await page.goto(RICH);
    await answer(page);
    await page.getByRole('link', { name: 'Start again' }).click();
    await expect(page.getByText('right answer')).toHaveCount(0);
    await context.close();
  });
});

test.describe('a video of another site (L1)', () => {
  test('asks nothing of it before the reader wants it to', async ({ page }) => {
    const asked: string[] = [];
    await page.route(/youtube/, (route) => {
      asked.push(route.request().url());
      return route.fulfill({ contentType: 'text/html', body: '<p>the player</p>' });
    });
    await join(page, 'watcher', 'A11Y');
    const policy = async (path: string) =>
      (await page.goto(path))?.headers()['content-security-policy'] ?? '';
    expect(await policy('/modules/A11Y')).not.toContain('frame-src');
    expect(await policy(WITH_VIDEO)).toContain('frame-src https://www.youtube-nocookie.com;');
    await page.waitForLoadState('networkidle');
    await expect(page.getByText('will load from another site, www.youtube-nocookie.com')).toBeVisible();
    expect(asked).toEqual([]);
    await page.getByRole('button', { name: 'Play the video here' }).click();
    await expect(page.frameLocator('figure iframe').locator('p')).toHaveText('the player');
    expect(asked[0]).toMatch(/^https:\/\/www\.youtube-nocookie\.com\/embed\/3f31oufqFSM\?/);
    await page.goto(`/es${WITH_VIDEO}`);
    await expect(page.getByText('se cargará de otro sitio, www.youtube-nocookie.com')).toBeVisible();
  });

  test('is a link where there is no JavaScript', async ({ browser }) => {
    const context = await unscripted(browser);
    const page = await context.newPage();
    await signIn(page, 'watcher', 'long enough');
    await page.goto(WITH_VIDEO);
    await expect(page.getByRole('link', { name: /Watch on YouTube/ })).toHaveAttribute(
      'href',
      'https://www.youtube.com/watch?v=3f31oufqFSM',
    );
    await expect(page.getByRole('button', { name: 'Play the video here' })).toBeHidden();
    await context.close();
  });
});

test.describe('going on (L2)', () => {
  test('leads back to where one left off, from both pages of modules, in both languages', async ({
    page,
  }) => {
    await join(page, 'doer', 'MLI');
    await page.goto(RICH);
    await page.goto('/modules');
    await expect(page.getByRole('heading', { name: 'Go on where you left off' })).toBeVisible();
    await page.getByRole('link', { name: 'A line that predicts' }).click();
    await expect(page).toHaveURL(/a-line-that-predicts$/);
    await page.goto('/es/modules/MLI');
    await page.getByRole('link', { name: 'Seguir donde lo dejaste' }).click();
    await expect(page).toHaveURL(/\/es\/modules\/MLI\/lessons\/a-line-that-predicts$/);
  });
});
