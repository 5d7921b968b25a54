import type { Locale } from '../../i18n/locales';
import { stringsOf } from '../../i18n/strings';

/** What a file is, in words: `PDF`, `ZIP archive`; for a kind nobody named, its extension in capitals. */
export function kindOf(mime: string, name: string, locale: Locale): string {
  const kinds = stringsOf(locale).lesson.kinds;
  const known = kinds[mime] ?? kinds[mime.split('/')[0] ?? ''];
  return known ?? (/\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toUpperCase() || kinds.other || '');
}

/** `1.2 MB`, in the reader's number format; thousands, as file managers and the media library count. */
export function sizeOf(bytes: number, locale: Locale): string {
  const [value, unit] =
    bytes < 999_500 ? [Math.max(1, bytes / 1_000), 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    maximumFractionDigits: unit === 'megabyte' ? 1 : 0,
  }).format(value);
}
