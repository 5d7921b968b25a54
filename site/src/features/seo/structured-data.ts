import type { ModuleCard, ModuleResponse } from '../../lib/cms/contracts';
import { localePath, type Locale } from '../../i18n/locales';

/** Where a site stands, and in which language it speaks. */
interface Place {
  siteUrl: string;
  siteName: string;
  locale: Locale;
}

const CONTEXT = 'https://schema.org';

/**
 * A module as search engines show courses: with what Google asks of "course info" (name, description, provider, an offer
 * and an instance with its mode and workload), all of which is true of every module: they are read online and cost nothing.
 */
export function courseData(
  module: ModuleResponse,
  { siteUrl, siteName, locale }: Place,
  picture: string,
): object {
  const url = siteUrl + localePath(`/modules/${module.code}`, locale);
  const minutes = module.lessons.reduce((sum, lesson) => sum + lesson.minutes, 0);
  return {
    '@context': CONTEXT,
    '@type': 'Course',
    '@id': url,
    url,
    courseCode: module.code,
    name: module.name,
    description: module.summary || module.name,
    inLanguage: module.locale,
    image: siteUrl + picture,
    provider: { '@type': 'Organization', name: siteName, url: siteUrl },
    offers: [{ '@type': 'Offer', category: 'Free' }],
    // A workload of no time at all is none.
    ...(minutes > 0 && {
      hasCourseInstance: [
        {
          '@type': 'CourseInstance',
          courseMode: 'Online',
          courseWorkload: `PT${minutes}M`,
          ...(module.teacher && {
            instructor: {
              '@type': 'Person',
              name: module.teacher.displayName,
              url: siteUrl + localePath(`/teachers/${module.teacher.slug}`, locale),
            },
          }),
        },
      ],
    }),
  };
}

/** A page of the catalogue. @param before how many modules stand on the pages before */
export const moduleListData = (modules: ModuleCard[], { siteUrl, locale }: Place, before = 0): object => ({
  '@context': CONTEXT,
  '@type': 'ItemList',
  itemListElement: modules.map(({ code, name }, index) => ({
    '@type': 'ListItem',
    position: before + index + 1,
    name,
    url: siteUrl + localePath(`/modules/${code}`, locale),
  })),
});

/** The way to a page from the top, the page itself last. */
export const breadcrumbData = (
  steps: { name: string; path: string }[],
  { siteUrl, locale }: Place,
): object => ({
  '@context': CONTEXT,
  '@type': 'BreadcrumbList',
  itemListElement: steps.map(({ name, path }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name,
    item: siteUrl + localePath(path, locale),
  })),
});
