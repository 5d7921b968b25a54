import type { Core } from '@strapi/types';
import type { Locale } from '../../../shared/contracts/locale';
import { queryWords } from './query-words';

/** What somebody looks for, as PostgreSQL reads it: a text is compared with the query in its own language. */
export interface Asked {
  words: string[];
  queries: Record<Locale, string>;
}

/** @returns null where there is nothing to look for. */
export async function asked(strapi: Core.Strapi, q: unknown): Promise<Asked | null> {
  const words = queryWords(q);
  if (words.length === 0) return null;
  const { rows } = await strapi.db.connection.raw(
    `select cast(lumino_search.query('en', ?) as text) as en, cast(lumino_search.query('es', ?) as text) as es`,
    [words, words],
  );
  return { words, queries: rows[0] };
}

/** The condition that a column of `entry` has what is asked for, with the bindings `:en` and `:es`. */
export const has = (column: 'open' | 'inside'): string =>
  `(entry.text_locale = 'en' and entry.${column} @@ cast(:en as tsquery)
    or entry.text_locale = 'es' and entry.${column} @@ cast(:es as tsquery))`;

/** Orders by this: one word of a title is more than any number in a summary, and so on down to the text. */
export const RANK = `ts_rank('{0.05, 0.2, 0.4, 1}', seen.vector, seen.query)`;
