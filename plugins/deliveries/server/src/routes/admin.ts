import { ACTIONS, type Verb } from '../../../shared/permissions';

/** Who has the action may come in; which mails they may have it with, the services ask for each (`access.ts`). */
const route = (verb: Verb, method: string, path: string, handler: string) => ({
  method,
  path,
  handler: `administration.${handler}`,
  config: {
    policies: [
      'admin::isAuthenticatedAdmin',
      { name: 'admin::hasPermissions', config: { actions: [ACTIONS[verb]] } },
    ],
  },
});

/** See `shared/contracts/administration.ts`. */
export const adminRoutes = {
  type: 'admin',
  routes: [
    route('read', 'GET', '/mails', 'list'),
    route('read', 'GET', '/mails/:id', 'detail'),
    route('resend', 'POST', '/mails/:id/resend', 'resend'),
    route('cancel', 'POST', '/mails/:id/cancel', 'cancel'),
    route('readdress', 'POST', '/mails/:id/readdress', 'readdress'),
    route('read', 'GET', '/kinds', 'kinds'),
    route('read', 'GET', '/summary', 'summary'),
    route('read', 'GET', '/many', 'countMany'),
    route('resend', 'POST', '/many/resend', 'resendMany'),
    route('cancel', 'POST', '/many/cancel', 'cancelMany'),
    route('resend', 'GET', '/background-work', 'work'),
    route('resend', 'POST', '/background-work/:id/retry', 'retryWork'),
    route('resend', 'POST', '/background-work/:id/discard', 'discardWork'),
  ],
};
