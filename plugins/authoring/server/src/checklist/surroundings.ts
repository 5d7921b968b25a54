import type { Core } from '@strapi/types';
import { UID } from '../constants';
import type { Surroundings } from './check-sections';
import { linkTarget } from './link-target';
import { addressesIn } from './markdown';

interface Heading {
  id: string;
}

const textsOf = (sections: any[]): string[] =>
  sections.map(({ body }) => body).filter((body): body is string => typeof body === 'string');

/** Looks up everything that the links and pictures of these sections name, at once. */
export async function lookAround(
  strapi: Core.Strapi,
  about: { code: string; slug: string; locale: string },
  sections: any[],
): Promise<Surroundings> {
  const { code, slug, locale } = about;
  const targets = textsOf(sections)
    .flatMap((text) => {
      const { links, pictures } = addressesIn(text);
      return [...links, ...pictures.map(({ address }) => address)];
    })
    .map((address) => linkTarget(address, code, slug));
  const codes = new Set<string>();
  const uploads = new Set<string>();
  const slugs = new Set<string>();
  for (const target of targets) {
    if (target.to === 'module' || target.to === 'lesson') codes.add(target.code);
    if (target.to === 'lesson') slugs.add(target.slug);
    if (target.to === 'upload') uploads.add(target.path);
  }
  const modules = await strapi.db
    .query(UID.module)
    .findMany({ where: { code: { $in: [...codes] } }, select: ['documentId', 'code'] });
  const codeOf = new Map(modules.map((row) => [row.documentId as string, row.code as string]));
  const lessons = await strapi.db.query(UID.lesson).findMany({
    where: { moduleKey: { $in: [...codeOf.keys()] }, slug: { $in: [...slugs] }, publishedAt: null },
    populate: { sections: { on: { 'lesson.text': true } } } as never,
  });
  const files = await strapi.db
    .query(UID.file)
    .findMany({ where: { url: { $in: [...uploads] } }, select: ['url'] });
  const urls = new Set(files.map(({ url }) => url as string));
  const headings = strapi.service('api::lesson.headings' as never) as { of(markdown: string): Heading[] };
  const idsOf = (rows: any[]): Set<string> =>
    new Set(headings.of(textsOf(rows.flatMap((row) => row.sections ?? [])).join('\n\n')).map(({ id }) => id));

  return {
    code,
    slug,
    hasModule: (wanted) => [...codeOf.values()].includes(wanted),
    hasUpload: (path) => urls.has(path),
    hasLesson(wantedCode, wantedSlug, anchor) {
      const rows = lessons.filter(
        (row) => row.slug === wantedSlug && codeOf.get(row.moduleKey as string) === wantedCode,
      );
      if (rows.length === 0) return false;
      // A heading is in one language; where the lesson is not translated, readers get another one.
      const read = rows.find((row) => row.locale === locale) ?? rows[0];
      return !anchor || idsOf([read]).has(anchor);
    },
  };
}
