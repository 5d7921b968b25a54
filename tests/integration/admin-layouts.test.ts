import { administrator, editor } from './administration.ts';
import { adminToken, cms, sql } from './cms.ts';

const configuration = async (kind: string, uid: string) =>
  (
    await cms()
      .get(`/content-manager/${kind}/${uid}/configuration`)
      .set('Authorization', await adminToken(administrator.email))
      .expect(200)
  ).body.data;

describe('forms and lists of the admin are arranged for people (X1)', () => {
  it('with labels, hints, columns and names in place of numbers', async () => {
    const { contentType, components } = await configuration('content-types', 'api::lesson.lesson');
    expect(contentType.layouts.list).toEqual(['title', 'module', 'position', 'updatedAt']);
    expect(contentType.layouts.edit[0]).toEqual([
      { name: 'title', size: 6 },
      { name: 'module', size: 6 },
    ]);
    // What Lumino keeps for itself is not there to be changed.
    expect(JSON.stringify(contentType.layouts.edit)).not.toMatch(/moduleKey|importChecksum/);
    expect(contentType.metadatas.module.edit).toMatchObject({ label: 'Module', mainField: 'name' });
    expect(contentType.settings).toMatchObject({ mainField: 'title', defaultSortBy: 'updatedAt' });
    expect(components['lesson.image'].metadatas.alternative.edit.label).toBe('Alternative text');
    const { contentType: enrollment } = await configuration('content-types', 'api::enrollment.enrollment');
    expect(enrollment.metadatas.enrolledAt.edit.editable).toBe(false);
  });

  it('and an editor’s list shows the teacher by name', async () => {
    const { body } = await cms()
      .get('/content-manager/collection-types/api::module.module?page=1&pageSize=1&locale=en')
      .set('Authorization', await adminToken(editor.email))
      .expect(200);
    expect(body.results[0].teacher.displayName).toMatch(/\S/);
  });

  it('once: what is remembered of it is what was written', async () => {
    const [row] = await sql<{ value: string }>(
      "select value from strapi_core_store_settings where key like '%arranged_content'",
    );
    const arranged = JSON.parse(row?.value as string);
    expect(Object.keys(arranged)).toEqual(
      expect.arrayContaining(['api::module.module', 'lesson.quiz-option']),
    );
  });
});
