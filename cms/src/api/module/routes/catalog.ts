/** Open to everybody; a session only adds the reader's own progress and mark. */
const anybody = { auth: { scope: [] } };

export default {
  type: 'content-api',
  routes: [
    { method: 'GET', path: '/catalog', handler: 'catalog.find', config: anybody },
    { method: 'GET', path: '/catalog/:code', handler: 'catalog.findOne', config: anybody },
  ],
};
