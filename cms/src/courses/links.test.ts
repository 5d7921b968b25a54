import { pictureAddresses, resolveInCourse, rewriteLessonLinks } from './links';

const lessons = [
  { path: '1-a/1-first.md', slug: 'first', body: '## 1.2 The start' },
  { path: '2-b/2-second.md', slug: 'second', body: '## Top\n\n## 2.6 Media' },
];

describe('links between lessons (X6)', () => {
  it('are rewritten to the slug, with their anchor', () => {
    expect(rewriteLessonLinks('[x](../2-b/2-second.md#top)', '1-a/1-first.md', lessons)).toBe(
      '[x](second#top)',
    );
  });

  it('lead to the id that the heading has on the site, or else to the lesson', () => {
    const link = (address: string) => rewriteLessonLinks(`[x](${address})`, '1-a/1-first.md', lessons);
    expect(link('../2-b/2-second.md#2.6_media')).toBe('[x](second#26-media)');
    expect(link('../2-b/2-second.md#table-of-figures')).toBe('[x](second)');
    expect(link('#1.2_the_start')).toBe('[x](#12-the-start)');
  });

  it('that begin at the root of a site are found by their end', () => {
    expect(rewriteLessonLinks('[x](/curriculum/2-b/2-second.md)', '1-a/1-first.md', lessons)).toBe(
      '[x](second)',
    );
  });

  it.each([
    ['../2-b/', 'readme-b'],
    ['../2-b', 'readme-b'],
    ['/en/course/b/', 'readme-b'],
    ['/en/course/b/second/', 'second'],
    ['../b/second', 'second'],
  ])('to %s are found as a site with pretty addresses shows them', (address, slug) => {
    const withFolder = [...lessons, { path: '2-b/0-README.md', slug: 'readme-b', body: '' }];
    expect(rewriteLessonLinks(`[x](${address})`, '1-a/1-first.md', withFolder)).toBe(`[x](${slug})`);
  });

  it('to other places stay as they are', () => {
    for (const text of ['[x](https://example.com/2-second.md)', '[x](mailto:a@example.com)', '[x](#top)']) {
      expect(rewriteLessonLinks(text, '1-a/1-first.md', lessons)).toBe(text);
    }
  });

  it('that lead nowhere become plain words, and are reported', () => {
    const deadEnds: string[] = [];
    const onDeadEnd = (address: string) => deadEnds.push(address);
    const text = 'See [**x**](../../etc/passwd "t") and [y](/docs/contact).';
    expect(rewriteLessonLinks(text, '1-a/1-first.md', lessons, { onDeadEnd })).toBe('See **x** and y.');
    expect(deadEnds).toEqual(['../../etc/passwd', '/docs/contact']);
  });

  it('to the rest of the site the course was part of lead there, if it is named', () => {
    const options = { origin: 'https://school.example' };
    expect(rewriteLessonLinks('[y](/docs/contact#us)', '1-a/1-first.md', lessons, options)).toBe(
      '[y](https://school.example/docs/contact#us)',
    );
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
