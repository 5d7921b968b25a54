import type { Core } from '@strapi/types';
import type { Addressed, Kind } from '@lumino/strapi-plugin-deliveries/strapi-server';
import type { Snapshot } from '../../../shared/snapshot';
import { parseConfig } from '../config';
import { CERTIFICATE, EVENTS, KINDS_OF_MAIL } from '../constants';
import { eventOf, publish } from '../extensions/events';
import { daysLeft, dueReminder } from '../verification/renewal';
import { daysBeforeOf } from './delivery-keys';
import { certificateMail } from './mail-text';
import { reminderMail } from './reminder-text';

function factsOf({ recipient, issuer, kind, achievements, serial }: Snapshot) {
  return {
    recipient: recipient.name,
    issuer: issuer.name,
    kind,
    subject: kind === 'module' ? (achievements[0]?.name ?? null) : null,
    serial,
    accent: issuer.accent,
  };
}

const certificateOf = (strapi: Core.Strapi, { about }: Addressed): Promise<any> =>
  strapi.db.query(CERTIFICATE).findOne({ where: { documentId: about } });

/** The mail that carries a certificate; not of one that was withdrawn or replaced before it went out. */
export const certificateKind = (strapi: Core.Strapi): Kind => ({
  key: KINDS_OF_MAIL.certificate,
  names: { en: 'Certificate', es: 'Certificado' },
  async compose(delivery) {
    const row = await certificateOf(strapi, delivery);
    if (!row?.storageKey || row.revokedAt || row.supersededAt) return null;
    const snapshot = row.snapshot as Snapshot;
    const letter = certificateMail(
      { ...factsOf(snapshot), verifyUrl: snapshot.verifyUrl },
      delivery.language,
    );
    const content = await strapi.plugin('certificates').service('storage').read(row.storageKey);
    return {
      ...letter,
      attachments: [{ filename: row.fileName, content, contentType: 'application/pdf' }],
    };
  },
  async sent(delivery, at) {
    const row = await certificateOf(strapi, delivery);
    if (!row) return;
    // The day of the first mail; one that is sent again later changes nothing of it.
    await strapi.db
      .query(CERTIFICATE)
      .updateMany({ where: { id: row.id, deliveredAt: null }, data: { deliveredAt: at.toISOString() } });
    await strapi.db.transaction(({ onCommit }) =>
      onCommit(() => publish(strapi, EVENTS.deliver, eventOf(row))),
    );
  },
});

/** The mail that says that a certificate will expire; not of what was revoked, replaced, renewed or has expired since. */
export const reminderKind = (strapi: Core.Strapi, clock = () => new Date()): Kind => ({
  key: KINDS_OF_MAIL.reminder,
  names: { en: 'Reminder', es: 'Recordatorio' },
  async compose(delivery) {
    const row = await certificateOf(strapi, delivery);
    const now = clock();
    if (!row?.storageKey || dueReminder(row, [daysBeforeOf(delivery.key)], now) === null) return null;
    const { siteUrl, renewalUrl } = parseConfig(strapi.config.get('plugin::certificates'));
    const expiresAt = new Date(row.expiresAt).toISOString();
    return reminderMail(
      {
        ...factsOf(row.snapshot),
        expiresAt,
        daysLeft: daysLeft(expiresAt, now) ?? 0,
        renewalUrl: renewalUrl ?? `${siteUrl}/certificates`,
      },
      delivery.language,
    );
  },
});
