import type { Outcome } from '../certificates/aims.ts';
import { figure } from '../table.ts';
import type { LoadResult } from './load.ts';

export type Page = 'catalogue' | 'module' | 'lesson';

export interface Findings {
  /** Of visitors' pages, with ten connections. */
  site: Partial<Record<Page, LoadResult>>;
  nginx: Partial<Record<Page, LoadResult>>;
  rest: Partial<Record<Page, LoadResult>>;
  /** The same pages in a school with ten times the lessons. */
  grown: Partial<Record<Page, LoadResult>>;
  /** Statements that one page of a signed-in reader takes, once it was read before. */
  lessonQueries: number | null;
  /** Of the site, in MB: after half of the requests, and after all. */
  memory: { early: number; late: number; requests: number } | null;
  /** Bytes of JavaScript that each kind of page loads. */
  scripts: Partial<Record<Page, number>>;
}

const HALF = 0.5;
const QUERIES = 3;
/** What a measurement of the same thing differs by, on a machine that does other things as well. */
const SAME = 1.25;
const FLAT = 1.1;
const SCRIPT_BYTES = 15_000;

const unknown = (aim: string): Outcome => ({ aim, isMet: null, found: 'not measured' });

/** Compares one figure of two measurements of this run. */
function ratio(
  aim: string,
  above: LoadResult | undefined,
  below: LoadResult | undefined,
  figureOf: (result: LoadResult) => number,
  isEnough: (ratio: number) => boolean,
): Outcome {
  if (!above || !below) return unknown(aim);
  const found = figureOf(above) / figureOf(below);
  return { aim, isMet: isEnough(found), found: `${figure(found)} ×` };
}

/** What the design asks of the site, as ratios of one run. */
export function aimsOf({ site, nginx, rest, grown, lessonQueries, memory, scripts }: Findings): Outcome[] {
  const perCore = ({ perCore: rate }: LoadResult) => rate;
  const cost = ({ cpuMs }: LoadResult) => cpuMs;
  const heaviest = Math.max(...Object.values(scripts), 0);
  return [
    ...(['catalogue', 'module'] as const).map((page) =>
      ratio(
        `${page}: at least half of nginx’s requests for each core`,
        site[page],
        nginx[page],
        perCore,
        (found) => found >= HALF,
      ),
    ),
    ...(['catalogue', 'module', 'lesson'] as const).map((page) =>
      ratio(
        `${page}: the whole page costs no more than Strapi’s own answer`,
        site[page],
        rest[page],
        cost,
        (found) => found <= 1,
      ),
    ),
    lessonQueries === null
      ? unknown(`a lesson takes at most ${QUERIES} queries`)
      : {
          aim: `a lesson takes at most ${QUERIES} queries`,
          isMet: lessonQueries <= QUERIES,
          found: String(lessonQueries),
        },
    ...(['module', 'lesson'] as const).map((page) =>
      ratio(
        `${page}: costs the same with ten times the lessons`,
        grown[page],
        site[page],
        cost,
        (found) => found <= SAME,
      ),
    ),
    memory
      ? {
          aim: 'memory of the site flat',
          isMet: memory.late <= memory.early * FLAT,
          found: `${figure(memory.early)} MB after ${memory.requests / 2} requests, ${figure(memory.late)} MB after ${memory.requests}`,
        }
      : unknown('memory of the site flat'),
    Object.keys(scripts).length > 0
      ? {
          aim: `at most ${SCRIPT_BYTES / 1000} kB of JavaScript on each page`,
          isMet: heaviest <= SCRIPT_BYTES,
          found: `${figure(heaviest / 1000)} kB`,
        }
      : unknown(`at most ${SCRIPT_BYTES / 1000} kB of JavaScript on each page`),
  ];
}
