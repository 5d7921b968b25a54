import type { LessonNeighbour, LessonResponse } from '../../../shared/contracts/lesson';
import type { Progress } from '../../../shared/contracts/module';
import type { LessonRow } from '../module/services/catalog';

/** What is the same whoever reads a lesson: what it is called, and where it stands in its module. */
export function describeLesson(
  module: { code: string; name: string; locale: LessonRow['locale'] },
  lessons: LessonRow[],
  index: number,
): Pick<LessonResponse, 'module' | 'slug' | 'title' | 'minutes' | 'locale' | 'place' | 'previous' | 'next'> {
  const { slug, title, minutes, locale } = lessons[index] as LessonRow;
  return {
    module: { code: module.code, name: module.name, locale: module.locale },
    slug,
    title,
    minutes: minutes ?? 1,
    locale,
    place: index + 1,
    previous: neighbour(lessons[index - 1]),
    next: neighbour(lessons[index + 1]),
  };
}

const neighbour = (lesson: LessonRow | undefined): LessonNeighbour | null =>
  lesson ? { slug: lesson.slug, title: lesson.title, locale: lesson.locale } : null;

export const progressOf = (lessons: LessonRow[], done: ReadonlySet<string>): Progress => ({
  done: lessons.filter((lesson) => done.has(lesson.documentId)).length,
  total: lessons.length,
});
