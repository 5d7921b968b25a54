import { pictureAddresses, resolveInCourse, rewriteLessonLinks } from './links';

const lessons = [
  { path: '1-a/1-first.md', slug: 'first' },
  { path: '2-b/2-second.md', slug: 'second' },
];

describe('links between lessons (X6)', () => {
  it('are rewritten to the slug, with their anchor', () => {
    expect(rewriteLessonLinks('[x](../2-b/2-second.md#top)', '1-a/1-first.md', lessons)).toBe(
      '[x](second#top)',
    );
  });

  it('that begin at the root of a site are found by their end', () => {
    expect(rewriteLessonLinks('[x](/curriculum/2-b/2-second.md)', '1-a/1-first.md', lessons)).toBe(
      '[x](second)',
    );
  });

  it('to other places stay as they are', () => {
    for (const text of [
      '[x](https://example.com/2-second.md)',
      '[x](mailto:a@example.com)',
      '[x](#top)',
      '[x](../../etc/passwd)',
    ]) {
      expect(rewriteLessonLinks(text, '1-a/1-first.md', lessons)).toBe(text);
    }
  });

  it('inside code are examples and stay', () => {
    const code = '```md\n[x](../2-b/2-second.md)\n```\n\n`[x](../2-b/2-second.md)`';
    expect(rewriteLessonLinks(code, '1-a/1-first.md', lessons)).toBe(code);
  });
});

it('pictures are found, also with a caption, but not those in code', () => {
  expect(pictureAddresses('![a](x.png "t") and `![b](y.png)`')).toEqual(['x.png']);
});

it('a file outside the course is never found', () => {
  expect(resolveInCourse('../../secret.png', 'a.md', ['a.md'])).toBeNull();
});
