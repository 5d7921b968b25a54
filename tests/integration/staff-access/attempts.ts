import type { Response } from 'supertest';
import { adminToken, cms, people, sql } from '../cms.ts';
import { type Belongings, ENROLLMENT, GRADE, LESSON, newLesson, type School, type Target } from './school.ts';

type Method = 'get' | 'post' | 'put' | 'delete';
/** One request in somebody's name. */
export type Ask = (method: Method, path: string, body?: object) => Promise<Response>;

/** What somebody reaches by one way of asking. */
export type Reached = (ask: Ask, school: School) => Promise<Target[]>;

const MODULE = 'api::module.module';
const TYPES = { module: MODULE, lesson: LESSON, enrollment: ENROLLMENT, grade: GRADE } as const;
type Type = keyof typeof TYPES;
const at = (type: Type | string): string =>
  `/content-manager/collection-types/${TYPES[type as Type] ?? type}`;
const TARGETS: Target[] = ['own', 'other'];
const succeeded = ({ status }: Response): boolean => status >= 200 && status < 300;
const connect = (documentId: string) => ({ connect: [{ documentId }] });

export const asAdministrator: Ask = async (method, path, body) => {
  const token = await adminToken(people.showcase.administrator.email);
  const request = cms()[method](path).set('Authorization', token);
  return body ? request.send(body) : request;
};

/** One attempt at each target; `undo` puts things back where it succeeded. */
export const each =
  (
    attempt: (ask: Ask, belongings: Belongings, school: School) => Promise<Response>,
    undo?: (response: Response, belongings: Belongings) => Promise<unknown>,
  ): Reached =>
  async (ask, school) => {
    const reached: Target[] = [];
    for (const target of TARGETS) {
      const response = await attempt(ask, school[target], school);
      if (response.status >= 500) throw new Error(`${response.status} ${JSON.stringify(response.body)}`);
      if (!succeeded(response)) continue;
      reached.push(target);
      await undo?.(response, school[target]);
    }
    return reached;
  };

/** Which targets stand in what is listed. */
export const listed =
  (
    path: string | ((school: School) => string),
    keyOf: (belongings: Belongings) => string,
    method: Method = 'get',
    body?: (school: School) => object,
  ): Reached =>
  async (ask, school) => {
    const address = typeof path === 'string' ? path : path(school);
    const response = await ask(method, address, body?.(school));
    if (response.status >= 500) throw new Error(`${response.status} ${JSON.stringify(response.body)}`);
    if (!succeeded(response)) return [];
    const textOf = ({ text, body: content }: typeof response): string => text ?? JSON.stringify(content);
    let text = textOf(response);
    // Other tests' students come first: whatever there is, is on one of the pages.
    for (let page = 2; page <= (response.body?.pagination?.pageCount ?? 1); page++)
      text += textOf(await ask(method, `${address}&page=${page}`, body?.(school)));
    return TARGETS.filter((target) => text.includes(keyOf(school[target])));
  };

const remove = (type: Type) => async (response: Response) =>
  asAdministrator('delete', `${at(type)}/${response.body.data.documentId}?locale=*`);
const named = (type: Type) => (school: School) =>
  `filters[documentId][$in][0]=${school.own[type]}&filters[documentId][$in][1]=${school.other[type]}`;

/** Which targets a number gives away: all of them, or only what belongs to the teacher. */
const counted =
  (type: Type): Reached =>
  async (ask, school) => {
    const response = await ask('get', `${at(type)}?pageSize=1`);
    if (!succeeded(response)) return [];
    const { total } = response.body.pagination;
    const rows = TARGETS.filter((target) => school[target]).length;
    const filtered = (await ask('get', `${at(type)}?pageSize=1&${named(type)(school)}`)).body.pagination
      .total;
    if (filtered === rows && total >= rows) return TARGETS;
    return filtered === 1 && total < (await totalOf(type)) ? ['own'] : [];
  };
const totalOf = async (type: Type): Promise<number> =>
  (await asAdministrator('get', `${at(type)}?pageSize=1`)).body.pagination.total;

/** What the content manager offers for a type, in the order of its menus. */
export const throughContentManager = (type: Type): Record<string, Reached> => ({
  list: listed(
    (school) => `${at(type)}?${named(type)(school)}`,
    (its) => its[type],
  ),
  count: counted(type),
  'read one': each((ask, its) => ask('get', `${at(type)}/${its[type]}`)),
  'check many': listed(
    `${at(type)}/actions/bulkFindForValidation`,
    (its) => its[type],
    'post',
    ({ own, other }) => ({ documentIds: [own[type], other[type]] }),
  ),
  'check one of many': each((ask, its) =>
    ask('post', `${at(type)}/actions/bulkFindForValidation`, { documentIds: [its[type]] }),
  ),
  'count drafts': each((ask, its) =>
    ask('get', `${at(type)}/actions/countManyEntriesDraftRelations?documentIds=${its[type]}`),
  ),
  history: each((ask, its) =>
    ask('get', `/content-manager/history-versions?contentType=${TYPES[type]}&documentId=${its[type]}`),
  ),
});

const ofContent = (type: 'module' | 'lesson'): Record<string, Reached> => ({
  'read another language': each((ask, its) => ask('get', `${at(type)}/${its[type]}?locale=es`)),
  'fill in from': each((ask, its) =>
    ask(
      'get',
      `/i18n/content-manager/get-fill-from-locale/${TYPES[type]}?documentId=${its[type]}&collectionType=collection-types&sourceLocale=en&targetLocale=es`,
    ),
  ),
  publish: each((ask, its) => ask('post', `${at(type)}/${its[type]}/actions/publish`, {})),
  'publish many': each((ask, its) =>
    ask('post', `${at(type)}/actions/bulkPublish`, { documentIds: [its[type]] }),
  ),
  'discard changes': each((ask, its) => ask('post', `${at(type)}/${its[type]}/actions/discard`, {})),
  unpublish: each(
    (ask, its) => ask('post', `${at(type)}/${its[type]}/actions/unpublish`, {}),
    (_, its) => asAdministrator('post', `${at(type)}/${its[type]}/actions/publish`, {}),
  ),
  'unpublish many': each(
    (ask, its) => ask('post', `${at(type)}/actions/bulkUnpublish`, { documentIds: [its[type]] }),
    (_, its) => asAdministrator('post', `${at(type)}/${its[type]}/actions/publish`, {}),
  ),
});

const removeLanguage = (type: 'module' | 'lesson') => (_: Response, its: Belongings) =>
  asAdministrator('delete', `${at(type)}/${its[type]}?locale=es`);

export const MODULES: Record<string, Reached> = {
  ...throughContentManager('module'),
  ...ofContent('module'),
  create: each(
    (ask, its) =>
      ask('post', at('module'), { code: `N-${its.code}`, name: 'New', markMin: 1, markMax: 10, passMark: 5 }),
    remove('module'),
  ),
  update: each((ask, its) => ask('put', `${at('module')}/${its.module}`, { summary: 'Changed' })),
  translate: each(
    (ask, its) =>
      ask('put', `${at('module')}/${its.module}?locale=es`, { name: 'Nuevo', code: its.code, locale: 'es' }),
    removeLanguage('module'),
  ),
  clone: each(
    (ask, its) => ask('post', `${at('module')}/clone/${its.module}`, { code: `C-${its.code}`, name: 'Copy' }),
    remove('module'),
  ),
  delete: each(async (ask, its) => ask('delete', `${at('module')}/${await throwaway(its)}`)),
  'delete many': each(async (ask, its) =>
    ask('post', `${at('module')}/actions/bulkDelete`, { documentIds: [await throwaway(its)] }),
  ),
  'relation picker': listed(`/content-manager/relations/${LESSON}/module?pageSize=100`, (its) => its.module),
  'relation picker of enrollments': listed(
    `/content-manager/relations/${ENROLLMENT}/module?pageSize=100`,
    (its) => its.module,
  ),
};

let modules = 0;
const throwaway = async ({ code, module }: Belongings): Promise<string> => {
  modules += 1;
  const [teacher] = await sql<{ id: string }>(
    `select t.document_id as id from modules m join modules_teacher_lnk l on l.module_id = m.id
     join teacher_profiles t on t.id = l.teacher_profile_id where m.document_id = $1 limit 1`,
    [module],
  );
  const data = {
    code: `T${modules}-${code}`.slice(0, 12),
    name: 'Away',
    markMin: 1,
    markMax: 10,
    passMark: 5,
  };
  const response = await asAdministrator('post', at('module'), {
    ...data,
    teacher: connect(teacher?.id as string),
  });
  return response.body.data.documentId;
};

let lessons = 0;
const lessonOf = (module: string) => {
  lessons += 1;
  return { title: 'New', slug: `new-${lessons}`, position: 1, module: connect(module) };
};

export const LESSONS: Record<string, Reached> = {
  ...throughContentManager('lesson'),
  ...ofContent('lesson'),
  create: each((ask, its) => ask('post', at('lesson'), lessonOf(its.module)), remove('lesson')),
  'create and publish': each(
    (ask, its) => ask('post', `${at('lesson')}/actions/publish`, lessonOf(its.module)),
    remove('lesson'),
  ),
  update: each((ask, its) => ask('put', `${at('lesson')}/${its.lesson}`, { title: 'Matrix changed' })),
  'move own there': each(async (ask, its, { own }) => {
    const lesson = await newLesson(own.module);
    return ask('put', `${at('lesson')}/${lesson}`, { module: connect(its.module) });
  }),
  'move here': each(async (ask, its, { own }) => {
    const lesson = await newLesson(its.module);
    return ask('put', `${at('lesson')}/${lesson}`, { module: connect(own.module) });
  }),
  translate: each(
    (ask, its) => ask('put', `${at('lesson')}/${its.lesson}?locale=es`, { title: 'Nueva', locale: 'es' }),
    removeLanguage('lesson'),
  ),
  clone: each(
    async (ask, its) => ask('post', `${at('lesson')}/clone/${its.lesson}`, lessonOf(its.module)),
    remove('lesson'),
  ),
  'clone to own module': each(
    async (ask, its, { own }) => ask('post', `${at('lesson')}/clone/${its.lesson}`, lessonOf(own.module)),
    remove('lesson'),
  ),
  delete: each(async (ask, its) => ask('delete', `${at('lesson')}/${await newLesson(its.module)}`)),
  'delete many': each(async (ask, its) =>
    ask('post', `${at('lesson')}/actions/bulkDelete`, { documentIds: [await newLesson(its.module)] }),
  ),
  'relation picker': listed(
    `/content-manager/relations/${MODULE}/lessons?pageSize=100&_q=Matrix`,
    (its) => its.lesson,
  ),
  'lessons of a module': each((ask, its) =>
    ask('get', `/content-manager/relations/${MODULE}/${its.module}/lessons`),
  ),
};
export { at, connect, remove };
