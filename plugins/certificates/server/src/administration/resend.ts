import type { Core } from '@strapi/types';
import { DELIVERY, TASKS } from '../constants';
import { obstacle } from '../errors';
import { requestOf } from '../extensions/request-of';
import { mailDomain } from '../delivery/mail-domain';
import type { Access } from './access';
import { writeAudit, type Actor } from './audit';
import { findCertificate } from './find-certificate';

/**
 * Mails a certificate once more, to the address its recipient has now. The delivery begins anew under a Message-ID of its
 * own, so that a mail program does not take it for the one it has; the attempts so far stay in the ledger.
 *
 * @throws NotFoundError; 409 `revoked`, `already-superseded`, `not-rendered`, `already-on-its-way`, `recipient-gone`
 */
export async function resendCertificate(
  strapi: Core.Strapi,
  access: Access,
  actor: Actor,
  documentId: string,
): Promise<void> {
  const row = await findCertificate(strapi, access, 'resend', documentId);
  if (row.revokedAt) throw obstacle('revoked', 'A revoked certificate is not sent');
  if (row.supersededAt)
    throw obstacle('already-superseded', 'The certificate that replaces it is the one to send');
  if (!row.recipientKey) throw obstacle('recipient-gone', 'The recipient has left');
  if (!row.storageKey) throw obstacle('not-rendered', 'It is not rendered yet');
  const { recipient } = await strapi
    .plugin('certificates')
    .service('issuance')
    .facts(requestOf(row))
    .catch((error: Error) => {
      if (error.name !== 'NotFoundError') throw error;
      throw obstacle('recipient-gone', 'The recipient has left');
    });

  await strapi.db.transaction(async ({ trx }) => {
    const now = new Date().toISOString();
    // One update decides between two people who click at once: the second finds no finished delivery any more.
    const { count } = await strapi.db.query(DELIVERY).updateMany({
      where: {
        certificateKey: documentId,
        $or: [{ sentAt: { $notNull: true } }, { refusedAt: { $notNull: true } }],
      },
      data: {
        to: recipient.email,
        messageId: `<certificate-${documentId}.${Date.now().toString(36)}@${mailDomain(strapi)}>`,
        queuedAt: now,
        startedAt: null,
        sentAt: null,
        refusedAt: null,
        lastError: null,
      },
    });
    if (count === 0) throw obstacle('already-on-its-way', 'The mail has not gone out yet');
    await strapi
      .plugin('jobs')
      .service('queue')
      .enqueue(TASKS.deliver, { certificateId: documentId }, { trx, key: documentId });
    await writeAudit(strapi, actor, { action: 'resent', certificateKey: documentId });
  });
}
