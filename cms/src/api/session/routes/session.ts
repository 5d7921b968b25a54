import { student } from '../../../http/site-reader';

/** `auth: false`: signing in needs no session, and signing out must work with one that has ended. */
export default {
  type: 'content-api',
  routes: [
    { method: 'POST', path: '/sessions', handler: 'session.create', config: { auth: false } },
    { method: 'DELETE', path: '/sessions/current', handler: 'session.delete', config: { auth: false } },
    { method: 'DELETE', path: '/me/sessions', handler: 'session.deleteAll', config: student },
  ],
};
