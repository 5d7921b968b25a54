import type { IncomingHttpHeaders } from 'node:http';
import { LOCALES } from '../i18n/locales';

/** A page that looks the same to every visitor, and the parameters it knows, each with its few values. */
interface SharedPage {
  pattern: RegExp;
  params?: Record<string, RegExp>;
}

/**
 * Pages join by standing here. Parameters are named with all they may be, and those of free text are left out: whoever
 * makes up addresses must neither fill the memory nor find a page that was made for somebody else's. Pages with forms of
 * their own for each reader have no place here.
 */
const PAGES: SharedPage[] = [
  { pattern: /^\/$/ },
  {
    pattern: /^\/catalog$/,
    params: {
      page: /^[2-9]$/,
      length: /^(short|medium|long)$/,
      language: /^(en|es)$/,
      open: /^yes$/,
      order: /^(name|newest|shortest)$/,
    },
  },
  { pattern: /^\/modules\/[A-Z0-9-]{2,12}$/ },
  { pattern: /^\/teachers\/[a-z0-9]+(-[a-z0-9]+)*$/ },
];

const LOCALE_PREFIX = new RegExp(`^/(${LOCALES.join('|')})(?=/|$)`);

/** Which paths belong to a page, as far as anybody has asked: matching each again takes longer than sending it. */
const pages = new Map<string, SharedPage | null>();
const MAX_PATHS = 10_000;

function pageOf(path: string): SharedPage | null {
  let page = pages.get(path);
  if (page === undefined) {
    const bare = path.replace(LOCALE_PREFIX, '') || '/';
    page = PAGES.find(({ pattern }) => pattern.test(bare)) ?? null;
    if (pages.size < MAX_PATHS) pages.set(path, page);
  }
  return page;
}

/** A session, or a sentence for this reader alone (`flash`): what they get is theirs. */
const OWN_COOKIE = /(?:^|;\s*)(?:__Host-|__Secure-)?(?:session|flash)=/;

/** Who chose another language is led from `/` to its start page (H3). */
const OTHER_LANGUAGE = /(?:^|;\s*)language=(?!en(?:;|$))/;

/**
 * The address under which a page for visitors is kept and made, or null where a request is for a page of the reader's
 * own. It holds all that the page may depend on: nothing else of a request reaches the page, neither Host nor any other
 * header or cookie.
 */
export function sharedAddress(
  method: string | undefined,
  url: string,
  headers: IncomingHttpHeaders,
): string | null {
  if (method !== 'GET' && method !== 'HEAD') return null;
  if (headers.cookie !== undefined && OWN_COOKIE.test(headers.cookie)) return null;
  // Whoever shows credentials in another way is no visitor, either.
  if (headers.authorization !== undefined) return null;
  const mark = url.indexOf('?');
  const path = mark < 0 ? url : url.slice(0, mark);
  if (path === '/' && headers.cookie !== undefined && OTHER_LANGUAGE.test(headers.cookie)) return null;
  const page = pageOf(path);
  if (!page) return null;
  if (mark < 0) return path;
  const given = [...new URLSearchParams(url.slice(mark + 1))].sort(([a], [b]) => (a < b ? -1 : 1));
  const { params = {} } = page;
  const isKnown = ([name, value]: [string, string], at: number): boolean =>
    Object.hasOwn(params, name) && params[name]!.test(value) && given[at - 1]?.[0] !== name;
  if (given.length === 0 || !given.every(isKnown)) return null;
  return `${path}?${new URLSearchParams(given)}`;
}
