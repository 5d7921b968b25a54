import type { Core } from '@strapi/types';
import { errors } from '@strapi/utils';
import type { FileLookupResponse, VerifyResponse } from '../../../shared/contracts/certificate';
import { CERTIFICATE } from '../constants';
import { normaliseCode } from './normalise-code';
import { statusOf } from './status';

const iso = (value: string | Date | null | undefined): string | null =>
  value ? new Date(value).toISOString() : null;

export const createVerification = (strapi: Core.Strapi) => ({
  /**
   * Which certificate a PDF is, by its SHA-256. Whoever can make the hash holds the PDF, and the code stands on it.
   * @throws NotFoundError when no PDF issued here has exactly these bytes
   */
  async ofFile(sha256: string): Promise<FileLookupResponse> {
    const row = /^[0-9a-f]{64}$/.test(sha256)
      ? await strapi.db.query(CERTIFICATE).findOne({ where: { sha256 }, select: ['verificationCode'] })
      : null;
    if (!row) throw new errors.NotFoundError('No certificate issued here has these bytes');
    return { code: row.verificationCode, sha256 };
  },

  /** What anybody may know of a certificate whose code they hold (C8). @throws NotFoundError */
  async verify(typedCode: string): Promise<VerifyResponse> {
    const row = await strapi.db
      .query(CERTIFICATE)
      .findOne({ where: { verificationCode: normaliseCode(typedCode) } });
    if (!row) throw new errors.NotFoundError('There is no certificate with this code');
    const codeOf = async (documentId: string | null): Promise<string | null> =>
      documentId
        ? ((await strapi.db.query(CERTIFICATE).findOne({ where: { documentId } }))?.verificationCode ?? null)
        : null;
    return {
      status: statusOf(row, new Date()),
      kind: row.kind,
      serial: row.serial,
      issuer: row.snapshot.issuer.name,
      recipient: row.nameShown === false ? '' : (row.recipientName ?? ''),
      achievements: row.snapshot.achievements,
      issuedAt: iso(row.issuedAt) as string,
      revokedAt: iso(row.revokedAt),
      revocationReason: row.revocationReason ?? null,
      expiresAt: iso(row.expiresAt),
      supersededBy: await codeOf(row.supersededByKey),
      supersededAt: iso(row.supersededAt),
      renewedBy: await codeOf(row.renewedByKey),
      renewedAt: iso(row.renewedAt),
      sha256: row.sha256 ?? null,
    };
  },
});
