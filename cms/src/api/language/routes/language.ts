import { student } from '../../../http/site-reader';

export default {
  type: 'content-api',
  routes: [{ method: 'PUT', path: '/me/language', handler: 'language.choose', config: student }],
};
