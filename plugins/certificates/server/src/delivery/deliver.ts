import type { Core } from '@strapi/types';
import { CERTIFICATE, DELIVERY, EVENTS } from '../constants';
import { eventOf, publish } from '../extensions/events';
import { beginAttempt } from './attempts';
import { compose } from './compose';

/** A server's final no (5xx) is never asked again; everything else is. */
const isRefusal = (error: { responseCode?: number }): boolean => (error.responseCode ?? 0) >= 500;

/**
 * Sends one certificate, or one reminder about it, once. The row says how far it got before each step, so that whoever
 * takes over after a crash knows; the Message-ID is the same every time, so that a mail sent twice is one mail to its
 * reader (RFC 5322, 3.6.4).
 *
 * @param key the certificate's documentId, with `/` and the days before its end for a reminder.
 * @throws when the server could not be reached or asked to wait: the job is tried again.
 */
export async function deliver(strapi: Core.Strapi, key: string, now = new Date()): Promise<void> {
  const delivery = await strapi.db.query(DELIVERY).findOne({ where: { certificateKey: key } });
  const [documentId] = key.split('/');
  const certificate = await strapi.db.query(CERTIFICATE).findOne({ where: { documentId } });
  if (!delivery || !certificate?.storageKey || delivery.sentAt || delivery.refusedAt) return;

  const note = (data: Record<string, unknown>) =>
    strapi.db.query(DELIVERY).update({ where: { id: delivery.id }, data });
  const mail = await compose(strapi, delivery as never, certificate, now);
  if (!mail) {
    await strapi.db.query(DELIVERY).delete({ where: { id: delivery.id } });
    return;
  }

  await note({ startedAt: new Date().toISOString(), attempts: delivery.attempts + 1 });
  const endAttempt = await beginAttempt(strapi, delivery as never);
  try {
    await strapi
      .plugin('email')
      .service('email')
      .send({
        to: delivery.to,
        ...mail,
        messageId: delivery.messageId,
        headers: { 'Auto-Submitted': 'auto-generated' },
      } as never);
  } catch (error) {
    const lastError = (error as Error).message.slice(0, 1000);
    if (isRefusal(error as never)) {
      await note({ refusedAt: new Date().toISOString(), lastError });
      await endAttempt('refused', lastError);
      strapi.log.error(`certificates: the mail server refused delivery ${delivery.documentId} for good`);
      return;
    }
    await note({ lastError });
    await endAttempt('deferred', lastError);
    throw new Error(
      `delivery ${delivery.documentId} not sent yet: ${(error as { code?: string }).code ?? 'no answer'}`,
      { cause: error },
    );
  }
  const sentAt = new Date().toISOString();
  await strapi.db.transaction(async ({ onCommit }) => {
    await note({ sentAt, lastError: null });
    await endAttempt('sent');
    if (delivery.daysBefore !== null) return;
    // The day of the first mail; one that is sent again later changes nothing of it.
    await strapi.db
      .query(CERTIFICATE)
      .updateMany({ where: { id: certificate.id, deliveredAt: null }, data: { deliveredAt: sentAt } });
    onCommit(() => publish(strapi, EVENTS.deliver, eventOf(certificate)));
  });
}
