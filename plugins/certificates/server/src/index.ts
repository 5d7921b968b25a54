import type { Core } from '@strapi/types';
import { createAdministration } from './administration/administration-service';
import { registerActions } from './administration/register-actions';
import { config, parseConfig } from './config';
import { TASKS } from './constants';
import contentTypes from './content-types';
import { keepUnchanged } from './content-types/unchanging-rows';
import administration from './controllers/administration';
import certificate from './controllers/certificate';
import credential from './controllers/credential';
import file from './controllers/file';
import issueRun from './controllers/issue-run';
import settings from './controllers/settings';
import { certificateKind, reminderKind } from './delivery/kinds';
import { remind } from './delivery/remind';
import { createExtensions } from './extensions/extensions-service';
import { allowWebhooks, createEvents } from './extensions/events';
import { adoptRows } from './intake/adopt-rows';
import { createInspection } from './inspection/inspection-service';
import { createIntake, watchDocuments } from './intake/watch';
import { createIssuance } from './services/issuance';
import { reconcile } from './issuance/reconcile';
import { render } from './issuance/render';
import { createPictures } from './pictures/pictures-service';
import { createCredentials } from './services/credentials';
import { createPreviews } from './services/previews';
import { createRecipients } from './services/recipients';
import { createRendering } from './services/rendering';
import { createSettings } from './services/settings';
import { createSigning } from './services/signing';
import routes from './routes';
import { openStorage } from './storage/open-storage';
import { createVerification } from './verification/verify';

export * from './extensions/drawing';
export type { Refusal } from '../../shared/contracts/administration';
export type { Snapshot } from '../../shared/snapshot';
export type {
  AchievementFacts,
  Asking,
  Decision,
  EligibilityFacts,
  Evidence,
  Rule,
} from './eligibility/facts';
export type { CertificateEvent, CertificateEventName, CertificateEvents } from './extensions/events';
export type { FactsRequest, Source } from './intake/source';

type Context = { strapi: Core.Strapi };

export default {
  config,
  contentTypes,
  routes,
  controllers: { administration, certificate, credential, file, 'issue-run': issueRun, settings },
  services: {
    administration: ({ strapi }: Context) => createAdministration(strapi),
    extensions: createExtensions,
    events: ({ strapi }: Context) => createEvents(strapi),
    inspection: ({ strapi }: Context) => createInspection(strapi),
    intake: ({ strapi }: Context) => createIntake(strapi),
    issuance: ({ strapi }: Context) => createIssuance(strapi),
    previews: ({ strapi }: Context) => createPreviews(strapi),
    pictures: ({ strapi }: Context) => createPictures(strapi),
    recipients: ({ strapi }: Context) => createRecipients(strapi),
    /** What the clock runs; `now` for whoever moves the clock. */
    reminders: ({ strapi }: Context) => ({ run: (now?: Date): Promise<number> => remind(strapi, now) }),
    rendering: ({ strapi }: Context) => createRendering(strapi),
    credentials: ({ strapi }: Context) => createCredentials(strapi),
    settings: ({ strapi }: Context) => createSettings(strapi),
    signing: ({ strapi }: Context) => createSigning(strapi),
    verification: ({ strapi }: Context) => createVerification(strapi),
    storage: ({ strapi }: Context) =>
      openStorage(parseConfig(strapi.config.get('plugin::certificates')).storage),
  },

  register({ strapi }: Context) {
    const kinds = strapi.plugin('deliveries').service('kinds');
    kinds.register(certificateKind(strapi));
    kinds.register(reminderKind(strapi));
    const queue = strapi.plugin('jobs').service('queue');
    queue.handle(
      TASKS.render,
      ({ certificateId, priority }: { certificateId: string; priority?: number }) =>
        render(strapi, certificateId, priority),
      // Nobody else is hurried by it: what a crash broke off goes on soon.
      { policy: { retryDelay: 2 } },
    );
    queue.handle(TASKS.issueRun, ({ runId }: { runId: string }, { signal }: { signal: AbortSignal }) =>
      strapi.plugin('certificates').service('administration').workOnRun(runId, signal),
    );
    queue.handle(
      TASKS.inspectFiles,
      async ({ thorough }: { thorough: boolean }, { signal }: { signal: AbortSignal }) =>
        void (await strapi.plugin('certificates').service('inspection').work(thorough, signal)),
      // It may read everything there is; tomorrow it is tried again anyway.
      { policy: { retryLimit: 2, expireInSeconds: 6 * 60 * 60 } },
    );
    strapi
      .plugin('jobs')
      .service('clock')
      .every({
        name: 'certificates-reconcile',
        interval: '20s',
        atStart: true,
        run: async () => {
          await reconcile(strapi);
          await strapi.plugin('certificates').service('administration').reconcile();
        },
      });
    strapi
      .plugin('jobs')
      .service('clock')
      .every({
        name: 'certificates-reminders',
        interval: '1h',
        atStart: true,
        run: async () => void (await strapi.plugin('certificates').service('reminders').run()),
      });
    // The clock forgets when its process ends; the database knows when it was last.
    strapi
      .plugin('jobs')
      .service('clock')
      .every({
        name: 'certificates-inspect-files',
        interval: '1h',
        atStart: true,
        run: () => strapi.plugin('certificates').service('inspection').startIfDue(),
      });
  },

  async bootstrap({ strapi }: Context) {
    await keepUnchanged(strapi);
    await strapi.plugin('certificates').service('signing').prepare();
    await registerActions(strapi);
    strapi.plugin('certificates').service('pictures').protect();
    const extensions = strapi.plugin('certificates').service('extensions');
    extensions.freeze();
    allowWebhooks(strapi);
    if (!extensions.hasSource()) return;
    await adoptRows(strapi, extensions.source().key);
    watchDocuments(strapi, extensions.sources());
  },
};
