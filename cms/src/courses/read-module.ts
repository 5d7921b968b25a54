import type { Core } from '@strapi/types';
import type { CourseSection } from './course';
import { fromRows, textForPackage } from './from-rows';
import { pictureAddresses } from './links';
import { type CoursePackage, FORMAT, LOCALES } from './package';
import { createPackageFiles, type MediaFile } from './package-files';

export interface PackagedLesson {
  locale: (typeof LOCALES)[number];
  slug: string;
  title: string;
  position: number;
  minutes: number | null;
  sections: CourseSection[];
}
export interface PackagedModule {
  about: CoursePackage;
  /** In their order, language by language. */
  lessons: PackagedLesson[];
  /** What of the media library belongs to it, by the names it has in the package. */
  files: { path: string; url: string }[];
}

const SECTIONS = {
  on: {
    'lesson.text': true,
    'lesson.code': true,
    'lesson.callout': true,
    'lesson.image': { populate: { picture: true } },
    'lesson.video': { populate: { file: true } },
    'lesson.attachments': { populate: { files: true } },
    'lesson.quiz': { populate: { questions: { populate: { options: true } } } },
  },
};

/** A module as a package has it: its drafts, so what its authors see. Null where there is no such module. */
export async function readModule(strapi: Core.Strapi, moduleKey: string): Promise<PackagedModule | null> {
  const drafts = { publishedAt: null };
  const modules: any[] = await strapi.db
    .query('api::module.module')
    .findMany({ where: { documentId: moduleKey, ...drafts }, populate: { cover: true } });
  const [first] = modules;
  if (!first) return null;
  const rows: any[] = await strapi.db.query('api::lesson.lesson').findMany({
    where: { moduleKey, ...drafts },
    orderBy: [{ locale: 'asc' }, { position: 'asc' }, { slug: 'asc' }],
    populate: { sections: SECTIONS } as never,
  });
  const files = createPackageFiles(await picturesIn(strapi, modules, rows));
  const texts = Object.fromEntries(
    LOCALES.flatMap((locale) => {
      const row = modules.find((one) => one.locale === locale);
      if (!row) return [];
      const description = row.description ? textForPackage(row.description, files, '') : null;
      return [[locale, { name: row.name, summary: row.summary || null, description }]];
    }),
  );
  const moment = (value: string | Date | null): string | null => value && new Date(value).toISOString();
  return {
    about: {
      format: FORMAT,
      code: first.code,
      settings: {
        markMin: Number(first.markMin),
        markMax: Number(first.markMax),
        passMark: Number(first.passMark),
        certificates: first.certificates,
        enrollmentOpensAt: moment(first.enrollmentOpensAt),
        enrollmentClosesAt: moment(first.enrollmentClosesAt),
      },
      cover: first.cover ? files.nameOf(first.cover) : null,
      texts,
    },
    lessons: rows.map(({ locale, slug, title, position, minutes, sections }) => ({
      ...{ locale, slug, title, position, minutes: minutes ?? null },
      sections: fromRows(sections ?? [], files),
    })),
    files: files.all(),
  };
}

/** The pictures of the media library that texts show by their address. */
async function picturesIn(strapi: Core.Strapi, modules: any[], lessons: any[]): Promise<MediaFile[]> {
  const texts = [
    ...modules.map(({ description }) => description),
    ...lessons.flatMap(({ sections }) => (sections ?? []).map(({ body }: { body?: string }) => body)),
  ].filter((text): text is string => typeof text === 'string');
  const addresses = [...new Set(texts.flatMap(pictureAddresses))];
  return (await strapi.db
    .query('plugin::upload.file')
    .findMany({ where: { url: { $in: addresses } } })) as unknown as MediaFile[];
}
