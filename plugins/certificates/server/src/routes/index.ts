/**
 * A session, if there is one, is looked up for each of these; the controller asks for it where it is needed. No scope:
 * what a recipient may do with their own certificates is not for a role to grant or take away.
 */
const config = { auth: { scope: [] as string[] } };

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
