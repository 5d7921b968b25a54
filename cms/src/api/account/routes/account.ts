import { student } from '../../../http/site-reader';

export default {
  type: 'content-api',
  routes: [
    { method: 'POST', path: '/accounts', handler: 'account.create', config: { auth: false } },
    { method: 'GET', path: '/me', handler: 'account.me', config: student },
    { method: 'PUT', path: '/me/password', handler: 'account.changePassword', config: student },
    {
      method: 'POST',
      path: '/me/email-confirmations',
      handler: 'account.requestConfirmation',
      config: student,
    },
    {
      method: 'POST',
      path: '/email-confirmations/complete',
      handler: 'account.confirm',
      config: { auth: false },
    },
    { method: 'POST', path: '/password-resets', handler: 'account.requestReset', config: { auth: false } },
    {
      method: 'POST',
      path: '/password-resets/complete',
      handler: 'account.completeReset',
      config: { auth: false },
    },
  ],
};
