import type { ModuleSearchRequest } from '../../lib/cms/contracts';

const LENGTHS = ['short', 'medium', 'long'] as const;
const ORDERS = ['name', 'newest', 'shortest'] as const;
const LANGUAGES = ['en', 'es'] as const;

/** What an address says the catalogue is narrowed by; what it says wrongly counts as not said. */
export interface CatalogQuery {
  q: string;
  teacher: string;
  length: (typeof LENGTHS)[number] | '';
  language: (typeof LANGUAGES)[number] | '';
  open: boolean;
  order: (typeof ORDERS)[number] | '';
  page: number;
}

const oneOf = <Value extends string>(known: readonly Value[], value: string | null): Value | '' =>
  known.find((one) => one === value) ?? '';

export function catalogQuery(query: URLSearchParams): CatalogQuery {
  const page = Number(query.get('page'));
  return {
    q: (query.get('q') ?? '')
      .replace(/\p{Cc}+/gu, ' ')
      .trim()
      .slice(0, 200),
    teacher: (query.get('teacher') ?? '').slice(0, 120),
    length: oneOf(LENGTHS, query.get('length')),
    language: oneOf(LANGUAGES, query.get('language')),
    open: query.get('open') === 'yes',
    order: oneOf(ORDERS, query.get('order')),
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

/** Whether fewer modules than all may be shown. */
export const isNarrowed = ({ q, teacher, length, language, open }: CatalogQuery): boolean =>
  Boolean(q || teacher || length || language || open);

/** The request to the cms; empty choices are left out. */
export function searchOf(query: CatalogQuery, locale: 'en' | 'es'): ModuleSearchRequest {
  const { q, teacher, length, language, open, order, page } = query;
  return {
    locale,
    page,
    ...(q && { q }),
    ...(teacher && { teacher }),
    ...(length && { length }),
    ...(language && { language }),
    ...(open && { open }),
    ...(order && { order }),
  };
}
