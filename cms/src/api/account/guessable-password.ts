import { dictionary } from '@zxcvbn-ts/language-common';

/** As of every password: see the controller. */
export const PASSWORD_LENGTH = 8;
/** bcrypt reads this many bytes and drops the rest. */
const MOST_BYTES = 72;
/** Whether all of it counts. */
export const isWhole = (password: string): boolean => Buffer.byteLength(password) <= MOST_BYTES;
/** So many letters of one's own beside a name are a word, and not a year or a sign that was put after it. */
const OWN_LETTERS = 4;
/** Shorter words say nothing about anybody. */
const WORD_LENGTH = 3;

/** What many people have chosen, from passwords that became known. Read when it is first asked for. */
let common: Set<string> | null = null;
const isCommon = (password: string): boolean => {
  common ??= new Set(dictionary['passwords-common'].filter(({ length }) => length >= PASSWORD_LENGTH));
  return common.has(password);
};

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(({ length }) => length >= WORD_LENGTH);

/**
 * Whether a password is among the first that somebody would try (ASVS 6.2.4, 6.2.11): one that many people have, or one of which too
 * little is left without what anybody knows, such as the name of its owner and of the school.
 *
 * @param known names, addresses and the like; each of their words counts
 */
export function isGuessable(password: string, known: string[]): boolean {
  const lower = password.toLowerCase();
  if (isCommon(lower) || new Set(lower).size === 1) return true;
  const words = [...new Set(known.flatMap(wordsOf))].sort((a, b) => b.length - a.length);
  const rest = words.reduce((left, word) => left.replaceAll(word, ''), lower);
  const letters = rest.match(/\p{L}/gu)?.length ?? 0;
  return rest !== lower && rest.length < PASSWORD_LENGTH && letters < OWN_LETTERS;
}
