import { headingsOf, resolveAnchor } from './headings';

const headings = headingsOf(
  [
    '## 2.6 Media',
    '### What’s *covered*?',
    '## 6.9 DOM `scripting`',
    '## 6.11 Async JavaScript basics',
    '## Content',
    '> ## Quoted',
    '## Same\n\n## Same',
    '```md\n## Not a heading\n```',
  ].join('\n\n'),
);

describe('headings of a course (X6)', () => {
  it('have the ids that the site gives them', () => {
    expect(headings.map(({ id }) => id)).toEqual([
      '26-media',
      'whats-covered',
      '69-dom-scripting',
      '611-async-javascript-basics',
      'content-1',
      'quoted',
      'same',
      'same-1',
    ]);
  });

  it.each([
    ['26-media', '26-media'],
    ['2.6_media', '26-media'],
    ['2-6-media', '26-media'],
    ['what%E2%80%99s-covered', 'whats-covered'],
    ['whats_covered', 'whats-covered'],
    ['6-09-dom-scripting', '69-dom-scripting'],
    ['6-11-asynchronous-javascript-fundamentals', '611-async-javascript-basics'],
    ['content', 'content-1'],
    ['same-1', 'same-1'],
  ])('are found by #%s', (anchor, id) => {
    expect(resolveAnchor(anchor, headings)).toBe(id);
  });

  it.each(['nowhere', '3-1-other', '%E0%A4%A', '', '2'])('are not found by #%s', (anchor) => {
    expect(resolveAnchor(anchor, headings)).toBeNull();
  });
});
