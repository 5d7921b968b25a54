import type { Core } from '@strapi/types';
import type { People } from './people.ts';

const MODULE = 'A11Y';
const CORRECTED = { username: 'ingrid', mark: 8.5, reason: 'Two answers of the exam had not been counted.' };
const REVOKED = { username: 'lukasz', reason: 'Issued before the final project was handed in.' };

/**
 * Two module certificates that are not valid any more, one corrected and one revoked, so that every state is seen. The
 * showcase's teacher does it, by the services that the admin's pages use. The worker draws and mails them once it runs.
 */
export async function loadCertificates(
  strapi: Core.Strapi,
  people: People,
  modules: Map<string, string>,
  students: Map<string, string>,
): Promise<void> {
  const teacher = await strapi.db
    .query('admin::user')
    .findOne({ where: { email: people.showcase.teacher.email } });
  const ability = await (strapi.service('admin::permission') as any).engine.generateUserAbility(teacher);
  const certificates = strapi.plugin('certificates');
  const staff = certificates.service('administration').as(teacher, ability);
  const issue = async (username: string): Promise<string> => {
    const about = { kind: 'module', subject: MODULE, recipientKey: students.get(username) };
    return (await certificates.service('issuance').issue(about, { asked: 'recipient' })).documentId;
  };

  const wrong = await issue(CORRECTED.username);
  const enrollment = await strapi.db
    .query('api::enrollment.enrollment' as never)
    .findOne({ where: { studentKey: students.get(CORRECTED.username), moduleKey: modules.get(MODULE) } });
  const grades = strapi.documents('api::grade.grade' as never);
  const grade = (await grades.findFirst({
    filters: { enrollmentKey: enrollment.documentId },
  } as never)) as unknown as { documentId: string };
  await grades.update({ documentId: grade.documentId, data: { mark: CORRECTED.mark } as never });
  await staff.correct(wrong, CORRECTED.reason);

  await staff.revoke(await issue(REVOKED.username), REVOKED.reason);
  console.log('✓ Certificates: one corrected, one revoked; those of GIT follow their marks');
}
