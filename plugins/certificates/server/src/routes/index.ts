/** Open by permission, as everything in Strapi: the application grants these actions to the roles of its recipients. */
const config = {};

export default {
  'content-api': {
    type: 'content-api',
    routes: [
      { method: 'GET', path: '/mine', handler: 'certificate.mine', config },
      { method: 'POST', path: '/requests', handler: 'certificate.request', config },
      { method: 'GET', path: '/:id/file', handler: 'certificate.file', config },
      { method: 'GET', path: '/verify/:code', handler: 'certificate.verify', config },
    ],
  },
};
