import { en, type Strings } from './en';
import { es } from './es';
import type { Locale } from './locales';

const STRINGS: Record<Locale, Strings> = { en, es };

/** Everything the site says, in a language. */
export const stringsOf = (locale: Locale): Strings => STRINGS[locale];

/** A day, spelled out; in UTC, as it stands on the certificate. */
export const spellDate = (iso: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(iso));

export const spellNumber = (value: number, locale: Locale): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value);
