/** `auth: false`: it says nothing of anybody, and the site asks for it every second. */
export default {
  type: 'content-api',
  routes: [{ method: 'GET', path: '/content/revision', handler: 'revision.find', config: { auth: false } }],
};
