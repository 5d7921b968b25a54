import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString } from 'mdast-util-to-string';
import { createAnchors } from '../../shared/anchors';

/** A heading of a lesson, with the id that the site gives it. */
export interface CourseHeading {
  id: string;
  text: string;
}

/** The headings of a lesson's Markdown, in order. */
export function headingsOf(markdown: string): CourseHeading[] {
  const anchor = createAnchors();
  const headings: CourseHeading[] = [];
  const visit = (node: any): void => {
    if (node.type === 'heading') {
      const text = toString(node, { includeImageAlt: false, includeHtml: false });
      headings.push({ id: anchor(text), text });
    } else node.children?.forEach(visit);
  };
  visit(fromMarkdown(markdown));
  return headings;
}

/** `2.6 Media`, `2.6_media` and `2-06-media` alike. */
const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’‘`]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map((word) => (/^\d+$/.test(word) ? String(Number(word)) : word));

/** `2.6` of `2.6 Media`: that a section is called otherwise does not make it another one. */
const numberOf = (words: string[]): string => {
  const end = words.findIndex((word) => !/^\d+$/.test(word));
  return (end < 0 ? words : words.slice(0, end)).join('.');
};

/**
 * The id of the heading that an anchor means, as other programs write anchors: the id itself, the heading's words in any
 * spelling, or its section number. Null for a place that is no heading.
 */
export function resolveAnchor(anchor: string, headings: CourseHeading[]): string | null {
  const wanted = decode(anchor);
  const exact = headings.find(({ id }) => id === wanted);
  if (exact) return exact.id;
  const words = wordsOf(wanted);
  if (words.length === 0) return null;
  const same = headings.find(({ text }) => wordsOf(text).join(' ') === words.join(' '));
  if (same) return same.id;
  const number = numberOf(words);
  const numbered = headings.filter(({ text }) => numberOf(wordsOf(text)) === number);
  return number.includes('.') && numbered.length === 1 ? (numbered[0]?.id ?? null) : null;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
