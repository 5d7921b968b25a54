const LONGEST_QUERY = 200;
const MOST_WORDS = 8;
/** Beyond this PostgreSQL would not have indexed a word that anybody types. */
const LONGEST_WORD = 40;

/**
 * The words of what somebody looks for: letters and digits only, without accents, as `lumino_search.fold` leaves those of
 * texts. So nothing that means something to a tsquery gets into one.
 */
export function queryWords(q: unknown): string[] {
  if (typeof q !== 'string') return [];
  const folded = q
    .slice(0, LONGEST_QUERY)
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC');
  const words = folded.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  // As PostgreSQL does in the locale C of the database that comes with Lumino: the letters A to Z, and no others.
  const small = (word: string) => word.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase());
  const short = (word: string) => [...word].slice(0, LONGEST_WORD).join('');
  return [...new Set(words.map((word) => short(small(word))))].slice(0, MOST_WORDS);
}
