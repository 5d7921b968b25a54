import { administrator, as } from '../administration.ts';
import { adminToken, cms, graduate, newStudent, people, sql, until } from '../cms.ts';
import { newModule, newTeacher, write } from '../teaching.ts';

export type Target = 'own' | 'other';
export const TARGETS: Target[] = ['own', 'other'];

/** What one teacher of the matrix has: everything of it is there once for them and once for another one. */
export interface Belongings {
  teacher: string;
  code: string;
  module: string;
  lesson: string;
  enrollment: string;
  grade: string;
  certificate: string;
  delivery: string;
  /** Signed in on the site, in no module yet. */
  newcomer: { documentId: string; bearer: string };
}

export const LESSON = 'api::lesson.lesson';
export const ENROLLMENT = 'api::enrollment.enrollment';
export const GRADE = 'api::grade.grade';

let count = 0;
const lessons: string[] = [];
/** A published lesson of its own for one attempt. */
export async function newLesson(module: string): Promise<string> {
  count += 1;
  const lesson = {
    title: `Matrix ${count}`,
    slug: `matrix-${count}`,
    module: { connect: [{ documentId: module }] },
  };
  const { documentId } = await write(LESSON, lesson, '/actions/publish');
  lessons.push(documentId);
  return documentId;
}

/** What is in one language alone would be missed by those who count. */
export async function closeSchool(): Promise<void> {
  const token = await adminToken(people.showcase.administrator.email);
  for (const documentId of lessons)
    await cms()
      .delete(`/content-manager/collection-types/${LESSON}/${documentId}?locale=*`)
      .set('Authorization', token);
}

async function belongingsOf(target: Target): Promise<Belongings> {
  const teacher = await newTeacher(`matrix-${target}`);
  const code = `MX-${target.toUpperCase()}`;
  const module = await newModule(code, `Matrix ${target}`, teacher);
  const username = `matrix${target}`;
  await graduate(username, { code, teacher: teacher.email });
  const newcomer = await newStudent(`newcomer${target}`);
  const [ids] = await sql<{ enrollment: string; grade: string; student: string; newcomer: string }>(
    `select e.document_id as enrollment, g.document_id as grade, u.document_id as student, n.document_id as newcomer
     from up_users u join enrollments e on e.student_key = u.document_id
     join grades g on g.enrollment_key = e.document_id, up_users n
     where u.username = $1 and n.username = $2`,
    [username, `newcomer${target}`],
  );
  const certificate = await issueTo(ids?.student as string, code);
  const [mail] = await sql<{ id: string }>(
    'select document_id as id from deliveries where subject_key = $1',
    [module],
  );
  const lesson = await newLesson(module);
  const progress = { enrollment: ids?.enrollment, lesson };
  await write('api::lesson-progress.lesson-progress', {
    ...Object.fromEntries(
      Object.entries(progress).map(([name, documentId]) => [name, { connect: [{ documentId }] }]),
    ),
    completedAt: new Date().toISOString(),
  });
  return {
    ...{ teacher: teacher.email, code, module, certificate, lesson },
    ...{ enrollment: ids?.enrollment as string, grade: ids?.grade as string, delivery: mail?.id as string },
    newcomer: { documentId: ids?.newcomer as string, bearer: newcomer.bearer },
  };
}

async function issueTo(recipientKey: string, subject: string): Promise<string> {
  const start = { kind: 'module', subject, recipientKeys: [recipientKey] };
  const run = (await as(administrator.email, 'post', '/runs', start)).body.data.id as string;
  let certificate: string | undefined;
  await until('the certificate is mailed', async () => {
    const [row] = await sql<{ id: string }>(
      `select c.document_id as id from certificates c where c.recipient_key = $1 and c.subject = $2
       and exists (select from deliveries d where d.subject_key = c.subject_key and d.sent_at is not null)`,
      [recipientKey, subject],
    );
    certificate = row?.id;
    return certificate !== undefined;
  }).catch(async (error) => {
    throw new Error(
      `${error.message}: ${JSON.stringify((await as(administrator.email, 'get', `/runs/${run}`)).body)}`,
    );
  });
  return certificate as string;
}

export type School = Record<Target, Belongings>;

export const openSchool = async (): Promise<School> => ({
  own: await belongingsOf('own'),
  other: await belongingsOf('other'),
});

export const ROLES = ['administrator', 'editor', 'teacher', 'registrar', 'student', 'visitor'] as const;
export type Role = (typeof ROLES)[number];

/** What goes into `Authorization`; a teacher is the one whom `own` belongs to. */
export async function bearerOf(role: Role, school: School): Promise<string | null> {
  const { showcase } = people;
  switch (role) {
    case 'administrator':
      return adminToken(showcase.administrator.email);
    case 'editor':
      return adminToken(showcase.editor.email);
    case 'registrar':
      return adminToken(showcase.registrar.email);
    case 'teacher':
      return adminToken(school.own.teacher);
    case 'student':
      return school.own.newcomer.bearer;
    case 'visitor':
      return null;
  }
}
