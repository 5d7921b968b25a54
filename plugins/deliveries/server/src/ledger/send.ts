import { channel } from 'node:diagnostics_channel';
import type { Core } from '@strapi/types';
import { parseConfig } from '../config';
import { ATTEMPT_CHANNEL, DELIVERY } from '../constants';
import type { Addressed, Mail } from '../kinds/kinds';
import { frameLetter } from '../letter/frame-letter';
import { isAnswer, type Outcome } from '../smtp/outcome';
import { sendMail } from '../smtp/send-mail';
import { mayGoTo } from './allowed';
import { beginAttempt, closeBrokenOff } from './attempts';
import { afterUnknown, isTooOld, nextAttempt, UNKNOWNS_ALLOWED } from './policy';
import { stateOf, UNFINISHED } from './states';

const attempted = channel(ATTEMPT_CHANNEL);
const FINISHED = ['sent', 'refused', 'given-up', 'cancelled'];

/**
 * One try at one delivery. The row says what is to be done; this may be called any number of times, after any crash.
 * Whatever a server answers ends in the row, with the time of the next try, and does not throw.
 *
 * @throws for what is no server's doing, such as a database that is gone: the job is tried again.
 */
export async function send(strapi: Core.Strapi, key: string, now = new Date()): Promise<void> {
  const plugin = strapi.plugin('deliveries');
  const server = plugin.service('serverState');
  const row = await strapi.db.query(DELIVERY).findOne({ where: { key } });
  if (!row || FINISHED.includes(stateOf(row))) return;
  if (!(await server.mayTry(key))) return;

  // A delivery that staff have begun anew meanwhile has another Message-ID, and is none of this try's.
  const note = (data: Record<string, unknown>, only: Record<string, unknown> = {}) =>
    strapi.db.query(DELIVERY).updateMany({ where: { id: row.id, messageId: row.messageId, ...only }, data });
  const { smtp, from, replyTo, giveUpAfterDays, onlyTo } = parseConfig(
    strapi.config.get('plugin::deliveries'),
  );

  if (!mayGoTo(row.to, onlyTo)) {
    const lastError = 'Not sent: this address is not among those that get mail from here.';
    return void (await note({ cancelledAt: now.toISOString(), nextAttemptAt: null, lastError }));
  }
  const unknowns = row.unknowns + (await closeBrokenOff(strapi, key, now));
  if (unknowns >= UNKNOWNS_ALLOWED || isTooOld(row.queuedAt, giveUpAfterDays, now))
    return void (await note({ unknowns, givenUpAt: now.toISOString(), nextAttemptAt: null }));

  const kind = plugin.service('kinds').get(row.kind);
  const addressed: Addressed = { key, about: row.about, to: row.to, language: row.language };
  let mail: Mail | null;
  try {
    const written = await kind.compose(addressed);
    mail = written && ('heading' in written ? frameLetter(written, row.language) : written);
  } catch (error) {
    strapi.log.error(`deliveries: ${key} (${row.kind}) could not be written: ${(error as Error).message}`);
    const nextAttemptAt = nextAttempt(row.attempts + 1, now).toISOString();
    const lastError = `The mail could not be written: ${(error as Error).message}`.slice(0, 1000);
    return void (await note({ unknowns, attempts: row.attempts + 1, nextAttemptAt, lastError }));
  }
  if (!mail) return void (await note({ unknowns, cancelledAt: now.toISOString(), nextAttemptAt: null }));

  await note({ unknowns, attempts: row.attempts + 1, subject: mail.subject });
  const attempt = await beginAttempt(strapi, row, now);
  const begun = performance.now();
  const outcome = await sendMail(
    { smtp, from, replyTo: replyTo ?? from },
    { ...mail, to: row.to, messageId: row.messageId },
    attempt.beforeData,
  );
  const milliseconds = performance.now() - begun;

  await strapi.db.transaction(async () => {
    if (!(await attempt.end(outcome))) return; // Another worker has taken over; it decides.
    const isFinal = outcome.kind === 'sent' || outcome.kind === 'refused';
    await note(
      {
        ...afterwards({ ...row, unknowns }, outcome, now),
        lastError: outcome.kind === 'sent' ? null : outcome.answer,
      },
      // What was cancelled while it was tried is not tried again; if it went out all the same, it says so.
      isFinal ? {} : UNFINISHED,
    );
    if (outcome.kind === 'sent') await kind.sent?.(addressed, new Date());
  });
  attempted.publish({ outcome: outcome.kind, milliseconds });
  await tellServerState(strapi, outcome, now);
}

/** What an outcome makes of the row. */
function afterwards(
  { attempts, unknowns }: { attempts: number; unknowns: number },
  outcome: Outcome,
  now: Date,
): Record<string, unknown> {
  const at = now.toISOString();
  switch (outcome.kind) {
    case 'sent':
      return { sentAt: at, nextAttemptAt: null };
    case 'refused':
      return { refusedAt: at, nextAttemptAt: null };
    case 'deferred':
      return { nextAttemptAt: nextAttempt(attempts + 1, now).toISOString() };
    case 'unknown':
      return unknowns + 1 >= UNKNOWNS_ALLOWED
        ? { unknowns: unknowns + 1, givenUpAt: at, nextAttemptAt: null }
        : { unknowns: unknowns + 1, nextAttemptAt: afterUnknown(now).toISOString() };
  }
}

async function tellServerState(strapi: Core.Strapi, outcome: Outcome, now: Date): Promise<void> {
  const server = strapi.plugin('deliveries').service('serverState');
  if (outcome.kind === 'unknown') return server.failed(outcome.answer, false, now);
  if (outcome.kind === 'deferred' && outcome.scope !== 'mail')
    return server.failed(outcome.answer, outcome.scope === 'server', now);
  // An address that is none was refused before anybody was asked.
  if (outcome.kind === 'sent' || isAnswer(outcome)) await server.answered(now);
}
