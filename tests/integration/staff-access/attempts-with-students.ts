import {
  at,
  asAdministrator,
  connect,
  each,
  listed,
  type Reached,
  remove,
  throughContentManager,
} from './attempts.ts';
import { type Belongings, ENROLLMENT, GRADE } from './school.ts';

const PROGRESS = 'api::lesson-progress.lesson-progress';

/** An enrollment without a mark; one that is there is taken. */
async function unmarked({ newcomer, module }: Belongings): Promise<string> {
  const data = { student: connect(newcomer.documentId), module: connect(module) };
  const made = await asAdministrator('post', at('enrollment'), data);
  return made.body.data.documentId;
}
const removeUnmarked = async (documentId: string) =>
  asAdministrator('delete', `${at('enrollment')}/${documentId}`);

/** Runs one attempt upon an enrollment of its own, and takes away what is left of it. */
const uponUnmarked = (attempt: (enrollment: string) => Promise<any>) => async (its: Belongings) => {
  const enrollment = await unmarked(its);
  try {
    return await attempt(enrollment);
  } finally {
    await removeUnmarked(enrollment);
  }
};

export const ENROLLMENTS: Record<string, Reached> = {
  ...throughContentManager('enrollment'),
  create: each(
    (ask, its) =>
      ask('post', at('enrollment'), {
        student: connect(its.newcomer.documentId),
        module: connect(its.module),
      }),
    remove('enrollment'),
  ),
  update: each((ask, its) => ask('put', `${at('enrollment')}/${its.enrollment}`, { standing: 'active' })),
  clone: each(
    (ask, its) =>
      ask('post', `${at('enrollment')}/clone/${its.enrollment}`, {
        student: connect(its.newcomer.documentId),
        module: connect(its.module),
      }),
    remove('enrollment'),
  ),
  delete: each((ask, its) => uponUnmarked((one) => ask('delete', `${at('enrollment')}/${one}`))(its)),
  'delete many': each((ask, its) =>
    uponUnmarked((one) => ask('post', `${at('enrollment')}/actions/bulkDelete`, { documentIds: [one] }))(its),
  ),
  'relation picker': listed(
    `/content-manager/relations/${GRADE}/enrollment?pageSize=100`,
    (its) => its.enrollment,
  ),
  'relation picker of progress': listed(
    `/content-manager/relations/${PROGRESS}/enrollment?pageSize=100`,
    (its) => its.enrollment,
  ),
  'students to choose from': listed(
    `/content-manager/relations/${ENROLLMENT}/student?pageSize=100`,
    (its) => its.newcomer.documentId,
  ),
  'their progress': each((ask, its) =>
    ask(
      'get',
      `/content-manager/collection-types/${PROGRESS}?filters[enrollment][documentId][$eq]=${its.enrollment}`,
    ).then(
      (response) =>
        (response.body.pagination?.total === 0 ? { ...response, status: 404 } : response) as never,
    ),
  ),
};

const marks = (its: Belongings) => `/gradebook/modules/${its.module}`;
export const GRADES: Record<string, Reached> = {
  ...throughContentManager('grade'),
  create: each((ask, its) =>
    uponUnmarked(async (one) => {
      const response = await ask('post', at('grade'), { enrollment: connect(one), mark: 7 });
      if (response.status === 201) await remove('grade')(response);
      return response;
    })(its),
  ),
  update: each((ask, its) => ask('put', `${at('grade')}/${its.grade}`, { feedback: 'Changed' })),
  clone: each((ask, its) =>
    uponUnmarked(async (one) => {
      const response = await ask('post', `${at('grade')}/clone/${its.grade}`, {
        enrollment: connect(one),
        mark: 7,
      });
      if (response.status === 200) await remove('grade')(response);
      return response;
    })(its),
  ),
  delete: each((ask, its) =>
    uponUnmarked(async (one) => {
      const made = await asAdministrator('post', at('grade'), { enrollment: connect(one), mark: null });
      return ask('delete', `${at('grade')}/${made.body.data.documentId}`);
    })(its),
  ),
  'delete many': each((ask, its) =>
    uponUnmarked(async (one) => {
      const made = await asAdministrator('post', at('grade'), { enrollment: connect(one), mark: null });
      return ask('post', `${at('grade')}/actions/bulkDelete`, { documentIds: [made.body.data.documentId] });
    })(its),
  ),
  'changes of marks': listed(
    '/content-manager/collection-types/api::grade-change.grade-change?pageSize=100&sort=id:DESC',
    (its) => its.enrollment,
  ),
  'gradebook: modules': listed('/gradebook/modules', (its) => its.module),
  'gradebook: read': each((ask, its) => ask('get', marks(its))),
  'gradebook: save': each((ask, its) => ask('put', `${marks(its)}/marks`, { changes: [] })),
  'gradebook: export': each((ask, its) => ask('get', `${marks(its)}/csv`)),
  // 400 wants a file, from who may import one.
  'gradebook: import': each((ask, its) =>
    ask('post', `${marks(its)}/import`, {}).then(
      (response) => (response.status === 400 ? { ...response, status: 200 } : response) as never,
    ),
  ),
  'gradebook: history': each((ask, its) => ask('get', `${marks(its)}/history/${its.enrollment}`)),
};

const CERTIFICATE = 'plugin::certificates.certificate';
export const CERTIFICATES: Record<string, Reached> = {
  list: listed('/certificates/issued', (its) => its.certificate),
  'read one': each((ask, its) => ask('get', `/certificates/issued/${its.certificate}`)),
  'read the PDF': each((ask, its) => ask('get', `/certificates/issued/${its.certificate}/file`)),
  'who could get one': each((ask, its) =>
    ask('get', `/certificates/preview?kind=module&subject=${its.code}`),
  ),
  count: each((ask, its) => ask('get', `/certificates/backlog?kind=module&subject=${its.code}`)),
  subjects: listed('/certificates/subjects', (its) => its.code),
  // Everybody there has one: 409 says that nothing is to do, to who may do it.
  create: each((ask, its) =>
    ask('post', '/certificates/runs', { kind: 'module', subject: its.code, recipientKeys: 'everybody' }).then(
      (response) => (response.status === 409 ? { ...response, status: 202 } : response) as never,
    ),
  ),
  // 409 says that it is revoked already, to who could.
  'revoke (update)': each((ask, its) =>
    ask('post', `/certificates/issued/${its.certificate}/revocation`, { reason: 'Not meant' }).then(
      (response) => (response.status === 409 ? { ...response, status: 200 } : response) as never,
    ),
  ),
  'look at a correction': each((ask, its) =>
    ask('get', `/certificates/issued/${its.certificate}/correction`),
  ),
  delete: each((ask, its) => ask('delete', `/certificates/issued/${its.certificate}`)),
  export: listed('/certificates/issued/export', (its) => its.code),
  'as a ZIP': each((ask, its) => ask('get', `/certificates/issued/zip?subject=${its.code}`)),
  settings: each((ask) => ask('get', '/certificates/settings')),
  'in the content manager': each((ask, its) => ask('get', `${at(CERTIFICATE)}/${its.certificate}`)),
};

const DELIVERY = 'plugin::deliveries.delivery';
export const DELIVERIES: Record<string, Reached> = {
  list: listed('/deliveries/mails?pageSize=100', (its) => its.delivery),
  'read one': each((ask, its) => ask('get', `/deliveries/mails/${its.delivery}`)),
  // A mail that is gone cannot be held: 409 says so, to who could.
  'cancel (update)': each((ask, its) =>
    ask('post', `/deliveries/mails/${its.delivery}/cancel`).then(
      (response) => (response.status === 409 ? { ...response, status: 204 } : response) as never,
    ),
  ),
  'to another address': each((ask, its) =>
    ask('post', `/deliveries/mails/${its.delivery}/readdress`, { to: 'no address' }).then(
      (response) => ([400, 409].includes(response.status) ? { ...response, status: 204 } : response) as never,
    ),
  ),
  create: each((ask) => ask('post', '/deliveries/mails', {})),
  delete: each((ask, its) => ask('delete', `/deliveries/mails/${its.delivery}`)),
  'background work': each((ask) => ask('get', '/deliveries/background-work')),
  'in the content manager': each((ask, its) => ask('get', `${at(DELIVERY)}/${its.delivery}`)),
};
