import type { Core } from '@strapi/types';
import { createAdministration } from './administration/administration-service';
import { config, parseConfig } from './config';
import { PRIORITY, SEND_TASK } from './constants';
import contentTypes from './content-types';
import administration from './controllers/administration';
import { createKinds } from './kinds/kinds';
import { plainKind } from './kinds/plain-kind';
import { giveUp } from './ledger/change';
import { createLedger } from './ledger/ledger-service';
import { tidyLetters } from './ledger/tidy-letters';
import { registerActions } from './register-actions';
import { adminRoutes } from './routes/admin';
import { createServerState } from './server-state/server-state';

export { PRIORITY };
export type { Addressed, Kind, Mail } from './kinds/kinds';
export type { Letter } from './letter/letter';
export type { Ledger } from './ledger/ledger-service';
export type { Posting } from './ledger/post';

type Context = { strapi: Core.Strapi };

export default {
  config,
  contentTypes,
  routes: { admin: adminRoutes },
  controllers: { administration },
  services: {
    administration: ({ strapi }: Context) => createAdministration(strapi),
    kinds: createKinds,
    ledger: ({ strapi }: Context) => createLedger(strapi),
    serverState: ({ strapi }: Context) => createServerState(strapi),
  },

  register({ strapi }: Context) {
    const { concurrency } = parseConfig(strapi.config.get('plugin::deliveries'));
    const plugin = strapi.plugin('deliveries');
    plugin.service('kinds').register(plainKind(strapi));
    const jobs = strapi.plugin('jobs');
    jobs
      .service('queue')
      .handle(SEND_TASK, ({ key }: { key: string }) => plugin.service('ledger').send(key), {
        concurrency,
        // The row says when to try again; the queue repeats only what a crash or a lost database broke off.
        policy: { retryDelay: 2 },
        dead: ({ key }: { key: string }, reason: string) => giveUp(strapi, key, reason),
      });
    jobs.service('clock').every({
      name: 'deliveries-sweep',
      interval: '5s',
      atStart: true,
      run: () => plugin.service('ledger').sweep(),
    });
    jobs.service('clock').every({
      name: 'deliveries-tidy-letters',
      interval: '30s',
      run: () => tidyLetters(strapi),
    });
  },

  async bootstrap({ strapi }: Context) {
    const plugin = strapi.plugin('deliveries');
    plugin.service('kinds').freeze();
    await plugin.service('serverState').prepare();
    await registerActions(strapi);
  },
};
