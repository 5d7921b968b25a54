import type { GoOn } from '../../../shared/contracts/module';
import type { LessonRow } from '../module/services/catalog';
import type { Standing } from './services/standing';

/**
 * Where a student goes on in a module: at the lesson opened last; where that is done, at the next one that is not; and
 * round to the first one that is not. Null when all are done.
 */
export function goOnOf(
  lessons: LessonRow[],
  { done, lessonKey }: Pick<Standing, 'done' | 'lessonKey'>,
): GoOn | null {
  const last = lessons.findIndex((lesson) => lesson.documentId === lessonKey);
  const inOrder = last < 0 ? lessons : [...lessons.slice(last), ...lessons.slice(0, last)];
  const lesson = inOrder.find(({ documentId }) => !done.has(documentId));
  if (!lesson) return null;
  const { slug, title, locale } = lesson;
  return { slug, title, locale, leftOff: last >= 0, isFirst: lesson === lessons[0] };
}
