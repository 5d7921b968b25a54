import type {
  EligibilityFacts,
  FactsRequest,
  Source,
} from '@lumino/strapi-plugin-certificates/strapi-server';
import type { Core } from '@strapi/strapi';

export const ATTENDANCE = 'api::workshop-attendance.workshop-attendance';
const USER = 'plugin::users-permissions.user';

/** A certificate for each workshop that somebody with an account attended, and got half of its points. */
export const workshopSource = (strapi: Core.Strapi): Source => ({
  key: 'workshops',
  watch: [{ uid: ATTENDANCE, actions: ['create', 'update'] }],

  recipientKeyOf: (user) => user.documentId,

  async facts({ kind, recipientKey, subject }: FactsRequest): Promise<EligibilityFacts | null> {
    const user = await strapi.db.query(USER).findOne({ where: { documentId: recipientKey } });
    if (!user) return null;
    const attended = await strapi.db
      .query(ATTENDANCE)
      .findMany({ where: { participantEmail: user.email, ...(subject ? { workshopTitle: subject } : {}) } });
    return {
      kind,
      recipient: {
        key: recipientKey,
        name: attended[0]?.participantName ?? user.username,
        email: user.email,
        language: 'es',
        fileStem: user.username,
      },
      subject: subject ?? null,
      achievements: attended.map(({ workshopTitle, points }) => ({
        code: workshopTitle.slice(0, 3).toUpperCase(),
        name: workshopTitle,
        mark: points,
        maximumMark: 100,
        passMark: 50,
      })),
      offered: kind === 'module',
    };
  },

  async affected(_uid, documentId): Promise<FactsRequest[]> {
    const row = await strapi.db.query(ATTENDANCE).findOne({ where: { documentId } });
    const user = await strapi.db.query(USER).findOne({ where: { email: row?.participantEmail ?? '' } });
    return row && user ? [{ kind: 'module', recipientKey: user.documentId, subject: row.workshopTitle }] : [];
  },
});
