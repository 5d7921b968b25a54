import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Core } from '@strapi/types';
import type { CourseLesson, CourseSection } from '../../../courses/course';
import { CourseError, CourseFileError, problemOf, type CourseProblem } from '../../../courses/course-problem';
import { pictureAddresses, rewritePictures } from '../../../courses/links';
import { type CoursePackage, LOCALES, PACKAGE_FILE, readPackage } from '../../../courses/package';
import { createPictureStore } from '../../../courses/pictures';
import { readModule, type PackagedModule } from '../../../courses/read-module';
import { writePackage } from '../../../courses/write-package';
import { mediaBytes } from '../../../media/media-bytes';
import type { ImportOptions, ImportReport } from './course-import';

export interface PackageImport {
  folder: string;
  /** Null for the one that the package names. */
  code: string | null;
  /** Of a module that is new. */
  teacherId?: string;
  publish: boolean;
  onProgress?(done: number, total: number, title: string): void;
}

/** Modules as packages: in and out, in all languages, to the letter. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** What is in a folder; null for a course of another kind. @throws CourseError that says what is wrong with it. */
  describe: (folder: string): Promise<CoursePackage | null> => readPackage(folder),

  /** Every file of the package; null where there is no such module. */
  async files(moduleKey: string) {
    const module = await readModule(strapi, moduleKey);
    if (!module) return null;
    return {
      code: module.about.code,
      texts: writePackage(module),
      media: module.files.map(({ path: name, url }) => ({
        path: name,
        read: () => mediaBytes(strapi, url),
      })),
    };
  },

  /** Writes a package in; what is there already as it stands in it is left alone. */
  async import(options: PackageImport): Promise<ImportReport> {
    const { folder, publish } = options;
    const about = await readPackage(folder);
    if (!about) throw new CourseError('unreadable', PACKAGE_FILE, 'it is not there');
    const code = options.code ?? about.code;
    const rows = await strapi.db.query('api::module.module').findMany({ where: { code } });
    const [known] = rows;
    const before = known ? await readModule(strapi, known.documentId as string) : null;
    const pictures = createPictureStore(strapi, []);
    const problems: CourseProblem[] = [];
    const stored = async (name: string): Promise<{ id: number; url: string } | null> => {
      try {
        const file = path.resolve(folder, name);
        if (!file.startsWith(path.resolve(folder) + path.sep)) throw new CourseFileError('outside');
        return await pictures.storeFile(file, '');
      } catch (error) {
        problems.push(problemOf(error, PACKAGE_FILE, name));
        return null;
      }
    };
    const cover = about.cover === null ? null : await stored(about.cover);
    let total: ImportReport | null = null;
    for (const locale of LOCALES) {
      const texts = about.texts[locale];
      if (!texts) continue;
      const names = new Map<string, string | null>();
      for (const address of pictureAddresses(texts.description ?? ''))
        if (address.startsWith('files/')) names.set(address, (await stored(address))?.url ?? null);
      const description =
        texts.description && rewritePictures(texts.description, (one) => names.get(one) ?? null);
      const report = await strapi.service('api::module.course-import').import({
        ...{ folder: path.join(folder, locale), code, locale, publish },
        exact: true,
        ...(options.teacherId && !known ? { teacherId: options.teacherId } : {}),
        texts: { name: texts.name, summary: texts.summary ?? '', description: description ?? '' },
        settings: { ...about.settings, ...(cover ? { cover: cover.id } : {}) },
        isThere: (lesson, sections) => !publish && isThere(before, locale, lesson, sections),
        onProgress: options.onProgress,
      } satisfies ImportOptions);
      total = total ? joined(total, report) : report;
    }
    const report = total as ImportReport;
    return { ...report, problems: [...problems, ...report.problems] };
  },
});

function isThere(
  before: PackagedModule | null,
  locale: string,
  { slug, title, position, minutes }: CourseLesson,
  sections: CourseSection[],
): boolean {
  const current = before?.lessons.find((lesson) => lesson.locale === locale && lesson.slug === slug);
  return isDeepStrictEqual(current, { locale, slug, title, position, minutes, sections });
}

/** Of two languages: a lesson is counted in each. */
const joined = (a: ImportReport, b: ImportReport): ImportReport => ({
  moduleId: b.moduleId,
  created: a.created + b.created,
  updated: a.updated + b.updated,
  unchanged: a.unchanged + b.unchanged,
  notInFolder: [...new Set([...a.notInFolder, ...b.notInFolder])],
  problems: [...a.problems, ...b.problems],
});
