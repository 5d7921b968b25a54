import { splitSections } from './split-sections';

describe('a lesson in Markdown (X6)', () => {
  it('stays one text where nothing special stands', () => {
    const markdown = '## A\n\ntext\n\n```js\nlet a;\n```\n\n- list';
    expect(splitSections(markdown)).toEqual([{ kind: 'text', body: markdown }]);
  });

  it('is split at pictures, alerts, titled code and quizzes, in order', () => {
    const markdown = [
      'Before.',
      '![A loop](../images/loop.svg "How a loop turns")',
      '> [!TIP]\n> Use `for`.',
      '```python title="loop.py"\nprint(1)\n```',
      'After.',
      '```quiz\n? Q?\n- [x] a\n- [ ] b\n```',
    ].join('\n\n');
    expect(splitSections(markdown)).toEqual([
      { kind: 'text', body: 'Before.' },
      { kind: 'image', picture: '../images/loop.svg', alternative: 'A loop', caption: 'How a loop turns' },
      { kind: 'callout', tone: 'tip', body: 'Use `for`.' },
      { kind: 'code', language: 'python', title: 'loop.py', code: 'print(1)' },
      { kind: 'text', body: 'After.' },
      {
        kind: 'quiz',
        questions: [
          {
            question: 'Q?',
            options: [
              { text: 'a', correct: true },
              { text: 'b', correct: false },
            ],
            explanation: null,
          },
        ],
      },
    ]);
  });

  it('is split at a link on its own to a video, and to a file that it hands out', () => {
    expect(
      splitSections(
        '[A talk](https://www.youtube.com/watch?v=abcdefghijk)\n\n[The data](../files/rent.csv)\n\n[A site](https://example.com/a.pdf)',
      ),
    ).toEqual([
      { kind: 'video', title: 'A talk', url: 'https://www.youtube.com/watch?v=abcdefghijk' },
      { kind: 'attachments', file: '../files/rent.csv', title: 'The data' },
      { kind: 'text', body: '[A site](https://example.com/a.pdf)' },
    ]);
  });

  it('reads a bold note as an alert, and leaves other quotations alone', () => {
    expect(splitSections('> **Note**:\n> Mind the gap.')).toEqual([
      { kind: 'callout', tone: 'note', body: 'Mind the gap.' },
    ]);
    expect(splitSections('> A quotation.')).toEqual([{ kind: 'text', body: '> A quotation.' }]);
  });

  it('leaves a picture inside a sentence where it is', () => {
    expect(splitSections('See ![x](a.png) here.')).toHaveLength(1);
  });
});
