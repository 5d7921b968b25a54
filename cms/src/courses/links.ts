import path from 'node:path';
import type { CourseLesson } from './course';
import { headingsOf, resolveAnchor, type CourseHeading } from './headings';

const LINK = /(!?\[(?:[^\]\\]|\\.)*\]\()<?([^)\s>]+)>?((?:\s+"[^"]*")?\))/g;

const withoutNumber = (segment: string): string => segment.replace(/^\d+[-_. ]+/, '');

/** A path as sites show it: without numbers for the order, without `.md`, a folder's own page as the folder. */
const barePath = (file: string): string =>
  file
    .split('/')
    .map((segment) => withoutNumber(segment).replace(/\.md$/i, ''))
    .filter((segment) => segment !== '' && !/^(readme|_?index)$/i.test(segment))
    .join('/')
    .toLowerCase();

const leadsElsewhere = (address: string): boolean =>
  address.startsWith('#') || address.startsWith('//') || /^[a-z][a-z0-9+.-]*:/i.test(address);

/**
 * The file of the course an address means, seen from another file of it: by its path, as a folder for its README, or as
 * a site with pretty addresses shows it. Null for anything outside.
 */
export function resolveInCourse(address: string, from: string, files: Iterable<string>): string | null {
  const [target = ''] = address.split('#');
  if (!target || leadsElsewhere(target)) return null;
  const fromRoot = target.startsWith('/');
  const wanted = decodeURI(fromRoot ? target.slice(1) : path.posix.join(path.posix.dirname(from), target));
  const normal = path.posix.normalize(wanted);
  const all = [...files];
  const exact = all.find((file) => file === normal);
  if (exact || normal.startsWith('..')) return exact ?? null;
  const bare = barePath(normal);
  const same = all.find((file) => barePath(file) === bare && (bare !== '' || /readme|index/i.test(file)));
  if (same || !fromRoot) return same ?? null;
  // From the root of a site the course was part of: the longest end of the address that is one of its files.
  const ends = all.filter((file) => barePath(file) !== '' && bare.endsWith(`/${barePath(file)}`));
  return ends.sort((a, b) => b.length - a.length)[0] ?? null;
}

export interface LinkOptions {
  /** Of the site the course was part of, for addresses that begin with a slash. */
  origin?: string | undefined;
  /** Whether an address is a file of the course that a lesson hands out: its link stays. */
  isHandedOut?(address: string): boolean;
  /** Called with each address that is neither a lesson nor on the web; of such a link only the words stay. */
  onDeadEnd?(address: string): void;
}

type Target = Pick<CourseLesson, 'path' | 'slug' | 'body'>;
const headingsByLesson = new WeakMap<Target, CourseHeading[]>();

/** `#` and the id that the heading has on the site; nothing for an anchor that is no heading there. */
function anchorIn(lesson: Target | undefined, hash: string): string {
  if (!lesson || hash.length < 2) return '';
  let headings = headingsByLesson.get(lesson);
  if (!headings) headingsByLesson.set(lesson, (headings = headingsOf(lesson.body)));
  const id = resolveAnchor(hash.slice(1), headings);
  return id ? `#${id}` : '';
}

/**
 * Rewrites links between lessons to their slugs: relative, so that they hold in every language. Anchors become the ids
 * that headings have on the site.
 */
export function rewriteLessonLinks(
  body: string,
  from: string,
  lessons: Target[],
  { origin, isHandedOut, onDeadEnd }: LinkOptions = {},
): string {
  const lessonAt = new Map(lessons.map((lesson) => [lesson.path, lesson]));
  return outsideCode(body, (text) =>
    text.replace(LINK, (whole, before: string, address: string, after: string) => {
      const hash = address.includes('#') ? address.slice(address.indexOf('#')) : '';
      if (address.startsWith('#')) return `${before}${anchorIn(lessonAt.get(from), hash) || address}${after}`;
      if (before.startsWith('!') || leadsElsewhere(address)) return whole;
      const file = resolveInCourse(address, from, lessonAt.keys());
      const lesson = file ? lessonAt.get(file) : undefined;
      if (lesson) return `${before}${lesson.slug}${anchorIn(lesson, hash)}${after}`;
      if (isHandedOut?.(address)) return whole;
      if (origin && address.startsWith('/')) return `${before}${new URL(address, origin).href}${after}`;
      onDeadEnd?.(address);
      return before.slice(1, -2);
    }),
  );
}

/**
 * Rewrites links that name a lesson by one word to another word for it: from slugs to files for an export, and back. What
 * leads elsewhere, and every anchor, stays to the letter.
 */
export const renameLinks = (body: string, names: Map<string, string>): string =>
  outsideCode(body, (text) =>
    text.replace(LINK, (whole, before: string, address: string, after: string) => {
      const [target = ''] = address.split('#');
      const name = before.startsWith('!') ? undefined : names.get(target);
      return name ? `${before}${name}${address.slice(target.length)}${after}` : whole;
    }),
  );

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
