import { createHash } from 'node:crypto';
import type { Core } from '@strapi/types';
import type { Course, CourseLesson, CourseSection } from '../../../courses/course';
import { CourseError, sentenceOf, type CourseProblem } from '../../../courses/course-problem';
import { renameLinks, rewriteLessonLinks } from '../../../courses/links';
import { createPictureStore } from '../../../courses/pictures';
import { readCourse } from '../../../courses/read-course';
import { ATTACHMENT, splitSections } from '../../../courses/split-sections';
import { isInCourse, toRows } from '../../../courses/to-rows';

const MODULE = 'api::module.module';
const LESSON = 'api::lesson.lesson';

export interface ImportOptions {
  folder: string;
  code: string;
  locale: string;
  /** Of the teacher's profile. */
  teacherId?: string;
  /** Texts of the module; the title of the course's README, or the code, where they are missing. */
  texts?: { name?: string; summary?: string; description?: string };
  /** Anything else of the module: cover, scale … */
  settings?: Record<string, unknown>;
  fonts?: string[];
  /** Of the site the course was part of, for links that begin with a slash. */
  origin?: string;
  /** Of what Lumino has exported: read to the letter. */
  exact?: boolean;
  /** Whether readers see it at once, which is so unless this is false. */
  publish?: boolean;
  /** Whether a lesson is in the module already as it stands here; else that is known by its checksum. */
  isThere?(lesson: CourseLesson, sections: CourseSection[]): boolean;
  onProgress?(done: number, total: number, title: string): void;
}

export interface ImportReport {
  moduleId: string;
  created: number;
  updated: number;
  unchanged: number;
  /** Lessons of the module that are not in the folder (any more); left as they are. */
  notInFolder: string[];
  /** Pictures that are missing or of no known kind, and links that lead nowhere. */
  problems: CourseProblem[];
}

/** A folder of Markdown becomes a module with lessons; a second run updates in place, and changes nothing where nothing changed (X6). */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  sentenceOf,

  async import(options: ImportOptions): Promise<ImportReport> {
    const { exact = false, publish = true } = options;
    const course = await readCourse(options.folder, { exact });
    const slugOf = new Map(course.lessons.map(({ path, slug }) => [path, slug]));
    const problems: CourseProblem[] = [];
    // Everything that can be wrong with the texts is found before anything is written.
    const prepared = course.lessons.map((lesson) => {
      try {
        if (exact) return { lesson, sections: splitSections(renameLinks(lesson.body, slugOf)) };
        const body = rewriteLessonLinks(lesson.body, lesson.path, course.lessons, {
          origin: options.origin,
          isHandedOut: (address) => ATTACHMENT.test(address) && isInCourse(options.folder, lesson, address),
          onDeadEnd: (address) => problems.push({ kind: 'dead-link', path: lesson.path, address }),
        });
        return { lesson, sections: splitSections(body) };
      } catch (error) {
        throw inLesson(error, lesson.path);
      }
    });
    const moduleId = await this.writeModule(options, course);
    const known = await strapi.db.query(LESSON).findMany({
      where: { moduleKey: moduleId },
      select: ['documentId', 'slug', 'locale', 'importChecksum', 'publishedAt'],
    });
    const pictures = createPictureStore(strapi, options.fonts ?? []);
    const report: ImportReport = {
      moduleId,
      created: 0,
      updated: 0,
      unchanged: 0,
      notInFolder: [],
      problems,
    };

    for (const [index, { lesson, sections }] of prepared.entries()) {
      options.onProgress?.(index, prepared.length, lesson.title);
      const rows = known.filter((row) => row.slug === lesson.slug);
      const importChecksum = checksum(lesson, sections);
      const isThere =
        options.isThere?.(lesson, sections) ??
        rows.some(
          (row) =>
            row.locale === options.locale &&
            Boolean(row.publishedAt) === publish &&
            row.importChecksum === importChecksum,
        );
      if (isThere) {
        report.unchanged++;
        continue;
      }
      const data = {
        title: lesson.title,
        slug: lesson.slug,
        position: lesson.position,
        minutes: lesson.minutes,
        module: moduleId,
        importChecksum,
        sections: await toRows(sections, lesson, options.folder, pictures, problems),
      };
      await write(LESSON, rows[0]?.documentId, options.locale, data, publish);
      if (rows.some((row) => row.locale === options.locale)) report.updated++;
      else report.created++;
    }
    options.onProgress?.(prepared.length, prepared.length, '');
    const slugs = new Set(course.lessons.map(({ slug }) => slug));
    report.notInFolder = [...new Set(known.map((row) => row.slug as string))].filter(
      (slug) => !slugs.has(slug),
    );
    return report;
  },

  async writeModule(
    { code, locale, teacherId, texts = {}, settings = {}, publish = true }: ImportOptions,
    course: Course,
  ): Promise<string> {
    const rows = await strapi.db.query(MODULE).findMany({ where: { code } });
    const current = rows.find((row) => row.locale === locale && Boolean(row.publishedAt) === publish);
    const data = {
      ...settings,
      code,
      ...(teacherId ? { teacher: teacherId } : {}),
      name: texts.name ?? current?.name ?? course.title ?? code,
      ...(texts.summary ? { summary: texts.summary } : {}),
      ...(texts.description ? { description: texts.description } : {}),
    };
    if (
      current &&
      Object.keys(settings).length === 0 &&
      data.name === current.name &&
      !texts.summary &&
      !texts.description
    ) {
      return current.documentId;
    }
    return write(MODULE, rows[0]?.documentId, locale, data, publish);
  },
});

/** The same error, with the file it is in. */
function inLesson(error: unknown, path: string): Error {
  const message = `${path}: ${(error as Error).message}`;
  return error instanceof CourseError
    ? Object.assign(new CourseError(error.kind, path, error.detail), { message })
    : new CourseError('unreadable', path, message);
}

/** @returns the documentId. */
async function write(
  uid: typeof MODULE | typeof LESSON,
  documentId: string | undefined,
  locale: string,
  data: Record<string, unknown>,
  publish: boolean,
): Promise<string> {
  const documents = strapi.documents(uid);
  const params = { locale, data, ...(publish ? { status: 'published' } : {}) };
  const written = documentId
    ? await documents.update({ documentId, ...params } as never)
    : await documents.create(params as never);
  return (written as { documentId: string }).documentId;
}

const checksum = ({ title, position, minutes }: CourseLesson, sections: CourseSection[]): string =>
  createHash('sha256')
    .update(JSON.stringify([title, position, minutes, sections]))
    .digest('hex')
    .slice(0, 32);
