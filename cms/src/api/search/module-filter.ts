import { LOCALES, type Locale } from '../../../shared/contracts/locale';
import {
  MODULE_LENGTHS,
  MODULE_ORDERS,
  type ModuleLength,
  type ModuleOrder,
} from '../../../shared/contracts/search';
import { localeOf } from '../../locale/pick-locale';

/** What to show of the catalogue. */
export interface ModuleFilter {
  locale: Locale;
  q: string;
  teacher: string | null;
  open: boolean;
  length: ModuleLength | null;
  language: Locale | null;
  order: ModuleOrder | null;
  page: number;
}

const MOST_PAGES = 1000;

const oneOf = <Value extends string>(known: readonly Value[], value: unknown): Value | null =>
  known.find((one) => one === value) ?? null;

/** A page number; the first for anything that is none. */
export const pageOf = (value: unknown): number => {
  const number = Number(value);
  return Number.isInteger(number) && number >= 1 ? Math.min(number, MOST_PAGES) : 1;
};

/** What somebody sent, read benevolently: an address that was typed or cut shows more, never an error. */
export function moduleFilter(body: any): ModuleFilter {
  const { locale, q, teacher, open, length, language, order, page } = body ?? {};
  return {
    locale: localeOf(locale),
    q: typeof q === 'string' ? q : '',
    teacher: typeof teacher === 'string' && /^[a-z0-9-]{1,120}$/.test(teacher) ? teacher : null,
    open: open === true,
    length: oneOf(MODULE_LENGTHS, length),
    language: oneOf(LOCALES, language),
    order: oneOf(MODULE_ORDERS, order),
    page: pageOf(page),
  };
}
