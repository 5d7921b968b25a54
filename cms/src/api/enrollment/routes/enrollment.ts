import { student } from '../../../http/site-reader';

export default {
  type: 'content-api',
  routes: [
    { method: 'GET', path: '/me/modules', handler: 'enrollment.myModules', config: student },
    {
      method: 'GET',
      path: '/me/modules/:code/certificate',
      handler: 'enrollment.moduleCertificate',
      config: student,
    },
    { method: 'GET', path: '/me/enrollment-options', handler: 'enrollment.options', config: student },
    { method: 'POST', path: '/me/enrollments', handler: 'enrollment.join', config: student },
    { method: 'POST', path: '/me/enrollments/leave', handler: 'enrollment.leave', config: student },
  ],
};
