import type { CertificateEvents } from '@lumino/strapi-plugin-certificates/strapi-server';
import type { Core } from '@strapi/types';

/** A line in the log for whoever watches the machine. Ids alone: names have no business in a log. */
export function logRevocations(strapi: Core.Strapi): void {
  strapi
    .plugin('certificates')
    .service('events')
    .on('certificate.revoke', ({ certificateId, source, kind }: CertificateEvents['certificate.revoke']) =>
      strapi.log.info(`certificates: ${certificateId} (${kind}, ${source ?? 'no source'}) was revoked`),
    );
}
