import { ACTIONS, type Verb } from '../../../shared/permissions';

/**
 * Who has the action may come in; which certificates they may have it with, the services ask for each (`access.ts`).
 */
const route = (verb: Verb, method: string, path: string, handler: string) => ({
  method,
  path,
  handler,
  config: {
    policies: [
      'admin::isAuthenticatedAdmin',
      { name: 'admin::hasPermissions', config: { actions: [ACTIONS[verb]] } },
    ],
  },
});

export const adminRoutes = {
  type: 'admin',
  routes: [
    route('read', 'GET', '/issued', 'administration.list'),
    route('export', 'GET', '/issued/export', 'administration.export'),
    route('export', 'GET', '/issued/zip', 'administration.zip'),
    route('read', 'GET', '/issued/:id', 'administration.detail'),
    route('read', 'GET', '/issued/:id/file', 'administration.file'),
    route('revoke', 'POST', '/issued/:id/revocation', 'administration.revoke'),
    route('resend', 'POST', '/issued/:id/deliveries', 'administration.resend'),
    route('correct', 'GET', '/issued/:id/correction', 'administration.correction'),
    route('correct', 'POST', '/issued/:id/corrections', 'administration.correct'),
    route('read', 'GET', '/subjects', 'administration.subjects'),
    route('issue', 'GET', '/preview', 'administration.preview'),
    route('issue', 'GET', '/backlog', 'administration.backlog'),
    route('issue', 'GET', '/runs', 'issue-run.list'),
    route('issue', 'POST', '/runs', 'issue-run.start'),
    route('issue', 'GET', '/runs/:id', 'issue-run.progress'),
    route('issue', 'POST', '/runs/:id/cancel', 'issue-run.cancel'),
    route('issue', 'POST', '/runs/:id/resume', 'issue-run.resume'),
    route('settings', 'GET', '/settings', 'settings.find'),
    route('settings', 'PUT', '/settings', 'settings.save'),
    route('settings', 'POST', '/settings/preview', 'settings.preview'),
    route('settings', 'GET', '/settings/pictures/:key', 'settings.picture'),
    route('settings', 'POST', '/settings/pictures', 'settings.addPicture'),
    route('settings', 'GET', '/settings/export', 'settings.export'),
    route('settings', 'POST', '/settings/import', 'settings.import'),
    route('settings', 'GET', '/files', 'file.overview'),
    route('settings', 'POST', '/files/inspections', 'file.inspect'),
    route('settings', 'POST', '/files/:id/drawings', 'file.drawAgain'),
  ],
};
