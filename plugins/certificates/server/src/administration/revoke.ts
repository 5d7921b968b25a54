import type { Core } from '@strapi/types';
import { obstacle } from '../errors';
import type { Access } from './access';
import { writeAudit, type Actor } from './audit';
import { findCertificate } from './find-certificate';

/** Takes a certificate back, for good. @throws NotFoundError; 409 `already-revoked` */
export async function revokeCertificate(
  strapi: Core.Strapi,
  access: Access,
  actor: Actor,
  documentId: string,
  reason: string,
): Promise<void> {
  await findCertificate(strapi, access, 'revoke', documentId);
  await strapi.db.transaction(async () => {
    const revoked = await strapi.plugin('certificates').service('issuance').revoke(documentId, reason);
    if (!revoked) throw obstacle('already-revoked', `Certificate ${documentId} is revoked already`);
    await writeAudit(strapi, actor, { action: 'revoked', certificateKey: documentId, reason });
  });
}
