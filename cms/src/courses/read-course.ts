import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { WORDS_A_MINUTE } from '../api/lesson/reading-time';
import type { Course, CourseLesson } from './course';
import { CourseError } from './course-problem';

interface Draft extends Omit<CourseLesson, 'position'> {
  order: number | null;
}

/**
 * Reads a folder of Markdown. The order comes from a `SUMMARY.md` as mdBook has it, else from `position` in the front
 * matter, else from the numbers at the beginning of file and folder names.
 *
 * @param exact for what Lumino has exported itself: everything stays as its front matter says.
 * @throws CourseError when there is no Markdown in it.
 */
export async function readCourse(folder: string, { exact = false } = {}): Promise<Course> {
  const paths = await markdownFiles(folder);
  const summary = paths.find((file) => /^summary\.md$/i.test(file));
  const files = paths.filter((file) => file !== summary).sort(byNumbers);
  if (files.length === 0 && !exact)
    throw new CourseError('no-lessons', null, `There is no Markdown file in ${folder}`);

  const taken = new Set<string>();
  const drafts: Draft[] = [];
  for (const file of files)
    drafts.push(
      (exact ? toExactLesson : toLesson)(file, await readFile(path.join(folder, file), 'utf8'), taken),
    );

  const listed = summary ? orderOfSummary(await readFile(path.join(folder, summary), 'utf8')) : [];
  const rank = (draft: Draft, index: number) => {
    const inSummary = listed.indexOf(draft.path);
    if (listed.length > 0) return inSummary < 0 ? listed.length + index : inSummary;
    return draft.order ?? index + 1;
  };
  const ordered = drafts
    .map((draft, index) => ({ draft, rank: rank(draft, index), index }))
    .sort((a, b) => a.rank - b.rank || a.index - b.index);
  return {
    title:
      drafts.find(
        (draft) => /(^|\/)(\d+[-_.])?(readme|index)\.md$/i.test(draft.path) && !draft.path.includes('/'),
      )?.title ?? null,
    lessons: ordered.map(({ draft: { order, ...lesson } }, index) => ({
      ...lesson,
      // A lesson that is not translated leaves a gap in one language.
      position: exact && order !== null ? order : index + 1,
    })),
  };
}

async function markdownFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error) => {
    // A language without lessons has no folder.
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return entries
    .filter((entry) => entry.isFile() && entry.name.toLowerCase().endsWith('.md'))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
}

/** `10-b.md` after `9-a.md`; a folder's own README first. */
function byNumbers(a: string, b: string): number {
  const key = (file: string) =>
    file.split('/').map((part) => (/^(\d+[-_.])?(readme|index)\.md$/i.test(part) ? `0 ${part}` : part));
  const [left, right] = [key(a), key(b)];
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const order = (left[index] ?? '').localeCompare(right[index] ?? '', 'en', { numeric: true });
    if (order !== 0) return order;
  }
  return 0;
}

const orderOfSummary = (summary: string): string[] =>
  [...summary.matchAll(/\]\(\.?\/?([^)#\s]+\.md)\)/g)].map(([, file]) => file ?? '');

function openFile(file: string, source: string): { settings: Record<string, unknown>; body: string } {
  const frontMatter = /^---\r?\n([\s\S]*?)\r?\n---\r?\n?/.exec(source);
  // No aliases: a few lines of them make a text of any size.
  let settings: unknown;
  try {
    settings = frontMatter && parse(frontMatter[1] ?? '', { maxAliasCount: 0 });
  } catch (error) {
    throw new CourseError('unreadable', file, `its front matter is no YAML: ${(error as Error).message}`);
  }
  return {
    settings: (settings ?? {}) as Record<string, unknown>,
    body: source.slice(frontMatter?.[0].length ?? 0).trim(),
  };
}

function toExactLesson(file: string, source: string): Draft {
  const { settings, body } = openFile(file, source);
  const { title, slug, position, minutes } = settings;
  if (typeof title !== 'string' || typeof slug !== 'string' || !Number.isInteger(position))
    throw new CourseError('unreadable', file, 'its front matter has no title, slug and position');
  return { path: file, slug, title, order: position as number, minutes: Number(minutes) || 1, body };
}

function toLesson(file: string, source: string, taken: Set<string>): Draft {
  const opened = openFile(file, source);
  const { settings } = opened;
  let { body } = opened;
  const heading = /^#\s+(.+?)\s*#*\s*$/m.exec(body);
  const title = String(settings.title ?? heading?.[1] ?? titleOf(file));
  // The title is shown above the lesson already.
  if (heading && heading[1] === title)
    body = `${body.slice(0, heading.index)}${body.slice(heading.index + heading[0].length)}`.trim();
  return {
    path: file,
    slug: slugOf(file, typeof settings.slug === 'string' ? settings.slug : null, taken),
    title: title.replace(/[`*_]/g, ''),
    order: typeof settings.position === 'number' ? settings.position : null,
    minutes: Number(settings.minutes) || Math.max(1, Math.ceil(body.split(/\s+/).length / WORDS_A_MINUTE)),
    body: linkCustomElements(body),
  };
}

const withoutNumber = (part: string): string => part.replace(/\.md$/i, '').replace(/^\d+[-_. ]*/, '');

const toSlug = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 100);

function titleOf(file: string): string {
  const words = withoutNumber(file.split('/').at(-1) ?? '').replace(/[-_]+/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** From the file's name; a README takes its folder's; the folder goes in front where two would be the same. */
function slugOf(file: string, wanted: string | null, taken: Set<string>): string {
  const parts = file.split('/').map(withoutNumber);
  const isReadme = /^(readme|index)$/i.test(parts.at(-1) ?? '');
  const own = isReadme ? (parts.at(-2) ?? 'introduction') : (parts.at(-1) ?? '');
  const candidates = [
    wanted ?? own,
    parts.join('-'),
    ...Array.from({ length: 50 }, (_, index) => `${own}-${index + 2}`),
  ];
  const slug =
    candidates.map(toSlug).find((candidate) => candidate && !taken.has(candidate)) ??
    toSlug(`lesson ${taken.size + 1}`);
  taken.add(slug);
  return slug;
}

/** A custom element with an address and a title would be dropped by every safe renderer; its link is kept. */
const linkCustomElements = (body: string): string =>
  body.replace(/<([a-z]+-[a-z-]+)\s([^>]*)>(\s*<\/\1>)?/g, (whole, _name: string, attributes: string) => {
    const value = (name: RegExp) => new RegExp(`${name.source}="([^"]*)"`).exec(attributes)?.[1];
    const address = value(/(?:url|href|src)/);
    return address ? `[${value(/[a-z]*title/) ?? address}](${address})` : whole;
  });
