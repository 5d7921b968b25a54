import type { Core } from '@strapi/types';
import { errors } from '@strapi/utils';
import type { Refusal } from '../../../shared/contracts/administration';
import type { Kind, MyCertificate } from '../../../shared/contracts/certificate';
import { blankReasons } from '../administration/audit';
import { refusalOf, REVOKED } from '../administration/refusal';
import { parseConfig } from '../config';
import { CERTIFICATE, ISSUE_RUN_ITEM } from '../constants';
import type { Source } from '../intake/source';
import { daysLeft, isRenewable } from '../verification/renewal';
import { stageOf, statusOf } from '../verification/status';

type User = Parameters<Source['recipientKeyOf']>[0];

/** What the recipients of certificates do with their own. Each source may know a user by another key. */
export const createRecipients = (strapi: Core.Strapi) => {
  const plugin = () => strapi.plugin('certificates');

  /** The user's key in each source that knows them. */
  const keysOf = (user: User): { source: string; recipientKey: string }[] =>
    (plugin().service('extensions').sources() as Source[]).flatMap((source) => {
      const recipientKey = source.recipientKeyOf(user);
      return recipientKey === null ? [] : [{ source: source.key, recipientKey }];
    });
  /** Where-clause; matches nothing for somebody whom no source knows. */
  const own = (user: User): Record<string, unknown> => {
    const keys = keysOf(user);
    return keys.length > 0 ? { $or: keys } : { id: -1 };
  };

  return {
    /** A user's own certificates, newest first. */
    async list(user: User, now = new Date()): Promise<MyCertificate[]> {
      const { reminders } = parseConfig(strapi.config.get('plugin::certificates'));
      const rows = await strapi.db
        .query(CERTIFICATE)
        .findMany({ where: own(user), orderBy: [{ issuedAt: 'desc' }, { id: 'desc' }] });
      return rows.map((row) => ({
        id: row.documentId,
        source: row.source,
        kind: row.kind,
        subject: row.subject ?? null,
        serial: row.serial,
        verificationCode: row.verificationCode,
        title: row.kind === 'grade' ? '' : (row.snapshot.achievements[0]?.name ?? ''),
        language: row.language,
        issuedAt: new Date(row.issuedAt).toISOString(),
        status: statusOf(row, now),
        stage: stageOf(row),
        fileName: row.fileName,
        issuer: row.snapshot.issuer.name,
        verifyUrl: row.snapshot.verifyUrl,
        expiresAt: row.expiresAt ? new Date(row.expiresAt).toISOString() : null,
        daysLeft: daysLeft(row.expiresAt, now),
        renewable: isRenewable(row, reminders, now),
        renewedAt: row.renewedAt ? new Date(row.renewedAt).toISOString() : null,
        nameShown: row.nameShown !== false,
      }));
    },

    /**
     * What `POST /requests` would be refused for, told before anybody asks; null where it would not be.
     * @throws NotFoundError where the source knows no such recipient, an error that names a rule or a source that fails.
     */
    async refusal(
      user: User,
      { kind, subject, source: key }: { kind: Kind; subject?: string; source?: string },
    ): Promise<Refusal | null> {
      const source: Source = plugin().service('extensions').source(key);
      const recipientKey = source.recipientKeyOf(user);
      if (recipientKey === null) throw new errors.NotFoundError('There is no such recipient');
      const last = await strapi.db.query(CERTIFICATE).findOne({
        where: { source: source.key, kind, recipientKey, subject: subject ?? null },
        orderBy: { id: 'desc' },
      });
      if (last?.revokedAt) return REVOKED;
      const facts = await plugin()
        .service('issuance')
        .facts({ source: source.key, kind, recipientKey, subject });
      return refusalOf(strapi, facts, { source: source.key, asked: 'recipient' });
    },

    /** @throws NotFoundError for anybody but the recipient, and while there is no file. */
    async file(user: User, documentId: string): Promise<{ name: string; bytes: Buffer }> {
      const row = await strapi.db.query(CERTIFICATE).findOne({ where: { documentId, ...own(user) } });
      if (!row?.storageKey) throw new errors.NotFoundError('There is no such certificate');
      return { name: row.fileName, bytes: await plugin().service('storage').read(row.storageKey) };
    },

    /** @throws NotFoundError for anybody but the recipient. */
    async assertOwn(user: User, documentId: string): Promise<void> {
      const row = await strapi.db.query(CERTIFICATE).findOne({ where: { documentId, ...own(user) } });
      if (!row) throw new errors.NotFoundError('There is no such certificate');
    },

    /** Whether the verification page shows the recipient's name: the recipient's own choice. */
    async showName(user: User, documentId: string, nameShown: boolean): Promise<void> {
      const { count } = await strapi.db
        .query(CERTIFICATE)
        .updateMany({ where: { documentId, ...own(user) }, data: { nameShown } });
      if (count === 0) throw new errors.NotFoundError('There is no such certificate');
    },

    /** The user leaves: the certificates stay verifiable, without a name, a file or an address (U4). */
    async forget(user: User): Promise<void> {
      for (const { source, recipientKey } of keysOf(user)) {
        await strapi.db.query(ISSUE_RUN_ITEM).updateMany({
          where: { recipientKey },
          data: { recipientKey: null },
        });
        const rows = await strapi.db.query(CERTIFICATE).findMany({ where: { source, recipientKey } });
        for (const row of rows) await forgetCertificate(strapi, row);
      }
    },
  };
};
export type Recipients = ReturnType<typeof createRecipients>;

async function forgetCertificate(strapi: Core.Strapi, row: any): Promise<void> {
  await strapi.db.query(CERTIFICATE).update({
    where: { id: row.id },
    data: {
      recipientKey: null,
      recipientName: '',
      fileName: 'certificate.pdf',
      storageKey: null,
      credential: null,
      revocationReason: null,
      supersededReason: null,
      snapshot: { ...row.snapshot, recipient: { name: '' } },
      // What was never rendered never will be.
      renderedAt: row.renderedAt ?? new Date().toISOString(),
    },
  });
  await blankReasons(strapi, row.documentId);
  // Its own mail and its reminders.
  await strapi.plugin('deliveries').service('ledger').forgetAbout(row.documentId);
  if (row.storageKey) await strapi.plugin('certificates').service('storage').remove(row.storageKey);
}
