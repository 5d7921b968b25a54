import type { Core } from '@strapi/types';
import type { Refusal } from '@lumino/strapi-plugin-certificates/strapi-server';
import type { ModuleCertificateResponse } from '../../../../shared/contracts/enrollment';
import type { GradeCertificateOffer } from '../../../../shared/contracts/module';
import { GRADES } from '../../../certificates/grades-source';

/** Whether a certificate can be had, as the rules of certificates decide when it is asked for (S3, C2). */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  grade(studentKey: string): Promise<GradeCertificateOffer> {
    return this.of(studentKey, { kind: 'grade' });
  },

  /** The certificate of one module, by its code. */
  async module(studentKey: string, code: string): Promise<ModuleCertificateResponse> {
    const own: { kind: string; subject: string | null; status: string }[] = await strapi
      .plugin('certificates')
      .service('recipients')
      .list({ documentId: studentKey });
    const isHeld = own.some(
      ({ kind, subject, status }) => kind === 'module' && subject === code && status === 'valid',
    );
    return { isHeld, offer: await this.of(studentKey, { kind: 'module', subject: code }) };
  },

  /** A rule that fails must not take the modules away. */
  async of(
    studentKey: string,
    wanted: { kind: 'grade' | 'module'; subject?: string },
  ): Promise<GradeCertificateOffer> {
    try {
      const refusal: Refusal | null = await strapi
        .plugin('certificates')
        .service('recipients')
        .refusal({ documentId: studentKey }, { ...wanted, source: GRADES });
      if (!refusal) return { eligible: true };
      const { reason, rule, details } = refusal;
      const missing = Array.isArray(details.modules) ? details.modules.map(String) : [];
      return { eligible: false, reason, rule: rule?.name ?? null, missing };
    } catch (error) {
      strapi.log.error(
        `The ${wanted.kind} certificate of ${studentKey} cannot be offered: ${(error as Error).message}`,
      );
      return { eligible: false, reason: 'failed', rule: null, missing: [] };
    }
  },
});
