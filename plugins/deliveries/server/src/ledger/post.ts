import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/types';
import { parseConfig } from '../config';
import { DELIVERY, PRIORITY, SEND_TASK } from '../constants';
import type { Mail } from '../kinds/kinds';

export interface Posting {
  /** What makes it once only: a second one with the same key is refused by the database. Without one: a new one. */
  key?: string;
  kind: string;
  to: string;
  language: string;
  /** What it is about, as its kind understands it; staff find it by this. */
  about?: string | null;
  /** What staff's rights are asked about, such as the id of a module. */
  subjectKey?: string | null;
  /** Whose mail it is, so that it can be forgotten with them. */
  recipientKey?: string | null;
  priority?: number;
  /** For mails that their kind does not write. */
  content?: Mail;
}

/** The right-hand side of a Message-ID: the domain mail is sent from. */
const domainOf = (from: string): string => /@([A-Za-z0-9.-]+)/.exec(from)?.[1] ?? 'localhost.localdomain';

export const domainOfMessageIds = (strapi: Core.Strapi): string =>
  domainOf(parseConfig(strapi.config.get('plugin::deliveries')).from);

/** Under its own name for ever, so that a mail sent twice is one mail to its reader (RFC 5322, 3.6.4). */
export const newMessageId = (strapi: Core.Strapi): string =>
  `<${randomUUID()}@${domainOfMessageIds(strapi)}>`;

/**
 * Writes a mail down together with its job: inside a transaction, both are there exactly if it commits.
 * @returns the key of the delivery.
 * @throws for an unknown kind, and by the database when the key is there.
 */
export async function post(strapi: Core.Strapi, posting: Posting): Promise<string> {
  strapi.plugin('deliveries').service('kinds').get(posting.kind);
  const key = posting.key ?? randomUUID();
  const priority = posting.priority ?? PRIORITY.usual;
  const now = new Date().toISOString();
  await strapi.db.transaction(async ({ trx }) => {
    await strapi.documents(DELIVERY).create({
      data: {
        key,
        kind: posting.kind,
        about: posting.about ?? null,
        subjectKey: posting.subjectKey ?? null,
        recipientKey: posting.recipientKey ?? null,
        to: posting.to,
        language: posting.language,
        subject: posting.content?.subject ?? null,
        content: posting.content ?? null,
        messageId: newMessageId(strapi),
        priority,
        queuedAt: now,
        nextAttemptAt: now,
        attempts: 0,
        unknowns: 0,
      } as never,
    });
    await enqueue(strapi, { key, priority }, trx);
  });
  return key;
}

/** Gives a delivery its job; one that has one keeps it. */
export async function enqueue(
  strapi: Core.Strapi,
  { key, priority }: { key: string; priority: number },
  trx?: unknown,
): Promise<void> {
  await strapi
    .plugin('jobs')
    .service('queue')
    .enqueue(SEND_TASK, { key }, { key, priority, ...(trx ? { trx } : {}) });
}
