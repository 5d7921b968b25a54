import type { Core } from '@strapi/types';
import type { Snapshot } from '../../../shared/snapshot';
import { CERTIFICATE, DELIVERY, EVENTS } from '../constants';
import { beginAttempt } from './attempts';
import { certificateMail } from './mail-text';

/** A server's final no (5xx) is never asked again; everything else is. */
const isRefusal = (error: { responseCode?: number }): boolean => (error.responseCode ?? 0) >= 500;

/**
 * Sends one certificate, once. The row says how far it got before each step, so that whoever takes over after a crash
 * knows; the Message-ID is the same every time, so that a mail sent twice is one mail to its reader (RFC 5322, 3.6.4).
 *
 * @throws when the server could not be reached or asked to wait: the job is tried again.
 */
export async function deliver(strapi: Core.Strapi, certificateId: string): Promise<void> {
  const delivery = await strapi.db.query(DELIVERY).findOne({ where: { certificateKey: certificateId } });
  const certificate = await strapi.db.query(CERTIFICATE).findOne({ where: { documentId: certificateId } });
  if (!delivery || !certificate?.storageKey || delivery.sentAt || delivery.refusedAt) return;

  const note = (data: Record<string, unknown>) =>
    strapi.db.query(DELIVERY).update({ where: { id: delivery.id }, data });
  const snapshot = certificate.snapshot as Snapshot;
  const content = await strapi.plugin('certificates').service('storage').read(certificate.storageKey);
  const mail = certificateMail(
    {
      recipient: snapshot.recipient.name,
      issuer: snapshot.issuer.name,
      kind: snapshot.kind,
      subject: snapshot.kind === 'module' ? (snapshot.achievements[0]?.name ?? null) : null,
      serial: snapshot.serial,
      verifyUrl: snapshot.verifyUrl,
      accent: snapshot.issuer.accent,
    },
    delivery.language,
  );

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
        attachments: [{ filename: certificate.fileName, content, contentType: 'application/pdf' }],
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
    // The day of the first mail; one that is sent again later changes nothing of it.
    await strapi.db
      .query(CERTIFICATE)
      .updateMany({ where: { id: certificate.id, deliveredAt: null }, data: { deliveredAt: sentAt } });
    onCommit(() => void strapi.eventHub.emit(EVENTS.deliver, { certificateId }));
  });
}
