import type { Core } from '@strapi/types';
import { KINDS_OF_MAIL } from '../constants';
import { certificateDelivery } from './delivery-keys';

/** What staff's rights to see a delivery are asked about: the module of a module certificate, nothing of others. */
export const subjectKeyOf = (row: { kind: string; subjectKey?: string | null }): string | null =>
  row.kind === 'module' ? (row.subjectKey ?? null) : null;

/** Writes down that a certificate is to be mailed: inside the transaction of what it follows from. */
export async function postCertificate(
  strapi: Core.Strapi,
  row: { documentId: string; kind: string; language: string; subjectKey?: string | null },
  to: string,
  priority?: number,
): Promise<void> {
  await strapi
    .plugin('deliveries')
    .service('ledger')
    .post({
      key: certificateDelivery(row.documentId),
      kind: KINDS_OF_MAIL.certificate,
      about: row.documentId,
      subjectKey: subjectKeyOf(row),
      to,
      language: row.language,
      priority,
    });
}
