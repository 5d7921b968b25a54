import { anybody, student } from '../../../http/site-reader';

export default {
  type: 'content-api',
  routes: [
    { method: 'GET', path: '/people/:username', handler: 'person.student', config: student },
    { method: 'GET', path: '/teachers/:slug', handler: 'person.teacher', config: anybody },
    { method: 'PUT', path: '/me/profile', handler: 'person.saveProfile', config: student },
    { method: 'GET', path: '/me/export', handler: 'person.export', config: student },
    { method: 'POST', path: '/me/leave', handler: 'person.leave', config: student },
  ],
};
