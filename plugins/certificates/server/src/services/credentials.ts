import type { Core } from '@strapi/types';
import { errors } from '@strapi/utils';
import type { CredentialVerdict } from '../../../shared/contracts/credential';
import { parseConfig } from '../config';
import { CERTIFICATE } from '../constants';
import { buildCredential } from '../credential/build-credential';
import { checkCredential } from '../credential/check-credential';
import { didDocument, didOf, type DidDocument } from '../credential/issuer-did';
import { signBadge, signCredential } from '../credential/sign-credential';
import { takeStatusIndex } from '../credential/status-index';
import { buildStatusList, listUrl, LIST_LENGTH } from '../credential/status-list';
import type { Signing } from './signing';

const UNIQUE_VIOLATION = '23505';

export const createCredentials = (strapi: Core.Strapi) => {
  const rows = () => strapi.db.query(CERTIFICATE);
  const signing = (): Signing => strapi.plugin('certificates').service('signing');
  const config = () => parseConfig(strapi.config.get('plugin::certificates'));

  /** The certificate's place in the status lists: its own for ever, whoever asks first. */
  async function statusIndexOf(row: { id: number; statusIndex: number | null }): Promise<number> {
    if (row.statusIndex !== null) return row.statusIndex;
    const taken = await takeStatusIndex({
      highest: async () =>
        (
          await rows().findOne({
            where: { statusIndex: { $notNull: true } },
            orderBy: { statusIndex: 'desc' },
            select: ['statusIndex'],
          })
        )?.statusIndex ?? null,
      take: (statusIndex) =>
        rows()
          .updateMany({ where: { id: row.id, statusIndex: null }, data: { statusIndex } })
          .then(
            () => true,
            (error: { code?: string }) => {
              if (error.code === UNIQUE_VIOLATION) return false;
              throw error;
            },
          ),
    });
    // Somebody else may have been first; then theirs is the place.
    return (await rows().findOne({ where: { id: row.id }, select: ['statusIndex'] }))?.statusIndex ?? taken;
  }

  async function withdrawn(list: number) {
    const found = await rows().findMany({
      where: {
        statusIndex: { $gte: list * LIST_LENGTH, $lt: (list + 1) * LIST_LENGTH },
        $or: [{ revokedAt: { $notNull: true } }, { supersededAt: { $notNull: true } }],
      },
      select: ['statusIndex', 'revokedAt', 'supersededAt'],
    });
    const times = found.flatMap(({ revokedAt, supersededAt }) =>
      [revokedAt, supersededAt].filter(Boolean).map((at) => Number(new Date(at))),
    );
    return {
      indices: found.map(({ statusIndex }) => statusIndex as number),
      since: new Date(Math.max(0, ...times)),
    };
  }

  return {
    /**
     * The credential of a certificate, as JSON. Made once and kept: whoever asks later, and after the key was rotated,
     * gets the same bytes.
     * @throws NotFoundError when there is no such certificate, or its recipient has left.
     */
    async ofCertificate(documentId: string): Promise<string> {
      const row = await rows().findOne({ where: { documentId } });
      if (!row?.recipientKey) throw new errors.NotFoundError('There is no such certificate');
      if (row.credential) return row.credential;
      const { snapshot } = row;
      const signed = await signBadge(
        buildCredential(snapshot, await statusIndexOf(row)),
        didOf(snapshot.issuer.url),
        await signing().credentialSeed(new Date(snapshot.issuedAt)),
      );
      await rows().updateMany({
        where: { id: row.id, credential: null, recipientKey: { $notNull: true } },
        data: { credential: JSON.stringify(signed) },
      });
      const kept = await rows().findOne({ where: { id: row.id }, select: ['credential'] });
      if (!kept?.credential) throw new errors.NotFoundError('There is no such certificate');
      return kept.credential;
    },

    /** Where `did:web` looks for the issuer's keys. */
    async did(): Promise<DidDocument> {
      return didDocument(didOf(config().siteUrl), await signing().credentialPublicKeys());
    },

    /** A status list, signed. @throws NotFoundError for one that nothing points at. */
    async statusList(list: number): Promise<Record<string, unknown>> {
      const { siteUrl, issuer } = config();
      const exists = await rows().findOne({
        where: { statusIndex: { $gte: list * LIST_LENGTH, $lt: (list + 1) * LIST_LENGTH } },
        select: ['id'],
      });
      if (!exists) throw new errors.NotFoundError('There is no such status list');
      const unsigned = await buildStatusList(siteUrl, issuer.name, list, await withdrawn(list));
      return signCredential(unsigned, didOf(siteUrl), await signing().credentialSeed(new Date()));
    },

    /** What a credential that somebody holds comes to now. */
    async check(credential: Record<string, unknown>): Promise<CredentialVerdict> {
      const { siteUrl } = config();
      const statusListAt = async (url: string): Promise<unknown> => {
        const list = Number(/\/(\d{1,6})$/.exec(url)?.[1]);
        return url === listUrl(siteUrl, list) ? this.statusList(list) : null;
      };
      return checkCredential(credential, { did: await this.did(), statusListAt }, new Date());
    },
  };
};
