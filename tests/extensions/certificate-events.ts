import type { CertificateEvents } from '@lumino/strapi-plugin-certificates/strapi-server';
import type { Core } from '@strapi/types';

/** Ids of certificates that somebody should be congratulated on; elsewhere this would call another system. */
export const congratulate: string[] = [];

/** In `register()`. An error here would be logged, and would not reach the certificate. */
export function register({ strapi }: { strapi: Core.Strapi }): void {
  strapi
    .plugin('certificates')
    .service('events')
    .on('certificate.issue', ({ certificateId }: CertificateEvents['certificate.issue']) => {
      congratulate.push(certificateId);
    });
}
