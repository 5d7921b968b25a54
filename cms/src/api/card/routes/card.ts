import { anybody } from '../../../http/site-reader';

export default {
  type: 'content-api',
  routes: [
    { method: 'GET', path: '/catalog/:code/card', handler: 'card.module', config: anybody },
    { method: 'GET', path: '/card', handler: 'card.school', config: anybody },
  ],
};
