import { chromium } from '@playwright/test';
import { findBrowser } from '../../../tests/browser/find-browser.ts';
import { drawingOf } from '../certificates/drawing.ts';
import { bodyOf, styleSheet } from '../certificates/page-as-html.ts';
import type { Contestant } from '../contest.ts';

/** One page for all: styles and fonts are loaded once, only its body is swapped. */
export async function prepare(): Promise<Contestant> {
  const { width, height } = drawingOf(0);
  const browser = await chromium.launch(await findBrowser());
  const page = await browser.newPage();
  await page.setContent(`<!doctype html><style>${styleSheet(drawingOf(0))}</style><body></body>`);
  return {
    async draw(index) {
      await page.evaluate(
        async (body) => {
          document.body.innerHTML = body;
          await document.fonts.ready;
        },
        bodyOf(drawingOf(index)),
      );
      return page.pdf({ width: `${width / 72}in`, height: `${height / 72}in`, printBackground: true });
    },
    close: () => browser.close(),
  };
}
