/** `auth: false`: a preview is its holder's, whoever is signed in on the site; the services see to that. */
const config = { auth: false };

export default {
  type: 'content-api',
  routes: [
    { method: 'POST', path: '/previews', handler: 'preview.open', config },
    { method: 'GET', path: '/previews/:id', handler: 'preview.module', config },
    { method: 'GET', path: '/previews/:id/lessons/:slug', handler: 'preview.lesson', config },
    { method: 'DELETE', path: '/previews/:id', handler: 'preview.close', config },
  ],
};
