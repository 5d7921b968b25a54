import type { Core } from '@strapi/types';
import { obstacle } from '../errors';
import { requestOf } from '../extensions/request-of';
import { certificateDelivery } from '../delivery/delivery-keys';
import { postCertificate } from '../delivery/post-certificate';
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

  const ledger = strapi.plugin('deliveries').service('ledger');
  const key = certificateDelivery(documentId);
  await strapi.db.transaction(async () => {
    if (!(await ledger.find(key))) await postCertificate(strapi, row as never, recipient.email);
    else if (!(await ledger.sendAgain(key, { to: recipient.email })))
      throw obstacle('already-on-its-way', 'The mail has not gone out yet');
    await writeAudit(strapi, actor, { action: 'resent', certificateKey: documentId });
  });
}
