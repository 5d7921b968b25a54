import { readFileSync } from 'node:fs';
import path from 'node:path';
import { cms, newStudent, sql, until } from './cms.ts';
import {
  changeLesson,
  codesOf,
  marksOf,
  newLesson,
  remove,
  search,
  slugsOf,
  textSection,
  unpublish,
} from './searching.ts';
import { changeModule, newModule, newTeacher } from './teaching.ts';

const MODULE = 'api::module.module';
const LESSON = 'api::lesson.lesson';

describe('finding modules', () => {
  it('looks at names, summaries and descriptions, and puts names first', async () => {
    const found = await search('accessibility');
    expect(codesOf(found)[0]).toBe('A11Y');
    expect(marksOf(found.modules[0]?.name ?? [])).toEqual(['accessibility']);
    expect(codesOf(await search('bakery'))).toContain('PRO');
    expect(codesOf(await search('A11Y'))).toEqual(['A11Y']);
    expect(codesOf(await search('Ada Moreno'))).toContain('PRO');
  });

  it.each([
    ['programación', 'PRO'],
    ['programacion', 'PRO'],
    ['PROGRAMACIÓN', 'PRO'],
    ['programaciones', 'PRO'],
    ['estadistica', 'STA'],
    ['Estadísticas', 'STA'],
  ])('finds %s in Spanish, with accents or without', async (q, code) => {
    expect(codesOf(await search(q, { locale: 'es' }))).toContain(code);
  });

  it('knows other forms of a word, in each language', async () => {
    expect(codesOf(await search('programs'))).toContain('PRO');
    expect(codesOf(await search('programar', { locale: 'es' }))).toContain('PRO');
  });

  it('finds the last word by its beginning, and only the last', async () => {
    expect(codesOf(await search('accessib'))).toContain('A11Y');
    expect(codesOf(await search('web accessib'))).toContain('A11Y');
    expect(codesOf(await search('accessib web'))).toEqual([]);
    expect(codesOf(await search('accesib', { locale: 'es' }))).toContain('A11Y');
  });

  it('marks a beginning that was looked for as the word it begins', async () => {
    const [module] = (await search('accessib')).modules;
    expect(marksOf(module?.name ?? [])).toEqual(['accessibility']);
  });

  it('offers titles that are spelt alike where nothing was found', async () => {
    const found = await search('programing fundamentls');
    expect(found.moduleCount + found.lessonCount).toBe(0);
    expect(found.alike.modules.map(({ code }) => code)).toContain('PRO');
  });
});

describe('who finds what (L1)', () => {
  const word = 'quixotrope';
  let module = '';
  let student = '';
  let stranger = '';
  let suspended = '';

  beforeAll(async () => {
    module = await newModule('SRCH', 'Zorblaxian searching', await newTeacher('search-teacher'));
    await newLesson(module, 'open-title', 'Zorblaxian titles', [
      textSection(`Somewhere **${word}** stands, with a [link](https://example.com/hidden).`),
      { __component: 'lesson.code', language: 'python', code: 'wumpus_count = 1' },
      {
        __component: 'lesson.quiz',
        questions: [
          {
            question: 'Is it a gribblefish?',
            options: [
              { text: 'Yes', correct: true },
              { text: 'No', correct: false },
            ],
            explanation: 'Because of the snorkwind.',
          },
        ],
      },
    ]);
    // So much of it in the text that it would come first, if the text counted.
    await newLesson(module, 'z-many', 'Zorblaxian zebras', [textSection('zorblaxian '.repeat(200))]);
    [student, stranger, suspended] = (await Promise.all(
      ['searcher', 'searchstranger', 'searchsuspended'].map(async (name) => (await newStudent(name)).bearer),
    )) as [string, string, string];
    for (const bearer of [student, suspended])
      await cms()
        .post('/api/me/enrollments')
        .set('Authorization', bearer)
        .send({ modules: ['SRCH'] })
        .expect(200);
    await sql(
      "update enrollments set standing = 'suspended' where student_key = (select document_id from up_users where username = 'searchsuspended')",
    );
  });

  afterAll(async () => {
    await remove(MODULE, module);
  });

  it.each([word, 'wumpus', 'gribblefish'])('a student of the module finds %s in a lesson', async (q) => {
    const found = await search(q, { bearer: student });
    expect(slugsOf(found)).toEqual(['open-title']);
    expect(found.lessons[0]).toMatchObject({ readable: true, module: { code: 'SRCH' } });
    expect(found.lessons[0]?.snippets.flatMap(marksOf).join(' ')).toContain(q);
  });

  it('snippets show words, not Markdown', async () => {
    const [lesson] = (await search(word, { bearer: student })).lessons;
    const text =
      lesson?.snippets
        .flat()
        .map((piece) => piece.text)
        .join('') ?? '';
    expect(text).toContain(`Somewhere ${word} stands, with a link`);
  });

  it('nobody finds the explanation of a quiz, which tells its answer', async () => {
    expect(slugsOf(await search('snorkwind', { bearer: student }))).toEqual([]);
  });

  it('visitors, other students and suspended ones find nothing of what stands in it', async () => {
    for (const bearer of [undefined, stranger, suspended]) {
      for (const q of [word, 'wumpus', `zorblaxian ${word}`, 'quixo']) {
        const found = await search(q, bearer ? { bearer } : {});
        expect([q, found.lessonCount]).toEqual([q, 0]);
        // Titles that are spelt alike are everybody's.
        expect(found.alike.lessons.flatMap(({ snippets }) => snippets)).toEqual([]);
      }
      const titles = await search('zorblaxian', bearer ? { bearer } : {});
      expect(titles.lessons.map(({ snippets, readable }) => ({ snippets, readable }))).toEqual([
        { snippets: [], readable: false },
        { snippets: [], readable: false },
      ]);
      expect(JSON.stringify(titles)).not.toContain(word);
    }
  });

  it('the order of what others find says nothing of the texts', async () => {
    expect(slugsOf(await search('zorblaxian'))).toEqual(['open-title', 'z-many']);
    expect(slugsOf(await search('zorblaxian', { bearer: student }))).toEqual(['z-many', 'open-title']);
  });
});

describe('the index follows', () => {
  let teacher = { email: '', profile: '' };
  let module = '';
  const lessons = async (q: string, locale: 'en' | 'es' = 'en') => slugsOf(await search(q, { locale }));

  beforeAll(async () => {
    teacher = await newTeacher('follow-teacher');
    module = await newModule('FLLW', 'Following plimsoles', teacher);
  });
  afterAll(async () => {
    await remove(MODULE, module).catch(() => {});
  });

  it('drafting, publishing, changing, unpublishing and deleting a lesson', async () => {
    const lesson = await newLesson(module, 'follow', 'Frobnicated drafts', [textSection('Text')], '');
    expect(await lessons('frobnicated')).toEqual([]);
    await changeLesson(lesson, { title: 'Frobnicated drafts' }, '/actions/publish');
    expect(await lessons('frobnicated')).toEqual(['follow']);
    await changeLesson(lesson, { title: 'Gromulated drafts' });
    expect(await lessons('gromulated')).toEqual([]);
    await changeLesson(lesson, { title: 'Gromulated drafts' }, '/actions/publish');
    expect(await lessons('gromulated')).toEqual(['follow']);
    expect(await lessons('frobnicated')).toEqual([]);
    await unpublish(LESSON, lesson);
    expect(await lessons('gromulated')).toEqual([]);
    await changeLesson(lesson, { title: 'Gromulated drafts' }, '/actions/publish');
    expect(await lessons('gromulated')).toEqual(['follow']);
    await remove(LESSON, lesson);
    expect(await lessons('gromulated')).toEqual([]);
  });

  it('translations: without one, readers find the English text, with it, theirs (H3)', async () => {
    const lesson = await newLesson(module, 'both', 'Snazzled kettles', [textSection('Text')]);
    expect(await lessons('snazzled', 'es')).toEqual(['both']);
    await changeLesson(lesson, { title: 'Teteras chispeantes' }, '/actions/publish?locale=es');
    expect(await lessons('snazzled', 'es')).toEqual([]);
    expect(await lessons('chispeantes', 'es')).toEqual(['both']);
    expect(await lessons('chispeante', 'es')).toEqual(['both']);
    expect(await lessons('chispeantes')).toEqual([]);
    expect(await lessons('snazzled')).toEqual(['both']);
  });

  it('the module: its lessons go and come with it', async () => {
    expect(await lessons('snazzled')).toEqual(['both']);
    await unpublish(MODULE, module);
    expect(await lessons('snazzled')).toEqual([]);
    expect(codesOf(await search('plimsoles'))).toEqual([]);
    await changeModule(module, { name: 'Following galoshes' });
    expect(await lessons('snazzled')).toEqual(['both']);
    expect(codesOf(await search('galoshes'))).toEqual(['FLLW']);
  });

  it('the name of a teacher', async () => {
    expect(codesOf(await search('follow-teacher'))).toEqual(['FLLW']);
    await sql("update teacher_profiles set display_name = 'Quimby Vanterpool' where document_id = $1", [
      teacher.profile,
    ]);
    expect(codesOf(await search('vanterpool'))).toEqual(['FLLW']);
  });

  it('nothing is left of what is deleted', async () => {
    await remove(MODULE, module);
    expect(codesOf(await search('galoshes'))).toEqual([]);
    const rows = await sql('select from lumino_search.entries where module_key = $1', [module]);
    expect(rows).toEqual([]);
  });

  it('a text of a size that no index takes is published all the same', async () => {
    const large = await newModule('LRGE', 'Large', teacher);
    const words = Array.from({ length: 90_000 }, (_, index) => `w${index.toString(36)}`).join(' ');
    await newLesson(large, 'large', 'Largest squiggle', [textSection(words)]);
    expect(await lessons('squiggle')).toEqual(['large']);
    await remove(MODULE, large);
  });
});

describe('what is looked for', () => {
  it.each([
    ['a quote', `it's`],
    ['quotes', `"'"'`],
    ['operators', 'foo & | ! <-> (bar):*'],
    ['an operator alone', ':*'],
    ['a denial', '!'],
    ['a backslash', '\\'],
    ['wildcards', '%_%'],
    ['NUL', 'a\0b'],
    ['half a character', '\ud800'],
    ['a fraction', '½'],
    ['only stop words', 'the of and'],
    ['only a combining mark', '\u0301'],
    ['ten thousand letters', 'x'.repeat(10_000)],
    ['ten thousand words', 'word '.repeat(10_000)],
    ['markup', '<script>alert(1)</script>'],
    ['nothing', ''],
    ['a list', ['a']],
    ['an object', { $ne: '' }],
    ['null', null],
  ])('may be %s', async (_, q) => {
    for (const locale of ['en', 'es'] as const) {
      const found = await search(q, { locale });
      expect(Array.isArray(found.modules)).toBe(true);
    }
  });

  it('may be asked for on any page', async () => {
    for (const page of [0, -1, 1.5, 'two', 1e9, null, {}])
      expect((await search('python', { page })).page).toBe(1);
  });

  it('may have stop words alone, which then count', async () => {
    expect(slugsOf(await search('who may do what'))).toContain('who-may-do-what');
  });

  it('does not stand in the log', async () => {
    const file = path.join(process.env.LUMINO_DATA_DIR as string, 'logs', 'cms.log');
    const asked = () => readFileSync(file, 'utf8').split('"method":"POST","route":"/api/search"').length;
    const before = asked();
    await search('confidentialillness');
    await until('the request is in the log', async () => asked() > before, 10);
    expect(readFileSync(file, 'utf8')).not.toContain('confidentialillness');
  });
});

describe('the language of a student (H3)', () => {
  it('is the one they chose last', async () => {
    const { bearer } = await newStudent('linguist');
    const choose = (language: unknown) =>
      cms().put('/api/me/language').set('Authorization', bearer).send({ language });
    await choose('es').expect(204);
    expect((await cms().get('/api/me').set('Authorization', bearer).expect(200)).body.language).toBe('es');
    await choose('fr').expect(400);
    await choose({ $ne: 1 }).expect(400);
    expect((await cms().get('/api/me').set('Authorization', bearer).expect(200)).body.language).toBe('es');
  });

  it('is nobody’s who is not signed in', async () => {
    await cms().put('/api/me/language').send({ language: 'es' }).expect(401);
  });
});
