import { anybody } from '../../../http/site-reader';

export default {
  type: 'content-api',
  routes: [
    { method: 'POST', path: '/search', handler: 'search.find', config: anybody },
    { method: 'POST', path: '/search/modules', handler: 'search.modules', config: anybody },
    { method: 'GET', path: '/public-pages', handler: 'search.publicPages', config: anybody },
  ],
};
