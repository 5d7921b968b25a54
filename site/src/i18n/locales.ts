export const LOCALES = ['en', 'es'] as const;
export type Locale = (typeof LOCALES)[number];
export const DEFAULT_LOCALE: Locale = 'en';

export const isLocale = (value: unknown): value is Locale => LOCALES.some((locale) => locale === value);

/** The language of an address: `/es/…` is Spanish, everything else English. */
export const localeOfPath = (pathname: string): Locale =>
  /^\/es(\/|$)/.test(pathname) ? 'es' : DEFAULT_LOCALE;

/** An address without its language. */
export const withoutLocale = (pathname: string): string => pathname.replace(/^\/es(?=\/|$)/, '') || '/';

/** What is the same in every language: certificates as files, and what programs read. */
const FILES = /^\/(certificates\/.+|verify\/.+\.(json|png))$/;

/** Where a file is that was asked for under a language; null for everything else. */
export function addressOfFile(pathname: string): string | null {
  const bare = withoutLocale(pathname);
  return bare !== pathname && FILES.test(bare) ? bare : null;
}

/** The address of a page in a language; takes the address in either. */
export function localePath(pathname: string, locale: Locale): string {
  const bare = withoutLocale(pathname);
  if (locale === DEFAULT_LOCALE) return bare;
  return bare === '/' ? `/${locale}` : `/${locale}${bare}`;
}
