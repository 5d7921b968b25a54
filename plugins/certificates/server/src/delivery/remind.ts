import type { Core } from '@strapi/types';
import { parseConfig } from '../config';
import { CERTIFICATE, KINDS_OF_MAIL } from '../constants';
import type { EligibilityFacts } from '../eligibility/facts';
import { requestOf } from '../extensions/request-of';
import { reminderDelivery } from './delivery-keys';
import { subjectKeyOf } from './post-certificate';
import { dueReminder } from '../verification/renewal';

const BATCH = 500;
const DAY_MS = 24 * 60 * 60 * 1000;
const UNIQUE_VIOLATION = '23505';

/**
 * Writes a delivery and its job for each reminder that is due and was not written before. May run at any time, on many
 * machines at once.
 * @returns how many were written.
 */
export async function remind(strapi: Core.Strapi, now = new Date()): Promise<number> {
  const { reminders } = parseConfig(strapi.config.get('plugin::certificates'));
  const horizon = new Date(now.getTime() + Math.max(0, ...reminders) * DAY_MS);
  let written = 0;
  for (let after = 0; ;) {
    const rows = await strapi.db.query(CERTIFICATE).findMany({
      where: {
        id: { $gt: after },
        expiresAt: { $gt: now.toISOString(), $lte: horizon.toISOString() },
        revokedAt: null,
        supersededAt: null,
        renewedAt: null,
        recipientKey: { $notNull: true },
        storageKey: { $notNull: true },
      },
      orderBy: { id: 'asc' },
      limit: BATCH,
    });
    for (const { row, days } of await withoutDelivery(strapi, rows, reminders, now))
      if (await write(strapi, row, days)) written += 1;
    if (rows.length < BATCH) return written;
    after = Number(rows.at(-1).id);
  }
}

async function withoutDelivery(
  strapi: Core.Strapi,
  rows: any[],
  reminders: number[],
  now: Date,
): Promise<{ row: any; days: number }[]> {
  const due = rows.flatMap((row) => {
    const days = dueReminder(row, reminders, now);
    return days === null ? [] : [{ row, days }];
  });
  const keyOf = ({ row, days }: { row: any; days: number }) => reminderDelivery(row.documentId, days);
  const written = new Set<string>(
    await strapi.plugin('deliveries').service('ledger').knownAmong(due.map(keyOf)),
  );
  return due.filter((one) => !written.has(keyOf(one)));
}

/** @returns false for a recipient who has left, and where another process was first. */
async function write(strapi: Core.Strapi, row: any, days: number): Promise<boolean> {
  const key = reminderDelivery(row.documentId, days);
  try {
    const { recipient }: EligibilityFacts = await strapi
      .plugin('certificates')
      .service('issuance')
      .facts(requestOf(row));
    await strapi
      .plugin('deliveries')
      .service('ledger')
      .post({
        key,
        kind: KINDS_OF_MAIL.reminder,
        about: row.documentId,
        subjectKey: subjectKeyOf(row),
        to: recipient.email,
        language: recipient.language,
      });
    return true;
  } catch (error) {
    const { name, code, message } = error as Error & { code?: string };
    // One that fails must not keep the others from being reminded; the next run tries it again.
    if (name !== 'NotFoundError' && code !== UNIQUE_VIOLATION)
      strapi.log.error(`certificates: the reminder ${key} was not written: ${message}`);
    return false;
  }
}
