import { student } from '../../../http/site-reader';

const path = '/catalog/:code/lessons/:slug';

export default {
  type: 'content-api',
  routes: [
    { method: 'GET', path, handler: 'reading.findOne', config: student },
    { method: 'POST', path: `${path}/readings`, handler: 'reading.open', config: student },
    { method: 'PUT', path: `${path}/completion`, handler: 'reading.complete', config: student },
    { method: 'DELETE', path: `${path}/completion`, handler: 'reading.uncomplete', config: student },
  ],
};
