import type { Locale } from '../../i18n/locales';

/** The address that remembers a language and goes on to `path` in it. */
export const switchPath = (to: Locale, path: string): string =>
  `/language?${new URLSearchParams({ to, next: path })}`;
