import type { CourseSection } from './course';
import { splitSections } from './split-sections';
import { writeSections } from './write-sections';

const text = (body: string): CourseSection => ({ kind: 'text', body });
const callout = (body: string, title?: string): CourseSection => ({
  ...{ kind: 'callout', tone: 'tip', body },
  ...(title ? { title } : {}),
});
const quiz = (question: string, right: string): CourseSection => ({
  kind: 'quiz',
  questions: [
    {
      question,
      options: [
        { text: right, correct: true },
        { text: 'no', correct: false },
      ],
      explanation: null,
    },
  ],
});
const LESSONS: Record<string, CourseSection[]> = {
  'one of every kind': [
    text('# Begin\n\nA word.'),
    { kind: 'image', picture: '../files/a.png', alternative: 'A dot', caption: 'A "dot"' },
    { kind: 'image', picture: '../files/a.png', alternative: 'A [dot]', caption: null },
    { kind: 'video', title: 'A film', url: 'https://vimeo.com/1' },
    { kind: 'video', title: 'Our film', url: '', file: '../files/film.mp4' },
    { kind: 'attachments', file: '../files/a.pdf', title: 'The paper' },
    { kind: 'files', files: [{ file: '../files/a.docx', title: null }] },
    { kind: 'code', language: 'python', title: 'loops.py', code: 'for x in y:\n  pass' },
    { kind: 'code', language: 'md', title: null, code: '```md\n# no end\n```' },
    callout('Slowly.\n\n- one\n- two'),
    callout('Slowly.', 'Remember'),
    quiz('Is it?', 'yes'),
  ],
  'texts that stand side by side': [text('One.'), text('Two.'), text('Three.')],
  'texts that look like something else': [
    text('![A dot](../files/a.png)'),
    text('> [!NOTE]\n> a quotation'),
    text('<!-- section -->'),
    text('```section\nkind: text\n```'),
    text('```quiz\n? nobody knows\n```'),
    text('  indented, and spaces at the end  \n\n'),
    text('line\r\nline'),
  ],
  'notes that one section has and another one means': [
    text('A note[^1].'),
    callout('Another[^1].'),
    text('[^1]: Said below.'),
  ],
  'a quiz over many lines': [quiz('First\nsecond?', '- [x] not an option'), quiz('', 'x')],
  'words that YAML knows': [callout('yes', 'null'), callout('~', '1.0'), callout('*a: &b {c}', '# d')],
  'letters of everywhere': [text('¿Qué? 課程 🎓 \u200b\u2028 \u0085')],
};

describe('the sections of a lesson as Markdown (X6)', () => {
  it.each(Object.entries(LESSONS))('read as the same again: %s', (_, sections) => {
    expect(splitSections(writeSections(sections).trim())).toEqual(sections);
  });

  it('are plain Markdown where that says the same', () => {
    const written = writeSections([
      text('Begin.'),
      { kind: 'image', picture: '../files/a.png', alternative: 'A dot', caption: null },
      callout('Slowly.'),
      quiz('Is it?', 'yes'),
    ]);
    expect(written).toBe(
      'Begin.\n\n![A dot](../files/a.png)\n\n> [!TIP]\n> Slowly.\n\n```quiz\n? Is it?\n- [x] yes\n- [ ] no\n```',
    );
  });

  it('that are no sections are named', () => {
    expect(() => splitSections('```section\nkind: script\n```')).toThrow(/section block/);
    expect(() => splitSections('```section\n- &a [*a]\n```')).toThrow();
  });
});
