import { contentTables, type Model } from './content-tables';

const model = (uid: string, tableName: string, ...joinTables: string[]): Model => ({
  uid,
  tableName,
  attributes: {
    title: {},
    ...Object.fromEntries(joinTables.map((name, index) => [`relation${index}`, { joinTable: { name } }])),
  },
});

describe('the tables of content', () => {
  const models = [
    model('api::lesson.lesson', 'lessons', 'lessons_cmps', 'lessons_module_lnk'),
    model('api::module.module', 'modules', 'lessons_module_lnk'),
    model('lesson.text', 'lesson_texts'),
    model('api::enrollment.enrollment', 'enrollments', 'enrollments_module_lnk'),
    model('plugin::upload.file', 'files', 'files_related_mph'),
  ];

  it('are those of what is shown and of components, with their links, each once', () => {
    expect(contentTables(models, (uid) => uid === 'lesson.text')).toEqual([
      ...['files', 'files_related_mph', 'lesson_texts', 'lessons', 'lessons_cmps'],
      ...['lessons_module_lnk', 'modules'],
    ]);
  });

  it('are none of a student’s: what one reader does drops nothing of another’s', () => {
    expect(contentTables(models, () => false)).not.toContain('enrollments');
  });
});
