import type { SearchResponse } from '../../cms/shared/contracts/search.ts';
import { administrator } from './administration.ts';
import { adminToken, cms } from './cms.ts';
import { write } from './teaching.ts';

const LESSON = 'api::lesson.lesson';

/** What a reader finds: a visitor, unless a student's session is given. */
export async function search(
  q: unknown,
  { locale = 'en', bearer, page }: { locale?: 'en' | 'es'; bearer?: string; page?: unknown } = {},
): Promise<SearchResponse> {
  const request = cms().post('/api/search').send({ q, locale, page });
  if (bearer) void request.set('Authorization', bearer);
  const { body } = await request.expect(200);
  return body;
}

export const codesOf = ({ modules }: SearchResponse): string[] => modules.map(({ code }) => code);
export const slugsOf = ({ lessons }: SearchResponse): string[] => lessons.map(({ slug }) => slug);
/** What stands between the marks of a text, piece by piece. */
export const marksOf = (text: { text: string; found: boolean }[]): string[] =>
  text.filter(({ found }) => found).map(({ text: piece }) => piece);

/** A published lesson of its own for a test. @returns its documentId */
export async function newLesson(
  module: string,
  slug: string,
  title: string,
  sections: object[],
  action = '/actions/publish',
): Promise<string> {
  const data = {
    title,
    slug,
    sections,
    position: 1,
    minutes: 10,
    module: { connect: [{ documentId: module }] },
  };
  return (await write(LESSON, data, action)).documentId;
}

export const textSection = (body: string): object => ({ __component: 'lesson.text', body });

/** Draft only, unless `/actions/publish` stands in the action. */
export const changeLesson = (documentId: string, data: object, action = ''): Promise<unknown> =>
  action === ''
    ? send('put', `${LESSON}/${documentId}`, data)
    : write(LESSON, data, `/${documentId}${action}`);

export const unpublish = (uid: string, documentId: string): Promise<unknown> =>
  write(uid, {}, `/${documentId}/actions/unpublish`);

export const remove = (uid: string, documentId: string): Promise<unknown> =>
  send('delete', `${uid}/${documentId}?locale=*`);

async function send(method: 'put' | 'delete', path: string, data?: object): Promise<unknown> {
  const address = `/content-manager/collection-types/${path}`;
  const request = method === 'put' ? cms().put(address).send(data) : cms().delete(address);
  const { ok, body } = await request.set('Authorization', await adminToken(administrator.email));
  if (!ok) throw new Error(JSON.stringify(body));
  return body.data;
}
