import { anybody } from '../../../http/site-reader';

export default {
  type: 'content-api',
  routes: [
    { method: 'GET', path: '/catalog', handler: 'catalog.find', config: anybody },
    { method: 'GET', path: '/catalog/:code', handler: 'catalog.findOne', config: anybody },
  ],
};
