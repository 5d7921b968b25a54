import { AUTHOR_ACTION } from '../../../shared/permissions';

/** Who has the action may come in; what they may do with which module and lesson, each service asks for itself (L3). */
const config = {
  policies: [
    'admin::isAuthenticatedAdmin',
    { name: 'admin::hasPermissions', config: { actions: [AUTHOR_ACTION] } },
  ],
};
const route = (method: string, path: string, handler: string) => ({ method, path, handler, config });

export const routes = {
  admin: {
    type: 'admin',
    routes: [
      route('GET', '/modules', 'outline.modules'),
      route('GET', '/modules/:moduleKey', 'outline.read'),
      route('PUT', '/modules/:moduleKey/order', 'outline.reorder'),
      route('POST', '/modules/:moduleKey/lessons', 'outline.addLesson'),
      route('POST', '/modules/:moduleKey/duplicate', 'outline.duplicate'),
      route('GET', '/modules/:moduleKey/export', 'transfer.exportModule'),
      route('POST', '/import', 'transfer.importModule'),
      route('GET', '/checklist/module/:documentId', 'checklist.module'),
      route('GET', '/checklist/lesson/:documentId', 'checklist.lesson'),
    ],
  },
};
