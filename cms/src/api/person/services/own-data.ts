import type { Core } from '@strapi/types';

const ROWS = {
  profile: 'api::student-profile.student-profile',
  enrollment: 'api::enrollment.enrollment',
  grade: 'api::grade.grade',
  gradeChange: 'api::grade-change.grade-change',
  progress: 'api::lesson-progress.lesson-progress',
  session: 'api::session.session',
  passwordReset: 'api::password-reset.password-reset',
  confirmation: 'api::email-confirmation.email-confirmation',
  certificate: 'plugin::certificates.certificate',
} as const;

/**
 * The copy of one's own data (P14): every row that names the user, as plain JSON. Left out: what opens an account
 * (passwords, tokens, their hashes) and the numbers by which rows find each other. A test compares with the tables.
 */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async of(userKey: string): Promise<Record<string, unknown>> {
    const rows = (kind: keyof typeof ROWS, where: object, more: object = {}): Promise<any[]> =>
      strapi.db.query(ROWS[kind]).findMany({ where, orderBy: { id: 'asc' }, ...more });
    const user = await strapi.db.query('plugin::users-permissions.user').findOne({
      where: { documentId: userKey },
      select: ['username', 'firstName', 'lastName', 'email', 'language', 'confirmed', 'createdAt'],
    });
    const [profile] = await rows('profile', { userKey }, { populate: { avatar: true } });
    const enrollments = await rows(
      'enrollment',
      { studentKey: userKey },
      { populate: { module: { select: ['code', 'name'] } } },
    );
    const among = { enrollmentKey: { $in: enrollments.map((row) => row.documentId) } };
    const issued = await rows('certificate', { recipientKey: userKey });
    const listed = await strapi.plugin('certificates').service('recipients').list({ documentId: userKey });
    return {
      user: user && { key: userKey, ...user },
      profile: profile && { bio: profile.bio, avatar: profile.avatar?.url ?? null },
      enrollments: enrollments.map(({ documentId, enrolledAt, standing, lessonKey, readAt, module }) => ({
        ...{ id: documentId, enrolledAt, standing, lastLesson: lessonKey, readAt },
        module: module && { code: module.code, name: module.name },
      })),
      grades: (await rows('grade', among)).map(
        ({ enrollmentKey, mark, feedback, gradedBy, gradedAt, revision }) => ({
          ...{ enrollment: enrollmentKey, mark, feedback, gradedBy, gradedAt, revision },
        }),
      ),
      gradeHistory: (await rows('gradeChange', among)).map(
        ({ enrollmentKey, from, to, feedbackFrom, feedbackTo, actor, at }) => ({
          ...{ enrollment: enrollmentKey, from, to, feedbackFrom, feedbackTo, actor, at },
        }),
      ),
      lessonsDone: (await rows('progress', among)).map(({ enrollmentKey, lessonKey, completedAt }) => ({
        ...{ enrollment: enrollmentKey, lesson: lessonKey, completedAt },
      })),
      certificates: listed.map((one: { id: string }) => {
        const row = issued.find(({ documentId }) => documentId === one.id);
        const { recipientName, revocationReason, supersededReason, snapshot } = row ?? {};
        return { ...one, recipientName, revocationReason, supersededReason, snapshot };
      }),
      mails: await strapi
        .plugin('deliveries')
        .service('ledger')
        .ofPerson(userKey, user?.email ?? ''),
      sessions: (await rows('session', { userKey })).map(({ createdAt, expiresAt }) => ({
        ...{ createdAt, expiresAt },
      })),
      passwordLinks: (await rows('passwordReset', { userKey })).map(({ createdAt, expiresAt, usedAt }) => ({
        ...{ createdAt, expiresAt, usedAt },
      })),
      confirmationLinks: (await rows('confirmation', { userKey })).map(
        ({ email, createdAt, expiresAt, usedAt }) => ({ email, createdAt, expiresAt, usedAt }),
      ),
    };
  },
});
