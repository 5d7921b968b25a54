// Reads `[{ html, width, isDark, file }]` from standard input, shows each mail in a browser, draws it as PNG into `file` if
// there is one, and prints what is wrong with each. A process of its own, since Playwright does not run within Jest.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Page } from '@playwright/test';
import { findBrowser, packedBrowser } from '../browser/find-browser.ts';

interface Asked {
  html: string;
  width: number;
  isDark: boolean;
  file: string | null;
}

const FACES = [
  ['inter', '400Regular/Inter_400Regular', 400],
  ['inter', '600SemiBold/Inter_600SemiBold', 600],
  ['inter', '700Bold/Inter_700Bold', 700],
  ['noto-sans-arabic', '400Regular/NotoSansArabic_400Regular', 400],
  ['noto-sans-arabic', '700Bold/NotoSansArabic_700Bold', 700],
] as const;

const { resolve } = createRequire(import.meta.url);
/** A mail takes the fonts of the machine it is read on; its pictures must not. */
const FONTS = `${FACES.map(([family, file, weight]) => {
  const bytes = readFileSync(resolve(`@expo-google-fonts/${family}/${file}.ttf`));
  return `@font-face { font-family: ${family}; font-weight: ${weight}; src: url(data:font/ttf;base64,${bytes.toString('base64')}) }`;
}).join('\n')}
* { font-family: inter, noto-sans-arabic !important; font-synthesis: none !important }`;

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Pixels by which the page is wider than its window; and the height of the link, 0 where there is none. */
const measure = (page: Page) =>
  page.evaluate<{ overflow: number; button: number }>(`({
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    button: document.querySelector('a')?.getBoundingClientRect().height ?? 0,
  })`);

const options = process.platform === 'linux' ? await packedBrowser() : await findBrowser();
const browser = await chromium.launch({
  ...options,
  args: [...(options.args ?? []), '--font-render-hinting=none'],
});
const page = await browser.newPage();
let fetched: string[] = [];
page.on('request', (request) => fetched.push(request.url()));
const results = [];
for (const { html, width, isDark, file } of JSON.parse(readFileSync(0, 'utf8')) as Asked[]) {
  fetched = [];
  await page.setViewportSize({ width, height: 400 });
  await page.emulateMedia({ colorScheme: isDark ? 'dark' : 'light' });
  await page.setContent(html);
  const external = fetched.filter((url) => !url.startsWith('data:'));
  await page.addStyleTag({ content: FONTS });
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  // Without frames, it needs no second page to put together what it found.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).withTags(RULES);
  const wrong = (await axe.analyze()).violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html: node }) => `${id}: ${node}`),
  );
  if (file) await page.screenshot({ path: file, fullPage: true });
  results.push({ ...(await measure(page)), external, wrong });
}
await browser.close();
console.log(JSON.stringify(results));
