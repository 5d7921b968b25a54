import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import type { Core } from '@strapi/types';
import { createAdministration } from './administration/administration-service';
import { registerActions } from './administration/register-actions';
import { config, parseConfig } from './config';
import { TASKS } from './constants';
import contentTypes from './content-types';
import administration from './controllers/administration';
import certificate from './controllers/certificate';
import credential from './controllers/credential';
import issueRun from './controllers/issue-run';
import { deliver } from './delivery/deliver';
import { createExtensions } from './extensions/extensions-service';
import { watchDocuments } from './intake/watch';
import { createIssuance } from './services/issuance';
import { reconcile } from './issuance/reconcile';
import { render } from './issuance/render';
import { answerRenderRequests, RENDERER } from './rendering/renderer-thread';
import { createCredentials } from './services/credentials';
import { createPreviews } from './services/previews';
import { createRendering } from './services/rendering';
import { createSettings } from './services/settings';
import { createSigning } from './services/signing';
import routes from './routes';
import { createDiskStorage } from './storage/disk';
import { createVerification } from './verification/verify';

export type { EligibilityFacts, Rule } from './eligibility/facts';
export type { FactsRequest, Source } from './intake/source';

// As a thread, this bundle is the renderer and nothing else.
if (!isMainThread && parentPort && workerData?.role === RENDERER) answerRenderRequests(parentPort);

type Context = { strapi: Core.Strapi };

export default {
  config,
  contentTypes,
  routes,
  controllers: { administration, certificate, credential, 'issue-run': issueRun },
  services: {
    administration: ({ strapi }: Context) => createAdministration(strapi),
    extensions: createExtensions,
    issuance: ({ strapi }: Context) => createIssuance(strapi),
    previews: ({ strapi }: Context) => createPreviews(strapi),
    rendering: ({ strapi }: Context) => createRendering(strapi),
    credentials: ({ strapi }: Context) => createCredentials(strapi),
    settings: ({ strapi }: Context) => createSettings(strapi),
    signing: ({ strapi }: Context) => createSigning(strapi),
    verification: ({ strapi }: Context) => createVerification(strapi),
    storage: ({ strapi }: Context) =>
      createDiskStorage(parseConfig(strapi.config.get('plugin::certificates')).storage.directory),
  },

  register({ strapi }: Context) {
    const queue = strapi.plugin('jobs').service('queue');
    queue.handle(TASKS.render, ({ certificateId, priority }: { certificateId: string; priority?: number }) =>
      render(strapi, certificateId, priority),
    );
    queue.handle(TASKS.deliver, ({ certificateId }: { certificateId: string }) =>
      deliver(strapi, certificateId),
    );
    queue.handle(TASKS.issueRun, ({ runId }: { runId: string }, { signal }: { signal: AbortSignal }) =>
      strapi.plugin('certificates').service('administration').workOnRun(runId, signal),
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
  },

  async bootstrap({ strapi }: Context) {
    await strapi.plugin('certificates').service('signing').prepare();
    await registerActions(strapi);
    const extensions = strapi.plugin('certificates').service('extensions');
    extensions.freeze();
    if (extensions.hasSource()) watchDocuments(strapi, extensions.source());
  },
};
