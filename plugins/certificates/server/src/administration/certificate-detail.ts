import type { Core } from '@strapi/types';
import type { CertificateDetail, MailState } from '../../../shared/contracts/administration';
import type { TemplateInfo } from '../../../shared/contracts/settings';
import type { Snapshot } from '../../../shared/snapshot';
import { AUDIT_ENTRY, CERTIFICATE, KINDS_OF_MAIL } from '../constants';
import { certificateDelivery } from '../delivery/delivery-keys';
import { statusOf } from '../verification/status';
import type { Access } from './access';
import { findCertificate } from './find-certificate';
import { iso, toListed } from './listed';
import { timelineOf } from './timeline';

/** All there is to see of one certificate. @throws NotFoundError */
export async function certificateDetail(
  strapi: Core.Strapi,
  access: Access,
  documentId: string,
): Promise<CertificateDetail> {
  const now = new Date();
  const row = await findCertificate(strapi, access, 'read', documentId);
  const ledger = strapi.plugin('deliveries').service('ledger');
  const ofIt = { where: { certificateKey: documentId }, orderBy: { id: 'asc' as const } };
  const [delivery, attempts, audit, reminders, chain] = await Promise.all([
    ledger.find(certificateDelivery(documentId)),
    ledger.attempts(certificateDelivery(documentId)),
    strapi.db.query(AUDIT_ENTRY).findMany(ofIt),
    ledger.sentAbout(documentId, KINDS_OF_MAIL.reminder),
    lineOf(strapi, row),
  ]);
  const snapshot = row.snapshot as Snapshot;
  const status = statusOf(row, now);
  const { source, kind, subjectKey } = row;
  const about = { source, kind, subject: row.subject ?? null, subjectKey };
  const isLast = !row.supersededByKey && !row.renewedByKey;
  return {
    ...toListed(row, now),
    verificationCode: row.verificationCode,
    verifyUrl: snapshot.verifyUrl,
    expiresAt: iso(row.expiresAt),
    revokedAt: iso(row.revokedAt),
    revocationReason: row.revocationReason ?? null,
    sha256: row.sha256 ?? null,
    bytes: row.bytes ?? null,
    fileName: row.fileName,
    hasFile: Boolean(row.storageKey),
    template: {
      key: row.templateKey,
      version: row.templateVersion,
      name: designName(strapi, row.templateKey),
    },
    achievements: snapshot.achievements,
    mail: { state: mailState(delivery), to: delivery?.to ?? null, attempts: attempts.length },
    timeline: timelineOf({
      certificate: row,
      wasRendered: Boolean(row.sha256),
      attempts,
      audit,
      reminders,
      now,
    }),
    chain: chain.map((one) => ({
      id: one.documentId,
      serial: one.serial,
      issuedAt: iso(one.issuedAt) as string,
      status: statusOf(one, now),
    })),
    allowed: {
      resend:
        access.may('resend', about) &&
        (status === 'valid' || status === 'expired') &&
        Boolean(row.storageKey) &&
        mailState(delivery) !== 'waiting',
      revoke: access.may('revoke', about) && !row.revokedAt,
      correct: access.may('correct', about) && isLast && Boolean(row.recipientKey),
    },
  };
}

/** Null for one that is not registered any more. */
const designName = (strapi: Core.Strapi, key: string): TemplateInfo['name'] | null => {
  const known: TemplateInfo[] = strapi.plugin('certificates').service('extensions').templateInfos();
  return known.find((template) => template.key === key)?.name ?? null;
};

const MAIL_STATES: Record<string, MailState> = {
  sent: 'sent',
  refused: 'failed',
  'given-up': 'failed',
  cancelled: 'cancelled',
};
const mailState = (delivery: { state: string } | null): MailState =>
  delivery ? (MAIL_STATES[delivery.state] ?? 'waiting') : 'none';

/** Same recipient, same subject: what was corrected, and by what. Alone where the recipient has left. */
const lineOf = async (strapi: Core.Strapi, row: any): Promise<any[]> => {
  if (!row.recipientKey) return [row];
  const { source, kind, subject, recipientKey } = row;
  return strapi.db
    .query(CERTIFICATE)
    .findMany({ where: { source, kind, subject, recipientKey }, orderBy: { id: 'asc' } });
};
