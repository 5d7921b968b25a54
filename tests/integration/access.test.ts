import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { tried } from '../security/tried.ts';
import { ADMINISTRATORS, OPEN, STAFF, TEACHERS } from './access/admin-routes.ts';
import { API, type Access, type Things } from './access/api-routes.ts';
import { certificateOf } from './administration.ts';
import { adminToken, cms, newStudent, people, sql } from './cms.ts';
import { newModule, newTeacher, write } from './teaching.ts';

const ROOT = path.join(__dirname, '..', '..');
/** Another database may have had a run before. */
const RUN = (Date.now() % 1e6).toString(36);
/** Strapi answers these itself, with files or with nothing. */
const FILES = /^(\/_health|\/uploads\/\(\.\*\)|\/\(\(\?!uploads\/\)\.\+\))$/;

const real: [string, string][] = JSON.parse(
  /^ROUTES (.*)$/m.exec(
    execFileSync('node', [path.join(__dirname, 'access', 'list-routes.ts')], {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...process.env, DATABASE_URL: process.env.TEST_DATABASE_URL, MONITORING_PORT: '' },
    }),
  )?.[1] ?? '[]',
);
const routes = [...new Set(real.filter(([, route]) => !FILES.test(route)).map((one) => one.join(' ')))];
const adminTable = [...OPEN, ...STAFF, ...TEACHERS, ...ADMINISTRATORS];

const ask = async (method: string, address: string, authorization?: string, body?: object) => {
  const request = cms()[method.toLowerCase() as 'get'](address);
  if (authorization) request.set('Authorization', authorization);
  return body ? request.send(body) : request;
};

describe('who may do what: roles and routes (P6)', () => {
  it('the table names every route that there is, and none that is not', () => {
    expect(routes.length).toBeGreaterThan(200);
    expect([...Object.keys(API), ...adminTable].sort()).toEqual([...routes].sort());
  });

  describe('what the site asks', () => {
    const things = {} as Record<'own' | 'other' | 'missing' | 'draft', Things>;
    let bearer: string;
    let requests = 0;
    beforeAll(async () => {
      const teacher = await newTeacher(`access-${RUN}`);
      const foreign = await newModule(`AX-${RUN.toUpperCase()}`, 'Another’s module', teacher);
      const lessonIn = async (module: string, slug: string, action: string) =>
        write(
          'api::lesson.lesson',
          { title: slug, slug, module: { connect: [{ documentId: module }] }, position: 1, sections: [] },
          action,
        );
      await lessonIn(foreign, `theirs-${RUN}`, '/actions/publish');
      const draft = await write('api::module.module', {
        code: `AD-${RUN.toUpperCase()}`,
        name: 'A draft',
        teacher: { connect: [{ documentId: teacher.profile }] },
      });
      await lessonIn(draft.documentId, `unfinished-${RUN}`, '');
      const of = async (
        username: string,
        module: string,
        lesson: string,
      ): Promise<{ things: Things; bearer: string }> => {
        const made = await certificateOf(username);
        const [row] = await sql<{ verification_code: string; sha_256: string }>(
          'select verification_code, sha_256 from certificates where document_id = $1',
          [made.id],
        );
        return {
          bearer: made.bearer,
          things: {
            username,
            certificate: made.id,
            verification: row?.verification_code ?? '',
            sha256: row?.sha_256 ?? '',
            module,
            lesson,
            teacher: `access-${RUN}`,
          },
        };
      };
      const [{ slug = '' } = {}] = await sql<{ slug: string }>(
        "select slug from lessons where published_at is not null and module_key = (select document_id from modules where code = 'HTM' limit 1) order by position limit 1",
      );
      const own = await of(`access-own-${RUN}`, 'HTM', slug);
      const other = await of(`access-other-${RUN}`, `AX-${RUN.toUpperCase()}`, `theirs-${RUN}`);
      bearer = own.bearer;
      things.own = own.things;
      things.other = other.things;
      things.missing = {
        username: 'nobody-at-all',
        certificate: 'a'.repeat(24),
        verification: 'AAAA-AAAA-AAAA-AAAA',
        sha256: '0'.repeat(64),
        module: 'NONE',
        lesson: 'none',
        teacher: 'none',
      };
      things.draft = { ...things.missing, module: `AD-${RUN.toUpperCase()}`, lesson: `unfinished-${RUN}` };
    }, 120_000);
    afterAll(() =>
      tried(
        'P6',
        `${Object.keys(API).length} routes of the API as visitor and student, own, another’s, missing, draft`,
        requests,
      ),
    );

    const addressOf = (route: string, of: Access['of'], whose: Things) => {
      const places = [...(of ?? [])];
      return (route.split(' ')[1] as string).replace(/:\w+/g, () => whose[places.shift() as keyof Things]);
    };
    const CASES = Object.entries(API).flatMap(([route, access]) =>
      (['own', 'other', 'missing', 'draft'] as const)
        .filter((whose) => access[whose] !== undefined)
        .map((whose) => ({ route, access, whose, name: `${route}, ${whose}` })),
    );

    it.each(CASES)('$name', async ({ route, access, whose }) => {
      const [method = ''] = route.split(' ');
      const address = addressOf(route, access.of, things[whose]);
      const visitor = await ask(method, address, undefined, access.body);
      const student = await ask(method, address, bearer, access.body);
      requests += 2;
      // What is not there is told to a visitor only where everybody may ask.
      const open = access.visitor === access.own;
      expect([visitor.status, student.status]).toEqual([
        whose === 'own' || !open ? access.visitor : access[whose],
        access[whose],
      ]);
      if (/^DELETE .*sessions/.test(route)) {
        expect((await ask('GET', '/api/me', bearer)).status).toBe(401);
        const { body } = await cms()
          .post('/api/sessions')
          .send({ identifier: `access-own-${RUN}`, password: 'long enough' });
        bearer = `Bearer ${body.token}`;
      }
    });
  });

  describe('what the admin asks', () => {
    const addressOf = (route: string) =>
      (route.split(' ')[1] as string)
        .replace(/:(model|uid|contentType)/g, 'plugin::users-permissions.user')
        .replace(/:\w+/g, '999999');
    const refused = [401, 403];
    let student: string;
    let requests = 0;
    beforeAll(async () => {
      student = (await newStudent(`access-peeping-${RUN}`)).bearer;
    });
    afterAll(() =>
      tried(
        'P6',
        `${adminTable.length} routes of the admin as visitor, student, editor and teacher`,
        requests,
      ),
    );

    it.each(adminTable)('%s', async (route) => {
      const [method = ''] = route.split(' ');
      const address = addressOf(route);
      const status = async (authorization?: string) => (
        requests++,
        (await ask(method, address, authorization)).status
      );
      if (OPEN.includes(route)) return;
      expect([await status(), await status(student)]).toEqual([401, 401]);
      // It ends the session that the other tests share.
      if (/logout|sessions/.test(route) && method !== 'GET') return;
      const editor = await status(await adminToken(people.showcase.editor.email));
      const teacher = await status(await adminToken(people.showcase.teacher.email));
      const expected = [STAFF.includes(route), STAFF.includes(route) || TEACHERS.includes(route)];
      expect([!refused.includes(editor), !refused.includes(teacher)]).toEqual(expected);
    });

    it('what is open to all tells a visitor no more than that there is a Strapi', async () => {
      for (const route of OPEN) {
        const [method = ''] = route.split(' ');
        const { status, text = '' } = await ask(method, addressOf(route));
        requests++;
        if (method === 'POST') expect(status).toBeGreaterThanOrEqual(400);
        expect(text).not.toMatch(/@lumino\.example|"(username|email|password)"/);
      }
    });
  });
});
