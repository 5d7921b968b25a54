import type { Core } from '@strapi/types';
import { errors } from '@strapi/utils';
import type { Work } from '../../../shared/contracts/administration';
import { SEND_TASK } from '../constants';
import type { Access } from './access';
import { writeAudit, type Actor } from './audit';
import { obstacle } from './obstacle';

/** What the jobs plugin can tell and do, in the versions that can. */
interface Queue {
  depths(): Promise<Work['tasks']>;
  deadLetters(page: {
    limit: number;
  }): Promise<
    { id: string; task: string; key: string | null; reason: string; failedAt: Date | string; tries: number }[]
  >;
  retry(id: string): Promise<'retried' | 'live' | 'unknown'>;
  discard(id: string): Promise<boolean>;
}
const METHODS = ['depths', 'deadLetters', 'retry', 'discard'] as const;

const SHOWN = 100;

/** The queue, or null where the jobs plugin that is installed shows nothing of it. */
export function queueOf(strapi: Core.Strapi): Queue | null {
  const queue = strapi.plugin('jobs')?.service('queue') as Partial<Queue> | undefined;
  return queue && METHODS.every((name) => typeof queue[name] === 'function') ? (queue as Queue) : null;
}

/** @throws ForbiddenError (403) for who may not send every mail again; NotFoundError (404) where there is nothing to see. */
function permittedQueue(strapi: Core.Strapi, access: Access): Queue {
  if (!access.mayAll('resend')) throw new errors.ForbiddenError('Background work is of all mails');
  const queue = queueOf(strapi);
  if (!queue) throw new errors.NotFoundError('The jobs plugin does not show its work');
  return queue;
}

/** Every task with its depth, and what was given up. */
export async function backgroundWork(strapi: Core.Strapi, access: Access): Promise<Work> {
  const queue = permittedQueue(strapi, access);
  const [tasks, letters] = await Promise.all([queue.depths(), queue.deadLetters({ limit: SHOWN })]);
  return {
    tasks,
    letters: letters.map(({ id, task, key, reason, failedAt, tries }) => ({
      id,
      task,
      key,
      reason,
      failedAt: new Date(failedAt).toISOString(),
      tries,
    })),
  };
}

/** Does given-up work once more. @throws NotFoundError; 409 `same-work-waits` */
export async function retryWork(
  strapi: Core.Strapi,
  access: Access,
  actor: Actor,
  id: string,
): Promise<void> {
  const queue = permittedQueue(strapi, access);
  // The queue has a connection of its own: last, so that nothing is done that the audit does not know.
  await strapi.db.transaction(async () => {
    await writeAudit(strapi, actor, { action: 'work-retried', details: { letter: id } });
    if (await sendGivenUp(strapi, queue, id)) return void (await queue.discard(id));
    const outcome = await queue.retry(id);
    if (outcome === 'live') throw obstacle('same-work-waits', 'The same work waits or runs already');
    if (outcome === 'unknown') throw new errors.NotFoundError(`There is no dead letter ${id}`);
  });
}

/** With the work, its mail was given up: a job alone would find that nothing is to be done. @returns whether it was so. */
async function sendGivenUp(strapi: Core.Strapi, queue: Queue, id: string): Promise<boolean> {
  const letter = (await queue.deadLetters({ limit: SHOWN })).find((one) => one.id === id);
  if (letter?.task !== SEND_TASK || !letter.key) return false;
  const ledger = strapi.plugin('deliveries').service('ledger');
  if ((await ledger.find(letter.key))?.state !== 'given-up') return false;
  return ledger.sendAgain(letter.key);
}

/** Throws given-up work away. @throws NotFoundError */
export async function discardWork(
  strapi: Core.Strapi,
  access: Access,
  actor: Actor,
  id: string,
): Promise<void> {
  const queue = permittedQueue(strapi, access);
  await strapi.db.transaction(async () => {
    await writeAudit(strapi, actor, { action: 'work-discarded', details: { letter: id } });
    if (!(await queue.discard(id))) throw new errors.NotFoundError(`There is no dead letter ${id}`);
  });
}
