import type { Core } from '@strapi/types';
import { MAIL_ATTEMPT } from '../constants';

export type AttemptOutcome = 'sent' | 'deferred' | 'refused';

/**
 * The ledger of what was tried. A row is there before the mail server is spoken to; one that stays without an outcome is
 * an attempt whose process died, and nobody knows whether its mail arrived.
 */
export async function beginAttempt(
  strapi: Core.Strapi,
  delivery: { certificateKey: string; messageId: string; attempts: number },
): Promise<(outcome: AttemptOutcome, error?: string) => Promise<void>> {
  const { certificateKey, messageId, attempts } = delivery;
  const { id } = await strapi.db.query(MAIL_ATTEMPT).create({
    data: { certificateKey, messageId, number: attempts + 1, startedAt: new Date().toISOString() },
  });
  return async (outcome, error) => {
    await strapi.db.query(MAIL_ATTEMPT).update({
      where: { id },
      data: { outcome, endedAt: new Date().toISOString(), error: error ?? null },
    });
  };
}
