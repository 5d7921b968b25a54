import { adminRoutes } from './admin';

/**
 * Open by permission, as everything in Strapi: the application grants these actions to the roles of its recipients. An
 * object for each route, since Strapi writes the route's own scope into it.
 */
const open = () => ({ config: {} });

export default {
  admin: adminRoutes,
  'content-api': {
    type: 'content-api',
    routes: [
      { method: 'GET', path: '/mine', handler: 'certificate.mine', ...open() },
      { method: 'POST', path: '/requests', handler: 'certificate.request', ...open() },
      { method: 'GET', path: '/:id/file', handler: 'certificate.file', ...open() },
      { method: 'GET', path: '/:id/picture', handler: 'certificate.picture', ...open() },
      { method: 'PUT', path: '/:id/visibility', handler: 'certificate.showName', ...open() },
      { method: 'GET', path: '/verify/:code', handler: 'certificate.verify', ...open() },
      { method: 'GET', path: '/verify/:code/card', handler: 'certificate.card', ...open() },
      { method: 'GET', path: '/files/:sha256', handler: 'certificate.ofFile', ...open() },
      { method: 'GET', path: '/:id/credential', handler: 'credential.download', ...open() },
      { method: 'POST', path: '/credentials/check', handler: 'credential.check', ...open() },
      { method: 'GET', path: '/did', handler: 'credential.did', ...open() },
      { method: 'GET', path: '/status/:list', handler: 'credential.statusList', ...open() },
    ],
  },
};
