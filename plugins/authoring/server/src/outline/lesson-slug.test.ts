import { lessonSlug } from './lesson-slug';

describe('the address of a new lesson', () => {
  it.each([
    ['Café & té', 'cafe-te'],
    ['  ¿Qué es HTML?  ', 'que-es-html'],
    ['課程', 'lesson'],
  ])('%s → %s', (title, slug) => expect(lessonSlug(title, new Set())).toBe(slug));

  it('is not one that another lesson of the module has', () => {
    expect(lessonSlug('Loops', new Set(['loops', 'loops-2']))).toBe('loops-3');
  });

  it('is one that the lesson’s field takes, however long the title', () => {
    const slug = lessonSlug(`${'a'.repeat(99)} b`, new Set());
    expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(slug.length).toBeLessThanOrEqual(120);
  });
});
