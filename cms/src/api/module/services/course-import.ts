import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { access } from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/types';
import type { Course, CourseLesson, CourseSection } from '../../../courses/course';
import { pictureAddresses, rewriteLessonLinks, rewritePictures } from '../../../courses/links';
import { createPictureStore } from '../../../courses/pictures';
import { readCourse } from '../../../courses/read-course';
import { ATTACHMENT, splitSections } from '../../../courses/split-sections';

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
  problems: string[];
}

/** A folder of Markdown becomes a module with lessons; a second run updates in place, and changes nothing where nothing changed (X6). */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async import(options: ImportOptions): Promise<ImportReport> {
    const course = await readCourse(options.folder);
    const problems: string[] = [];
    // Everything that can be wrong with the texts is found before anything is written.
    const prepared = course.lessons.map((lesson) => {
      try {
        const body = rewriteLessonLinks(lesson.body, lesson.path, course.lessons, {
          origin: options.origin,
          isHandedOut: (address) =>
            ATTACHMENT.test(address) && existsSync(inCourse(options.folder, lesson, address)),
          onDeadEnd: (address) =>
            problems.push(`${lesson.path}: the link to ${address} leads nowhere; only its words were kept`),
        });
        return { lesson, sections: splitSections(body) };
      } catch (error) {
        throw new Error(`${lesson.path}: ${(error as Error).message}`, { cause: error });
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
      if (
        rows.some(
          (row) => row.locale === options.locale && row.publishedAt && row.importChecksum === importChecksum,
        )
      ) {
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
      await this.writeLesson(rows[0]?.documentId, options.locale, data);
      if (rows.length > 0) report.updated++;
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
    { code, locale, teacherId, texts = {}, settings = {} }: ImportOptions,
    course: Course,
  ): Promise<string> {
    const rows = await strapi.db.query(MODULE).findMany({ where: { code } });
    const current = rows.find((row) => row.locale === locale && row.publishedAt);
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
    const documents = strapi.documents(MODULE);
    const documentId = rows[0]?.documentId;
    const written = documentId
      ? await documents.update({ documentId, locale, data: data as never, status: 'published' } as never)
      : await documents.create({ locale, data: data as never, status: 'published' } as never);
    return (written as { documentId: string }).documentId;
  },

  async writeLesson(
    documentId: string | undefined,
    locale: string,
    data: Record<string, unknown>,
  ): Promise<void> {
    const documents = strapi.documents(LESSON);
    if (documentId)
      await documents.update({ documentId, locale, data: data as never, status: 'published' } as never);
    else await documents.create({ locale, data: data as never, status: 'published' } as never);
  },
});

const checksum = ({ title, position, minutes }: CourseLesson, sections: CourseSection[]): string =>
  createHash('sha256')
    .update(JSON.stringify([title, position, minutes, sections]))
    .digest('hex')
    .slice(0, 32);

/** Where an address of a lesson points to. */
const inCourse = (folder: string, lesson: CourseLesson, address: string): string =>
  path.resolve(folder, path.dirname(lesson.path), decodeURI(address));

type Pictures = ReturnType<typeof createPictureStore>;

/** Sections as rows of the dynamic zone, their pictures stored. A missing picture becomes a line in the report. */
async function toRows(
  sections: CourseSection[],
  lesson: CourseLesson,
  folder: string,
  pictures: Pictures,
  problems: string[],
): Promise<Record<string, unknown>[]> {
  const stored = async (
    address: string,
    words: string,
    store: (file: string, words: string) => Promise<{ id: number; url: string }> = pictures.storeFile,
  ) => {
    const file = inCourse(folder, lesson, address);
    const courseRoot = path.resolve(folder, '..');
    try {
      if (!file.startsWith(courseRoot + path.sep)) throw new Error('is outside the course');
      await access(file).catch(() => {
        throw new Error('is not there');
      });
      return await store(file, words);
    } catch (error) {
      problems.push(`${lesson.path}: the file ${address} ${(error as Error).message}`);
      return null;
    }
  };
  const rows: Record<string, unknown>[] = [];
  for (const section of sections) {
    const { kind, ...rest } = section;
    if (section.kind === 'image') {
      const isLocal = !/^[a-z]+:/i.test(section.picture);
      const file = isLocal ? await stored(section.picture, section.alternative) : null;
      if (file)
        rows.push({
          __component: 'lesson.image',
          picture: file.id,
          alternative: section.alternative || section.caption || path.basename(section.picture),
          caption: section.caption,
        });
      else if (!isLocal)
        rows.push({
          __component: 'lesson.text',
          body: `[${section.alternative || section.picture}](${section.picture})`,
        });
    } else if (section.kind === 'attachments') {
      const file = await stored(section.file, section.title, pictures.handOut);
      const before = rows.at(-1);
      if (file && before?.__component === 'lesson.attachments') (before.files as number[]).push(file.id);
      else if (file) rows.push({ __component: 'lesson.attachments', files: [file.id] });
    } else if (section.kind === 'text') {
      const addresses = new Map<string, string | null>();
      for (const address of pictureAddresses(section.body)) {
        if (!/^[a-z]+:/i.test(address)) addresses.set(address, (await stored(address, ''))?.url ?? null);
      }
      rows.push({
        __component: 'lesson.text',
        body: rewritePictures(section.body, (address) => addresses.get(address) ?? null),
      });
    } else {
      rows.push({ __component: `lesson.${kind}`, ...rest });
    }
  }
  return rows;
}
