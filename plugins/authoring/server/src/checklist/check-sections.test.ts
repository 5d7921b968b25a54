import { checkSections, type Surroundings } from './check-sections';

const around: Surroundings = {
  code: 'PRO',
  slug: 'first',
  hasLesson: (code, slug, anchor) => code === 'PRO' && slug === 'loops' && ['', 'the-end'].includes(anchor),
  hasModule: (code) => code === 'ALG',
  hasUpload: (path) => path === '/uploads/loop.png',
};
const text = (body: string) => ({ __component: 'lesson.text', body });
const kinds = (...sections: any[]) => checkSections(sections, around).map(({ kind }) => kind);

describe('what is to be seen to in a lesson', () => {
  it('nothing, in one that is well made', () => {
    const body = 'See [loops](loops#the-end), [ALG](/modules/ALG) and [more](https://example.com).';
    expect(kinds(text(body), text('![A loop](/uploads/loop.png)'))).toEqual([]);
  });

  it('that it has no sections, or empty ones', () => {
    expect(kinds()).toEqual(['no-sections']);
    const sections = [text('  \n'), { __component: 'lesson.attachments', files: [] }];
    expect(checkSections(sections, around)).toEqual([
      { kind: 'section-empty', place: 1 },
      { kind: 'section-empty', place: 2 },
    ]);
    expect(kinds({ __component: 'lesson.video', title: 'x', url: '' })).toEqual(['section-empty']);
  });

  it.each(['gone', 'loops#nowhere', '/modules/GONE', '/uploads/gone.pdf', 'a/b.md', ''])(
    'a link that leads nowhere: %s',
    (address) => {
      expect(checkSections([text(`[x](${address})`)], around)).toEqual([
        { kind: 'link-broken', place: 1, address },
      ]);
    },
  );

  it('a link that would run a script', () => {
    expect(kinds(text('[x](javascript:alert(1))'))).toEqual(['link-unsafe']);
  });

  it('a link by reference, too, and none in code', () => {
    expect(kinds(text('[x][1]\n\n[1]: gone'))).toEqual(['link-broken']);
    expect(kinds(text('`[x](gone)`\n\n```\n[x](gone)\n```'))).toEqual([]);
  });

  it('a picture without words, and one that is not there', () => {
    expect(kinds(text('![](/uploads/loop.png)'))).toEqual(['alternative-missing']);
    expect(kinds(text('![A loop](/uploads/gone.png)'))).toEqual(['picture-missing']);
    const image = { __component: 'lesson.image', picture: { name: 'loop.png' }, alternative: ' ' };
    expect(kinds(image)).toEqual(['alternative-missing']);
  });

  it('a question that nobody can answer', () => {
    const question = (...answers: boolean[]) => ({
      question: '?',
      options: answers.map((correct) => ({ text: 'x', correct })),
    });
    const quiz = { __component: 'lesson.quiz', questions: [question(true, false), question(false, false)] };
    expect(kinds(quiz)).toEqual(['quiz-unanswerable']);
  });
});
