import type { LessonRow } from '../module/services/catalog';
import { goOnOf } from './go-on';

const lessons = ['a', 'b', 'c'].map(
  (slug) => ({ documentId: slug, slug, title: slug, locale: 'en' }) as LessonRow,
);
const goOn = (lessonKey: string | null, ...done: string[]) =>
  goOnOf(lessons, { lessonKey, done: new Set(done) });

describe('where a student goes on (L2)', () => {
  it('is the first lesson before anything was read', () => {
    expect(goOn(null)).toMatchObject({ slug: 'a', leftOff: false, isFirst: true });
  });

  it('is the lesson they opened last, while it is not done', () => {
    expect(goOn('b')).toMatchObject({ slug: 'b', leftOff: true, isFirst: false });
  });

  it('is the one after it, once it is done', () => {
    expect(goOn('b', 'b')).toMatchObject({ slug: 'c', leftOff: true });
  });

  it('is one that they skipped, after the last', () => {
    expect(goOn('c', 'b', 'c')).toMatchObject({ slug: 'a', leftOff: true });
  });

  it('is nowhere when all are done', () => {
    expect(goOn('c', 'a', 'b', 'c')).toBeNull();
  });

  it('is the first that is not done where the lesson opened last is no longer there', () => {
    expect(goOn('gone', 'a')).toMatchObject({ slug: 'b', leftOff: false });
  });
});
