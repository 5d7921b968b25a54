import type { Core } from '@strapi/types';
import { fieldError } from '../../../http/parse-body';

const USER = 'plugin::users-permissions.user';

/** Leaving the platform (U4), and the copy of one's own data that is offered before (P14). */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Every row that names the user, as plain JSON. */
  async export(userKey: string): Promise<Record<string, unknown>> {
    const user = await strapi.db.query(USER).findOne({
      where: { documentId: userKey },
      select: ['username', 'firstName', 'lastName', 'email', 'language', 'createdAt'],
    });
    const profile = await strapi.db
      .query('api::student-profile.student-profile')
      .findOne({ where: { userKey }, populate: { avatar: true } });
    const enrollments = await strapi.db
      .query('api::enrollment.enrollment')
      .findMany({ where: { studentKey: userKey }, populate: { module: { select: ['code', 'name'] } } });
    const keys = enrollments.map((enrollment) => enrollment.documentId);
    const among = { where: { enrollmentKey: { $in: keys } } };
    return {
      user,
      profile: profile && { bio: profile.bio, avatar: profile.avatar?.url ?? null },
      enrollments: enrollments.map(({ enrolledAt, standing, module, documentId, lessonKey, readAt }) => ({
        id: documentId,
        enrolledAt,
        standing,
        module,
        lastLesson: lessonKey,
        readAt,
      })),
      grades: await strapi.db.query('api::grade.grade').findMany(among),
      gradeHistory: await strapi.db.query('api::grade-change.grade-change').findMany(among),
      lessonsDone: await strapi.db.query('api::lesson-progress.lesson-progress').findMany(among),
      certificates: await strapi.plugin('certificates').service('recipients').list({ documentId: userKey }),
      mails: await strapi.plugin('deliveries').service('ledger').ofPerson(userKey, user.email),
    };
  },

  /** Removes the account and every row about it, in one transaction. Certificates stay verifiable. */
  async leave(user: { documentId: string }, password: string): Promise<void> {
    const userKey = user.documentId;
    if (!(await strapi.service('api::account.account').hasPassword(userKey, password))) {
      throw fieldError('password', 'wrong-password');
    }
    const { email } = await strapi.db.query(USER).findOne({ where: { documentId: userKey } });
    const profile = await strapi.db
      .query('api::student-profile.student-profile')
      .findOne({ where: { userKey }, populate: { avatar: true } });
    await strapi.db.transaction(async () => {
      await strapi.service('api::session.session').closeAll(userKey);
      const enrollments = await strapi.db
        .query('api::enrollment.enrollment')
        .findMany({ where: { studentKey: userKey } });
      const among = { where: { enrollmentKey: { $in: enrollments.map((row) => row.documentId) } } };
      // Below the document service on purpose: its rules keep marks, and these go with their owner.
      for (const uid of [
        'api::grade-change.grade-change',
        'api::grade.grade',
        'api::lesson-progress.lesson-progress',
      ] as const) {
        await strapi.db.query(uid).deleteMany(among);
      }
      await strapi.db.query('api::enrollment.enrollment').deleteMany({ where: { studentKey: userKey } });
      await strapi.db.query('api::student-profile.student-profile').deleteMany({ where: { userKey } });
      await strapi.db.query('api::password-reset.password-reset').deleteMany({ where: { userKey } });
      await strapi.plugin('certificates').service('recipients').forget({ documentId: userKey });
      await strapi.plugin('deliveries').service('ledger').forgetPerson(userKey, email);
      await strapi.documents(USER).delete({ documentId: userKey });
    });
    if (profile?.avatar) await strapi.plugin('upload').service('upload').remove(profile.avatar);
  },
});
