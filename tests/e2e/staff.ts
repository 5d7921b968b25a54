import { people } from './sign-in.ts';
import { sql } from './sql.ts';

const CMS = () => process.env.CMS_URL as string;
const CONTENT = '/content-manager/collection-types';
let token: string | null = null;

/** What an administrator does in Strapi's own pages, by the requests that those pages send. */
async function asAdministrator(method: string, path: string, body?: unknown): Promise<any> {
  token ??= await fetch(`${CMS()}/admin/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email: people.showcase.administrator.email, password: people.password }),
  }).then(async (answer) => (await answer.json()).data.token as string);
  const answer = await fetch(`${CMS()}${path}`, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.status === 204 ? null : answer.json();
}

/** Takes the text of a lesson in one language from the site, and gives it back. */
export async function setPublished(
  code: string,
  slug: string,
  locale: 'en' | 'es',
  published: boolean,
): Promise<void> {
  const [row] = await sql<{ id: string }>(
    `select l.document_id as id from lessons l where l.slug = $1 and l.module_key =
       (select document_id from modules where code = $2 limit 1) limit 1`,
    [slug, code],
  );
  const path = `${CONTENT}/api::lesson.lesson/${row?.id}/actions/${published ? 'publish' : 'unpublish'}`;
  if (!published) await asAdministrator('POST', `${path}?locale=${locale}`, { locale });
  else {
    const { data } = await asAdministrator(
      'GET',
      `${CONTENT}/api::lesson.lesson/${row?.id}?locale=${locale}`,
    );
    await asAdministrator('POST', `${path}?locale=${locale}`, {
      ...(data.slug ? { slug: data.slug } : {}),
      locale,
    });
  }
}

/** A module that is nowhere but in the admin. @returns a function that removes it */
export async function draftModule(code: string): Promise<() => Promise<void>> {
  const { data } = await asAdministrator('POST', `${CONTENT}/api::module.module?locale=en`, {
    ...{ code, name: 'Not yet', summary: 'Being written', markMin: 1, markMax: 10, passMark: 5 },
  });
  return async () => {
    await asAdministrator('DELETE', `${CONTENT}/api::module.module/${data.documentId}?locale=*`);
  };
}

/** A mark, as its teacher sets it. */
export async function setMark(username: string, code: string, mark: number): Promise<void> {
  const [row] = await sql<{ enrollment: string; module: string; revision: number }>(
    `select e.document_id as enrollment, e.module_key as module, coalesce(g.revision, 0) as revision
     from enrollments e join up_users u on u.document_id = e.student_key
     left join grades g on g.enrollment_key = e.document_id
     where u.username = $1 and e.module_key = (select document_id from modules where code = $2 limit 1)`,
    [username, code],
  );
  await asAdministrator('PUT', `/gradebook/modules/${row?.module}/marks`, {
    changes: [{ enrollmentKey: row?.enrollment, mark, revision: row?.revision }],
  });
}
