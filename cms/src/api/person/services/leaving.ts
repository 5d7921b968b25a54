import type { Core } from '@strapi/types';

const USER = 'plugin::users-permissions.user';

/** Of an enrollment, by its key. */
const ABOUT_ENROLLMENTS = [
  'api::grade-change.grade-change',
  'api::grade.grade',
  'api::lesson-progress.lesson-progress',
] as const;
/** Of a user, by theirs. */
const ABOUT_USERS = [
  'api::session.session',
  'api::password-reset.password-reset',
  'api::email-confirmation.email-confirmation',
  'api::student-profile.student-profile',
] as const;

/** Leaving the platform (U4). */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** The student's own wish. The rules of users take everything else along. */
  async leave(ctx: { state: { user: { documentId: string } }; request: { ip: string } }, password: string) {
    await strapi.service('api::account.account').assertPassword(ctx, password);
    await strapi.documents(USER).delete({ documentId: ctx.state.user.documentId });
  },

  /**
   * Removes every row about a user, in the transaction in which the user is deleted, whoever deletes them. Certificates stay
   * verifiable, without a name.
   */
  async clear(userKey: string): Promise<void> {
    const user = await strapi.db.query(USER).findOne({ where: { documentId: userKey } });
    if (!user) return;
    const profile = await strapi.db
      .query('api::student-profile.student-profile')
      .findOne({ where: { userKey }, populate: { avatar: true } });
    const enrollments = await strapi.db
      .query('api::enrollment.enrollment')
      .findMany({ where: { studentKey: userKey } });
    const among = { where: { enrollmentKey: { $in: enrollments.map((row) => row.documentId) } } };
    // Below the document service on purpose: its rules keep marks, and these go with their owner.
    for (const uid of ABOUT_ENROLLMENTS) await strapi.db.query(uid).deleteMany(among);
    await strapi.db.query('api::enrollment.enrollment').deleteMany({ where: { studentKey: userKey } });
    for (const uid of ABOUT_USERS) await strapi.db.query(uid).deleteMany({ where: { userKey } });
    await strapi.plugin('certificates').service('recipients').forget({ documentId: userKey });
    await strapi.plugin('deliveries').service('ledger').forgetPerson(userKey, user.email);
    const { avatar } = profile ?? {};
    if (!avatar) return;
    // A file does not come back when a transaction is rolled back.
    await strapi.db.transaction(({ onCommit }) =>
      onCommit(() => {
        Promise.resolve(strapi.plugin('upload').service('upload').remove(avatar)).catch((error: Error) =>
          strapi.log.error(`The picture of somebody who left stays: ${error.message}`),
        );
      }),
    );
  },
});
