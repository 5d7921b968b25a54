import path from 'node:path';
import type { CourseLesson } from './course';

const LINK = /(!?\[(?:[^\]\\]|\\.)*\]\()<?([^)\s>]+)>?((?:\s+"[^"]*")?\))/g;

/** The file of the course an address means, seen from another file of it; null for anything outside. */
export function resolveInCourse(address: string, from: string, files: Iterable<string>): string | null {
  const [target = ''] = address.split('#');
  if (!target || /^[a-z][a-z0-9+.-]*:/i.test(target) || target.startsWith('//')) return null;
  const wanted = decodeURI(
    target.startsWith('/') ? target.slice(1) : path.posix.join(path.posix.dirname(from), target),
  );
  const normal = path.posix.normalize(wanted);
  const all = [...files];
  // From the root of a site the course was part of: the longest end of the address that is one of its files.
  return (
    all.find((file) => file === normal) ??
    (target.startsWith('/')
      ? (all.find((file) => normal.endsWith(`/${file}`) || `${normal}.md`.endsWith(`/${file}`)) ?? null)
      : null)
  );
}

/** Rewrites links between lessons to their slugs: relative, so that they hold in every language. */
export function rewriteLessonLinks(
  body: string,
  from: string,
  lessons: Pick<CourseLesson, 'path' | 'slug'>[],
): string {
  const slugOf = new Map(lessons.map((lesson) => [lesson.path, lesson.slug]));
  return outsideCode(body, (text) =>
    text.replace(LINK, (whole, before: string, address: string, after: string) => {
      if (before.startsWith('!')) return whole;
      const file = resolveInCourse(address, from, slugOf.keys());
      const hash = address.includes('#') ? address.slice(address.indexOf('#')) : '';
      return file ? `${before}${slugOf.get(file)}${hash}${after}` : whole;
    }),
  );
}

/** The addresses of all pictures in a text. */
export function pictureAddresses(body: string): string[] {
  const found: string[] = [];
  outsideCode(body, (text) => {
    for (const [, before = '', address = ''] of text.matchAll(LINK))
      if (before.startsWith('!')) found.push(address);
    return text;
  });
  return found;
}

/** Gives pictures inside a text the addresses they have in the media library. */
export const rewritePictures = (body: string, addressOf: (address: string) => string | null): string =>
  outsideCode(body, (text) =>
    text.replace(LINK, (whole, before: string, address: string, after: string) =>
      before.startsWith('!') ? `${before}${addressOf(address) ?? address}${after}` : whole,
    ),
  );

/** Applies a change to everything but code: what looks like a link there is an example. */
function outsideCode(body: string, change: (text: string) => string): string {
  return body
    .split(/(^ {0,3}(?:```|~~~)[\s\S]*?^ {0,3}(?:```|~~~)[^\n]*$|`[^`\n]+`)/m)
    .map((part, index) => (index % 2 === 1 ? part : change(part)))
    .join('');
}
