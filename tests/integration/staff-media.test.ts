import type { Response } from 'supertest';
import { adminToken, cms, people, sql } from './cms.ts';
import { newModule, newTeacher } from './teaching.ts';

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('the media library of a teacher (L3)', () => {
  let teacher: string;
  let own: number;
  let shown: number;
  let foreign: number;

  type Method = 'get' | 'post' | 'put' | 'delete';
  const as = async (email: string, method: Method, path: string, body?: object): Promise<Response> => {
    const token = await adminToken(email);
    const request = cms()[method](`/upload${path}`).set('Authorization', token);
    return body ? request.send(body) : request;
  };
  const upload = async (email: string, name: string): Promise<number> => {
    const { body } = await cms()
      .post('/upload')
      .set('Authorization', await adminToken(email))
      .attach('files', PIXEL, { filename: name, contentType: 'image/png' })
      .expect(201);
    return body[0].id;
  };
  const editor = people.showcase.editor.email;

  beforeAll(async () => {
    const made = await newTeacher('media');
    teacher = made.email;
    own = await upload(teacher, 'own.png');
    shown = await upload(editor, 'shown.png');
    foreign = await upload(editor, 'foreign.png');
    const module = await newModule('MEDIA-1', 'Media', made);
    await cms()
      .put(`/content-manager/collection-types/api::module.module/${module}`)
      .set('Authorization', await adminToken(editor))
      .send({ cover: shown })
      .expect(200);
  }, 60_000);

  it('has what they uploaded and what their modules show, and nothing else', async () => {
    const { body } = await as(teacher, 'get', '/files?pageSize=100');
    expect(body.results.map(({ id }: { id: number }) => id).sort()).toEqual([own, shown].sort());
    expect((await as(teacher, 'get', `/files/${shown}`)).status).toBe(200);
    expect((await as(teacher, 'get', `/files/${foreign}`)).status).toBe(403);
  });

  it('lets nobody rename, delete, move or change what is somebody else’s, one or many', async () => {
    const many = { fileIds: [own, foreign], folderIds: [] };
    const fileInfo = { name: 'mine' };
    const attempts: [Method, string, object?][] = [
      ['post', `?id=${foreign}`, { fileInfo: JSON.stringify(fileInfo) }],
      ['delete', `/files/${foreign}`],
      ['post', '/actions/bulk-delete', many],
      ['post', '/actions/bulk-move', { ...many, destinationFolderId: null }],
      ['post', '/actions/bulk-update', { updates: [{ id: foreign, fileInfo }] }],
    ];
    for (const [method, path, body] of attempts)
      expect([path, (await as(teacher, method, path, body)).status]).toEqual([path, 403]);
    const rows = await sql<{ name: string }>('select name from files where id = any($1)', [[own, foreign]]);
    expect(rows.map(({ name }) => name).sort()).toEqual(['foreign.png', 'own.png']);
  });

  it('lets nobody delete or move a folder with somebody else’s files in it, however deep', async () => {
    const folder = async (name: string, parent: number | null): Promise<number> =>
      (await as(editor, 'post', '/folders', { name, parent })).body.data.id;
    const outer = await folder('Outer', null);
    const inner = await folder('Inner', outer);
    expect(
      (
        await as(editor, 'post', '/actions/bulk-move', {
          fileIds: [foreign],
          folderIds: [],
          destinationFolderId: inner,
        })
      ).status,
    ).toBe(200);
    expect(
      (await as(teacher, 'post', '/actions/bulk-delete', { fileIds: [], folderIds: [outer] })).status,
    ).toBe(403);
    expect((await as(teacher, 'put', `/folders/${outer}`, { name: 'Mine', parent: null })).status).toBe(403);
    expect(await sql('select from files where id = $1', [foreign])).toHaveLength(1);
  });

  it('deletes their own, one or many', async () => {
    const other = await upload(teacher, 'other.png');
    expect(
      (await as(teacher, 'post', '/actions/bulk-delete', { fileIds: [other], folderIds: [] })).status,
    ).toBe(200);
    expect((await as(teacher, 'delete', `/files/${own}`)).status).toBe(200);
    expect(await sql('select from files where id = any($1)', [[own, other]])).toHaveLength(0);
  });
});
