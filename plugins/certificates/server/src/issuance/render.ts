import type { Core } from '@strapi/types';
import { CERTIFICATE, DELIVERY, EVENTS, TASKS } from '../constants';
import type { FactsRequest } from '../intake/source';

/**
 * Renders and stores one certificate, then hands it over to delivery. May be run any number of times: the bytes and the
 * place are the same each time, and the row is written once, together with the mail and its job.
 */
export async function render(strapi: Core.Strapi, certificateId: string, priority = 0): Promise<void> {
  const plugin = strapi.plugin('certificates');
  const row = await strapi.db.query(CERTIFICATE).findOne({ where: { documentId: certificateId } });
  if (!row || row.renderedAt) return;

  // Kept in the row, so that it is there for whoever asks, and the same for ever.
  await plugin.service('credentials').ofCertificate(certificateId);
  const pdf: Uint8Array = await plugin
    .service('signing')
    .pdf(await plugin.service('rendering').pdf(row.snapshot), {
      issuedAt: new Date(row.snapshot.issuedAt),
      serial: row.serial,
    });
  const storageKey = `${row.issuedAt.toString().slice(0, 4)}/${certificateId}.pdf`;
  const sha256: string = await plugin.service('storage').write(storageKey, pdf);

  const facts = await plugin.service('issuance').facts({
    kind: row.kind,
    recipientKey: row.recipientKey,
    subject: row.subject ?? undefined,
  } satisfies FactsRequest);

  await strapi.db.transaction(async ({ trx, onCommit }) => {
    const { count } = await strapi.db.query(CERTIFICATE).updateMany({
      where: { documentId: certificateId, renderedAt: null },
      data: { renderedAt: new Date().toISOString(), storageKey, sha256, bytes: pdf.byteLength },
    });
    if (count === 0) return; // Another worker was first; it has written the mail, too.
    await strapi.documents(DELIVERY).create({
      data: {
        certificate: certificateId,
        certificateKey: certificateId,
        to: facts.recipient.email,
        language: row.language,
        messageId: `<certificate-${certificateId}@${mailDomain(strapi)}>`,
        queuedAt: new Date().toISOString(),
      } as never,
    });
    await strapi
      .plugin('jobs')
      .service('queue')
      .enqueue(TASKS.deliver, { certificateId }, { trx, key: certificateId, priority });
    onCommit(() => void strapi.eventHub.emit(EVENTS.render, { certificateId }));
  });
}

/** The right-hand side of a Message-ID: the domain mail is sent from. */
export function mailDomain(strapi: Core.Strapi): string {
  const from = strapi.config.get<string>('plugin::email.settings.defaultFrom') ?? '';
  return /@([A-Za-z0-9.-]+)/.exec(from)?.[1] ?? 'localhost.localdomain';
}
