import { loadEnvironment } from '../../scripts/environment/load.ts';
import { loadStrapi } from '../../scripts/strapi/with-strapi.ts';

/** What a test asks of an issuing process. */
export type Wish =
  /** Signs students up, enrols them and gives them a mark. Answers with their documentIds. */
  | { id: number; do: 'enrol'; usernames: string[] }
  /** Issues the grade certificate of a recipient at a moment, in milliseconds since 1970. Answers with its documentId. */
  | { id: number; do: 'issue'; recipientKey: string; at: number }
  /** Asks for a new password. Answers with how long that took, in milliseconds. */
  | { id: number; do: 'forgot'; email: string };

const MODULE = 'api::module.module' as never;

loadEnvironment();
const strapi = await loadStrapi();

/** In an empty database there is no module to enrol in. */
async function moduleId(): Promise<string> {
  const found = await strapi.db.query(MODULE).findOne({ where: { code: 'PRO' } });
  if (found) return found.documentId;
  const data = { code: 'PRO', name: 'Programming', markMin: 1, markMax: 10, passMark: 5 };
  const made = await strapi.documents(MODULE).create({ data: data as never, status: 'published' });
  return made.documentId;
}

async function enrol(usernames: string[]): Promise<string[]> {
  const module = await moduleId();
  const keys: string[] = [];
  for (const username of usernames) {
    const user = await strapi.service('api::account.account' as never).signUp({
      ...{ username, firstName: 'Test', lastName: username, language: 'en' },
      email: `${username}@students.example`,
      password: 'long enough',
    });
    const enrollment = await strapi.documents('api::enrollment.enrollment' as never).create({
      data: { student: user.documentId, module } as never,
    });
    await strapi.documents('api::grade.grade' as never).create({
      data: { enrollment: enrollment.documentId, mark: 8 } as never,
    });
    keys.push(user.documentId);
  }
  return keys;
}

async function issue(recipientKey: string, at: number): Promise<string> {
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, at - Date.now() - 20)));
  // A timer is late by milliseconds, which would let one process win.
  while (Date.now() < at);
  const issued = await strapi
    .plugin('certificates')
    .service('issuance')
    .issue({ kind: 'grade', recipientKey });
  return issued.documentId;
}

async function forgot(email: string): Promise<number> {
  const begun = performance.now();
  await strapi.service('api::account.password-reset' as never).request(email);
  return performance.now() - begun;
}

function fulfil(wish: Wish): Promise<unknown> {
  if (wish.do === 'enrol') return enrol(wish.usernames);
  if (wish.do === 'forgot') return forgot(wish.email);
  return issue(wish.recipientKey, wish.at);
}

process.on('message', async (wish: Wish) => {
  try {
    process.send?.({ id: wish.id, answer: await fulfil(wish) });
  } catch (error) {
    process.send?.({ id: wish.id, error: (error as Error).message });
  }
});
process.on('disconnect', () => process.exit(0));
process.send?.({ id: 0, answer: 'ready' });
