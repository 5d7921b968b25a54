// Reads `[{ runs: [{ text, face }], size, file }]` from standard input and lets Chromium draw the runs of each line, in the
// order of the text and each with its font file, `size` pixels large, as PNG into a file. A process of its own, since Playwright does not run within Jest.
import { readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { findBrowser } from '../browser/find-browser.ts';

interface Line {
  runs: { text: string; face: string }[];
  size: number;
  file: string;
}

const escape = (text: string): string =>
  text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
const ORIGIN = 'http://fonts.example';

const lines: Line[] = JSON.parse(readFileSync(0, 'utf8'));
const files = [...new Set(lines.flatMap(({ runs }) => runs.map(({ face }) => face)))];
const options = await findBrowser();
const browser = await chromium.launch({
  ...options,
  args: [...(options.args ?? []), '--font-render-hinting=none'],
});
const page = await browser.newPage({ viewport: { width: 1600, height: 400 } });
// Nothing goes to the network: the fonts are given from here.
await page.route(`${ORIGIN}/**`, (route) => {
  const [, number] = /\/(\d+)\.ttf$/.exec(route.request().url()) ?? [];
  return number
    ? route.fulfill({
        path: files[Number(number)],
        contentType: 'font/ttf',
        headers: { 'access-control-allow-origin': '*' },
      })
    : route.fulfill({ body: '<!doctype html>', contentType: 'text/html' });
});
await page.goto(ORIGIN);
const rules = files.map(
  (_, index) => `@font-face { font-family: f${index}; src: url(${ORIGIN}/${index}.ttf) }`,
);
const shown = lines.map(({ runs, size }, line) => {
  const spans = runs.map(
    ({ text, face }) => `<span style="font-family: f${files.indexOf(face)}">${escape(text)}</span>`,
  );
  return `<p id="l${line}" dir="auto" style="font-size: ${size}px; line-height: 2; text-align: left">${spans.join('')}</p>`;
});
await page.setContent(
  `<!doctype html><meta charset="utf-8"><style>${rules.join('\n')} p { margin: 0; padding: 20px; white-space: nowrap; font-synthesis: none; text-rendering: geometricPrecision }</style>${shown.join('')}`,
);
await page.evaluate('document.fonts.ready.then(() => undefined)');
for (const [index, { file }] of lines.entries()) await page.locator(`#l${index}`).screenshot({ path: file });
await browser.close();
