import { splitSections } from './split-sections';

describe('a lesson with notes, in Markdown (X6)', () => {
  it('keeps each note with the text that refers to it', () => {
    const markdown = [
      'One[^a], and [a page][home].',
      '> [!NOTE]\n> Two[^b].',
      'Three.',
      '[^a]: First note,\n    which goes on.\n[^b]: Second note.\n[home]: https://example.com',
    ].join('\n\n');
    expect(splitSections(markdown)).toEqual([
      {
        kind: 'text',
        body: 'One[^a], and [a page][home].\n\n[^a]: First note,\n    which goes on.\n[home]: https://example.com',
      },
      { kind: 'callout', tone: 'note', body: 'Two[^b].\n\n[^b]: Second note.' },
      { kind: 'text', body: 'Three.' },
    ]);
  });

  it('leaves what looks like a note inside code', () => {
    const markdown = 'One.\n\n```md\n[^a]: Note\n```';
    expect(splitSections(markdown)).toEqual([{ kind: 'text', body: markdown }]);
  });
});
