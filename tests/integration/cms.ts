import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import request from 'supertest';

/** The cms that the test run has started. */
export const cms = () => request(process.env.CMS_URL as string);

/** Headers of the site when it serves a reader at this address (P7). */
export const from = (address: string): Record<string, string> => ({
  'X-Lumino-Site': process.env.SITE_SECRET as string,
  'X-Forwarded-For': address,
});

export const people = JSON.parse(
  readFileSync(path.join(__dirname, '..', '..', 'database', 'seeds', 'people.json'), 'utf8'),
);

/** A session of a demo student. */
export async function sessionOf(username: string): Promise<string> {
  const { body } = await cms()
    .post('/api/sessions')
    .send({ identifier: username, password: people.password })
    .expect(200);
  return `Bearer ${body.token}`;
}

let students = process.pid % 10_000;
/** A student of its own for a test, signed up through the API. */
export async function newStudent(username: string): Promise<{ bearer: string; email: string }> {
  const email = `${username}@students.example`;
  students += 1;
  const { body } = await cms()
    .post('/api/accounts')
    // Each from an address of its own: no school has so many new students in a few minutes.
    .set(from(`10.1.${students >> 8}.${students & 255}`))
    .send({ username, email, password: 'long enough', firstName: 'Test', lastName: username, language: 'en' })
    .expect(201);
  return { bearer: `Bearer ${body.token}`, email };
}

/** One statement against the test's database. */
export async function sql<Row = Record<string, unknown>>(
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new Client({ connectionString: process.env.TEST_DATABASE_URL });
  await client.connect();
  try {
    return (await client.query(text, values)).rows as Row[];
  } finally {
    await client.end();
  }
}

/** A token of the admin, for its own API; kept, since Strapi lets nobody log in more than a few times in a row. */
export async function adminToken(email: string, password = people.password): Promise<string> {
  const file = path.join(process.env.LUMINO_DATA_DIR as string, `test-token-${email}`);
  if (existsSync(file)) return readFileSync(file, 'utf8');
  const { body } = await cms().post('/admin/login').send({ email, password }).expect(200);
  const token = `Bearer ${body.data.token}`;
  writeFileSync(file, token, { mode: 0o600 });
  return token;
}

/** Sets a mark through the gradebook, as its teacher. */
export async function grade(
  teacherEmail: string,
  code: string,
  username: string,
  mark: number,
): Promise<void> {
  const token = await adminToken(teacherEmail);
  const [row] = await sql<{ enrollment: string; module: string; revision: number }>(
    `select e.document_id as enrollment, e.module_key as module, coalesce(g.revision, 0) as revision
     from enrollments e
     join up_users u on u.document_id = e.student_key
     left join grades g on g.enrollment_key = e.document_id
     where u.username = $1 and e.module_key = (select document_id from modules where code = $2 limit 1)`,
    [username, code],
  );
  if (!row) throw new Error(`${username} is not in ${code}`);
  await cms()
    .put(`/gradebook/modules/${row.module}/marks`)
    .set('Authorization', token)
    .send({ changes: [{ enrollmentKey: row.enrollment, mark, revision: row.revision }] })
    .expect(200);
}

/** A student with a mark in one module, of the showcase's teacher unless another one is named. */
export async function graduate(
  username: string,
  {
    code = 'PRO',
    mark = 8,
    teacher = people.showcase.teacher.email,
  }: { code?: string; mark?: number; teacher?: string } = {},
): Promise<{ bearer: string; email: string }> {
  const student = await newStudent(username);
  await cms()
    .post('/api/me/enrollments')
    .set('Authorization', student.bearer)
    .send({ modules: [code] })
    .expect(200);
  await grade(teacher, code, username, mark);
  return student;
}

/** Asks until something is so. @throws after `seconds`. */
export async function until(what: string, isSo: () => Promise<boolean>, seconds = 60): Promise<void> {
  const deadline = Date.now() + seconds * 1000;
  while (Date.now() < deadline) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`After ${seconds} s it is still not so that ${what}`);
}

interface InboxMail {
  id: string;
  subject: string;
  text: string;
  to: { address: string }[];
  headers: Record<string, string>;
}
const isConfirmation = ({ subject }: InboxMail): boolean => /^(Confirm your|Confirma tu) /.test(subject);

async function allMailsTo(address: string): Promise<InboxMail[]> {
  const list: InboxMail[] = await (await fetch(`${process.env.TEST_INBOX_URL}/api/email`)).json();
  return list.filter((mail) => mail.to.some((to) => to.address === address));
}

/** Mails to an address, apart from those that ask a new student to confirm it. */
export const mailsTo = async (address: string): Promise<InboxMail[]> =>
  (await allMailsTo(address)).filter((mail) => !isConfirmation(mail));

export const confirmationsTo = async (address: string): Promise<InboxMail[]> =>
  (await allMailsTo(address)).filter(isConfirmation);
