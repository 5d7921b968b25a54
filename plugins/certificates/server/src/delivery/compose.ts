import type { Core } from '@strapi/types';
import type { Snapshot } from '../../../shared/snapshot';
import { parseConfig } from '../config';
import { daysLeft, dueReminder } from '../verification/renewal';
import type { Mail } from './mail-frame';
import { certificateMail } from './mail-text';
import { reminderMail } from './reminder-text';

export type Composed = Mail & {
  attachments: { filename: string; content: Buffer; contentType: string }[];
};

/**
 * What a delivery says: the certificate, or that it will expire.
 * @returns null when there is nothing left to say: a reminder for what was revoked, replaced, renewed or has expired since.
 */
export async function compose(
  strapi: Core.Strapi,
  delivery: { language: string; daysBefore: number | null },
  certificate: any,
  now: Date,
): Promise<Composed | null> {
  const snapshot = certificate.snapshot as Snapshot;
  const facts = {
    recipient: snapshot.recipient.name,
    issuer: snapshot.issuer.name,
    kind: snapshot.kind,
    subject: snapshot.kind === 'module' ? (snapshot.achievements[0]?.name ?? null) : null,
    serial: snapshot.serial,
    accent: snapshot.issuer.accent,
  };
  if (delivery.daysBefore === null) {
    const content = await strapi.plugin('certificates').service('storage').read(certificate.storageKey);
    const file = { filename: certificate.fileName, content, contentType: 'application/pdf' };
    return {
      ...certificateMail({ ...facts, verifyUrl: snapshot.verifyUrl }, delivery.language),
      attachments: [file],
    };
  }
  if (dueReminder(certificate, [delivery.daysBefore], now) === null) return null;
  const { siteUrl, renewalUrl } = parseConfig(strapi.config.get('plugin::certificates'));
  const expiresAt = new Date(certificate.expiresAt).toISOString();
  const mail = reminderMail(
    {
      ...facts,
      expiresAt,
      daysLeft: daysLeft(expiresAt, now) ?? 0,
      renewalUrl: renewalUrl ?? `${siteUrl}/certificates`,
    },
    delivery.language,
  );
  return { ...mail, attachments: [] };
}
