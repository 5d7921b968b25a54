import type { Core } from '@strapi/types';
import { CONFIRMATION_MAIL } from './api/account/services/confirmation';
import { PASSWORD_MAIL, PASSWORD_RESET_TASK } from './api/account/services/password-reset';
import { sweepLinks } from './api/account/one-time-link';
import { enrollmentRules } from './api/enrollment/document-rules';
import { gradeRules } from './api/grade/document-rules';
import { lessonRules } from './api/lesson/document-rules';
import { moduleRules } from './api/module/document-rules';
import { userRules } from './api/student-profile/document-rules';
import { serveOpenOnSite } from './api/preview/open-on-site';
import { teacherRules } from './api/teacher-profile/document-rules';
import { feedbackGiven } from './certificates/feedback-given-rule';
import { attendanceTemplate } from './certificates/attendance-template';
import { gradesSource } from './certificates/grades-source';
import { logRevocations } from './certificates/log-revocations';
import { keepWritesWithinBounds } from './bounds/written-rows';
import { addUpChanges, countContentChanges } from './content/count-changes';
import { useRules } from './documents/rules';
import { reportErrors } from './errors/report-errors';
import { guard } from './bounds/guard-routes';
import { arrangeContent } from './start/arrange-content';
import { endStaffSessions } from './start/end-staff-sessions';
import { ensureLocales } from './start/locales';
import { removeReadyMadeTokens } from './start/ready-made-tokens';
import { ensureStudentRole } from './start/student-role';
import { keepRoles } from './start/roles/keep-roles';
import { registerTeachingConditions } from './start/roles/teaching-conditions';

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    useRules(strapi, [
      enrollmentRules(strapi),
      gradeRules(strapi),
      lessonRules(strapi),
      moduleRules(strapi),
      teacherRules(strapi),
      userRules(strapi),
    ]);
    reportErrors(strapi);
    registerTeachingConditions(strapi);
    keepWritesWithinBounds(strapi);
    serveOpenOnSite(strapi);
    for (const path of ['/users/me', '/users/:id'])
      guard(strapi.admin.routes.admin?.routes ?? [], 'PUT', path, 'global::own-account');
    const certificates = strapi.plugin('certificates').service('extensions');
    certificates.registerSource(gradesSource(strapi));
    certificates.registerRule(feedbackGiven);
    logRevocations(strapi);
    certificates.registerTemplate(attendanceTemplate);
    const kinds = strapi.plugin('deliveries').service('kinds');
    kinds.register({
      key: PASSWORD_MAIL,
      names: { en: 'New password', es: 'Contraseña nueva' },
      forOwnerOnly: true,
      compose: ({ about }: { about: string }) => strapi.service('api::account.password-mail').write(about),
    });
    kinds.register({
      key: CONFIRMATION_MAIL,
      names: { en: 'Confirmation of an address', es: 'Confirmación de una dirección' },
      forOwnerOnly: true,
      compose: ({ about, to }: { about: string; to: string }) =>
        strapi.service('api::account.confirmation-mail').write(about, to),
    });
    strapi
      .plugin('jobs')
      .service('queue')
      .handle(PASSWORD_RESET_TASK, ({ userKey }: { userKey: string }) =>
        strapi.service('api::account.password-reset').post(userKey),
      );
    strapi
      .plugin('jobs')
      .service('clock')
      .every({
        name: 'accounts-sweep',
        interval: '1h',
        run: async () => {
          await strapi.service('api::session.session').sweep();
          await strapi.service('api::limit.limit').sweep();
          await sweepLinks(strapi);
        },
      });
    strapi
      .plugin('jobs')
      .service('clock')
      .every({
        name: 'previews-sweep',
        interval: '1h',
        run: () => strapi.service('api::preview.preview').sweep(),
      });
    strapi
      .plugin('jobs')
      .service('clock')
      .every({ name: 'content-changes', interval: '10m', run: () => addUpChanges(strapi) });
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    endStaffSessions(strapi);
    // The cms and its workers start at the same time: the first one through makes what is missing.
    await strapi.db.transaction(async ({ trx }) => {
      await trx.raw("select pg_advisory_xact_lock(hashtextextended('lumino:bootstrap', 0))");
      await removeReadyMadeTokens(strapi);
      await countContentChanges(strapi);
      await ensureLocales(strapi);
      await ensureStudentRole(strapi);
      await keepRoles(strapi);
      await arrangeContent(strapi);
    });
  },
};
