import type { Core } from '@strapi/types';
import type { Pictures, Section } from '../../../shared/contracts/lesson';
import { toPicture } from '../../media/picture';
import { toSections } from './sections';

const POPULATE = {
  sections: {
    on: {
      'lesson.text': true,
      'lesson.code': true,
      'lesson.callout': true,
      'lesson.image': { populate: { picture: true } },
      'lesson.video': { populate: { file: true } },
      'lesson.attachments': { populate: { files: true } },
      'lesson.quiz': { populate: { questions: { populate: { options: true } } } },
    },
  },
};

/** The sections of the one row of a lesson that this query finds; none where there is no such row. */
export async function loadSections(strapi: Core.Strapi, where: Record<string, unknown>): Promise<Section[]> {
  const row = await strapi.db.query('api::lesson.lesson').findOne({ where, populate: POPULATE as never });
  const sections = toSections(row?.sections ?? []);
  return withPictures(strapi, sections);
}

const ADDRESS = /!\[[^\]]*\]\(<?([^)\s>]+)/g;

/** Pictures inside Markdown are addresses there; what the media library knows of them goes along. */
async function withPictures(strapi: Core.Strapi, sections: Section[]): Promise<Section[]> {
  const addressesOf = (section: Section): string[] =>
    section.kind === 'text' || section.kind === 'callout'
      ? [...section.body.matchAll(ADDRESS)].map(([, address]) => address ?? '')
      : [];
  const wanted = [...new Set(sections.flatMap(addressesOf))];
  if (wanted.length === 0) return sections;
  const files = await strapi.db.query('plugin::upload.file').findMany({ where: { url: { $in: wanted } } });
  const known = new Map(files.map((file) => [file.url as string, toPicture(file as never)]));
  return sections.map((section) => {
    const pictures: Pictures = {};
    for (const address of addressesOf(section)) {
      const picture = known.get(address);
      if (picture) pictures[address] = picture;
    }
    return Object.keys(pictures).length > 0 ? ({ ...section, pictures } as Section) : section;
  });
}
