import { student } from '../../../http/site-reader';

export default {
  type: 'content-api',
  routes: [
    { method: 'POST', path: '/accounts', handler: 'account.create', config: { auth: false } },
    { method: 'GET', path: '/me', handler: 'account.me', config: student },
    { method: 'POST', path: '/password-resets', handler: 'account.requestReset', config: { auth: false } },
    {
      method: 'POST',
      path: '/password-resets/complete',
      handler: 'account.completeReset',
      config: { auth: false },
    },
  ],
};
