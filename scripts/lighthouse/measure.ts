import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { findBrowser } from '../../tests/browser/find-browser.ts';
import { median } from '../bench/statistics.ts';
import { freePort } from '../testing/free-port.ts';
import type { MeasuredPage } from './pages.ts';

export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
type Category = (typeof CATEGORIES)[number];

export interface Measured {
  page: MeasuredPage;
  /** From 0 to 100. Of performance the median of the runs; the others do not change from run to run. */
  scores: Record<Category, number>;
  /** Medians, in milliseconds but for the shift. */
  metrics: { lcp: number; tbt: number; cls: number };
  /** What cost points, with how many of a hundred in its category at most. */
  costs: string[];
}

interface Report {
  categories: Record<string, { score: number; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<
    string,
    { title: string; score: number | null; numericValue?: number; displayValue?: string }
  >;
}

const LIGHTHOUSE = path.join(import.meta.dirname, 'node_modules', 'lighthouse', 'core', 'index.js');

/**
 * Measures pages with Lighthouse's own preset for telephones: a processor four times slower, a network of 1.6 Mbit/s and
 * 150 ms, simulated. In the browser of the tests.
 */
export async function measure(
  siteUrl: string,
  pages: MeasuredPage[],
  { token, runs, tell }: { token: string; runs: number; tell(done: number, name: string): void },
): Promise<Measured[]> {
  const { default: lighthouse } = await import(pathToFileURL(LIGHTHOUSE).href);
  const port = Number(await freePort());
  const options = await findBrowser();
  const browser = await chromium.launch({
    ...options,
    args: [...(options.args ?? []), `--remote-debugging-port=${port}`],
  });
  try {
    const measured: Measured[] = [];
    for (const [index, page] of pages.entries()) {
      tell(index, page.name);
      const reports: Report[] = [];
      for (let run = 0; run < runs; run++) {
        const result = await lighthouse(siteUrl + page.path, {
          ...{ port, output: 'json', logLevel: 'error', onlyCategories: [...CATEGORIES] },
          ...(page.signedIn
            ? {
                extraHeaders: {
                  Cookie: `${siteUrl.startsWith('https:') ? '__Host-session' : 'session'}=${token}`,
                },
              }
            : {}),
          ...(page.hidden ? { skipAudits: ['is-crawlable'] } : {}),
        });
        reports.push(result.lhr);
      }
      measured.push(summary(page, reports));
    }
    return measured;
  } finally {
    await browser.close();
  }
}

function summary(page: MeasuredPage, reports: Report[]): Measured {
  const [first] = reports as [Report, ...Report[]];
  const score = (category: Category) =>
    Math.round(100 * median(reports.map(({ categories }) => categories[category]?.score ?? 0)));
  const metric = (id: string) => median(reports.map(({ audits }) => audits[id]?.numericValue ?? 0));
  const costs = CATEGORIES.flatMap((category) => {
    const refs = first.categories[category]?.auditRefs ?? [];
    const total = refs.reduce((sum, { weight }) => sum + weight, 0);
    return refs.flatMap(({ id, weight }) => {
      const audit = first.audits[id];
      if (!audit || audit.score === null || audit.score >= 0.98 || weight === 0) return [];
      const points = (100 * weight * (1 - audit.score)) / total;
      return [`${category}: ${audit.title} ${audit.displayValue ?? ''} (${points.toFixed(1)})`];
    });
  });
  return {
    ...{ page, costs },
    scores: Object.fromEntries(
      CATEGORIES.map((category) => [category, score(category)]),
    ) as Measured['scores'],
    metrics: {
      lcp: metric('largest-contentful-paint'),
      tbt: metric('total-blocking-time'),
      cls: metric('cumulative-layout-shift'),
    },
  };
}
