import type { Core } from '@strapi/types';
import { errors } from '@strapi/utils';
import type { MyCertificate } from '../../../shared/contracts/certificate';
import type { Settings } from '../../../shared/contracts/settings';
import type { Snapshot } from '../../../shared/snapshot';
import { parseConfig } from '../config';
import { CERTIFICATE, DELIVERY, EVENTS, ISSUE_RUN_ITEM, MAIL_ATTEMPT } from '../constants';
import { notEligible, uncoveredCharacters } from '../errors';
import { evaluate } from '../eligibility/evaluate';
import type { Decision, EligibilityFacts } from '../eligibility/facts';
import type { FactsRequest, Source } from '../intake/source';
import { stageOf, statusOf } from '../verification/status';
import { issueOnce, takeSnapshot, type Issued, type Issuing } from '../issuance/issue';

export const createIssuance = (strapi: Core.Strapi) => {
  const plugin = () => strapi.plugin('certificates');
  const source = (): Source => plugin().service('extensions').source();

  return {
    /** @throws NotFoundError for an unknown recipient, an error naming the source when it fails. */
    async facts(request: FactsRequest): Promise<EligibilityFacts> {
      const { key } = source();
      const facts = await source()
        .facts(request)
        .catch((error: Error) => {
          throw new Error(`certificates: the source "${key}" failed: ${error.message}`);
        });
      if (!facts) throw new errors.NotFoundError('There is no such recipient');
      return facts;
    },

    /** What the rules say of these facts; the first no decides. */
    decide: (facts: EligibilityFacts): Decision => evaluate(facts, plugin().service('extensions').rules()),

    /** The snapshot that a certificate of these facts would have now. @param settings in the place of those in force */
    async snapshotOf(facts: EligibilityFacts, settings?: Settings): Promise<Snapshot> {
      const config = parseConfig(strapi.config.get('plugin::certificates'));
      const inForce: Settings = settings ?? (await plugin().service('settings').current());
      const { key, options } = inForce.templates[facts.kind];
      const { version } = plugin().service('extensions').template(key);
      return takeSnapshot(facts, config, inForce, { key, version, options }, new Date());
    },

    /**
     * Facts, decision, record. Rendering and mail follow as jobs.
     * @throws ForbiddenError with the reason (C2), ValidationError when no font has a character (P5)
     */
    async issue(request: FactsRequest, issuing: Issuing = {}): Promise<Issued & { email: string }> {
      const facts = await this.facts(request);
      const decision = this.decide(facts);
      if (!decision.eligible) throw notEligible(decision);
      const snapshot = await this.snapshotOf(facts);
      const uncovered = plugin().service('rendering').findUncoveredCharacters(snapshot);
      if (uncovered.length > 0) throw uncoveredCharacters(uncovered);
      return { ...(await issueOnce(strapi, facts, snapshot, issuing)), email: facts.recipient.email };
    },

    /** A recipient's own certificates, newest first. */
    async ofRecipient(recipientKey: string): Promise<MyCertificate[]> {
      const rows = await strapi.db
        .query(CERTIFICATE)
        .findMany({ where: { recipientKey }, orderBy: { issuedAt: 'desc' } });
      return rows.map((row) => ({
        id: row.documentId,
        kind: row.kind,
        serial: row.serial,
        verificationCode: row.verificationCode,
        title: row.kind === 'grade' ? '' : (row.snapshot.achievements[0]?.name ?? ''),
        language: row.language,
        issuedAt: new Date(row.issuedAt).toISOString(),
        status: statusOf(row, new Date()),
        stage: stageOf(row),
        fileName: row.fileName,
        issuer: row.snapshot.issuer.name,
        verifyUrl: row.snapshot.verifyUrl,
        expiresAt: row.expiresAt ? new Date(row.expiresAt).toISOString() : null,
        nameShown: row.nameShown !== false,
      }));
    },

    /** @throws NotFoundError for anybody but the recipient, and while there is no file. */
    async file(recipientKey: string, documentId: string): Promise<{ name: string; bytes: Buffer }> {
      const row = await strapi.db.query(CERTIFICATE).findOne({ where: { documentId, recipientKey } });
      if (!row?.storageKey) throw new errors.NotFoundError('There is no such certificate');
      return { name: row.fileName, bytes: await plugin().service('storage').read(row.storageKey) };
    },

    /** @throws NotFoundError for anybody but the recipient. */
    async assertOwn(recipientKey: string, documentId: string): Promise<void> {
      const own = await strapi.db.query(CERTIFICATE).findOne({ where: { documentId, recipientKey } });
      if (!own) throw new errors.NotFoundError('There is no such certificate');
    },

    /** Whether the verification page shows the recipient's name: the recipient's own choice. */
    async showName(recipientKey: string, documentId: string, nameShown: boolean): Promise<void> {
      const { count } = await strapi.db
        .query(CERTIFICATE)
        .updateMany({ where: { documentId, recipientKey }, data: { nameShown } });
      if (count === 0) throw new errors.NotFoundError('There is no such certificate');
    },

    /** @returns false when it is revoked already: the first reason stays. */
    async revoke(documentId: string, reason: string): Promise<boolean> {
      return strapi.db.transaction(async ({ onCommit }) => {
        const { count } = await strapi.db.query(CERTIFICATE).updateMany({
          where: { documentId, revokedAt: null },
          data: { revokedAt: new Date().toISOString(), revocationReason: reason },
        });
        if (count > 0)
          onCommit(() => void strapi.eventHub.emit(EVENTS.revoke, { certificateId: documentId }));
        return count > 0;
      });
    },

    /** The recipient leaves: the certificates stay verifiable, without a name, a file or an address (U4). */
    async forgetRecipient(recipientKey: string): Promise<void> {
      await strapi.db
        .query(ISSUE_RUN_ITEM)
        .updateMany({ where: { recipientKey }, data: { recipientKey: null } });
      const rows = await strapi.db.query(CERTIFICATE).findMany({ where: { recipientKey } });
      for (const row of rows) {
        await strapi.db.query(CERTIFICATE).update({
          where: { id: row.id },
          data: {
            recipientKey: null,
            recipientName: '',
            fileName: 'certificate.pdf',
            storageKey: null,
            credential: null,
            snapshot: { ...row.snapshot, recipient: { name: '' } },
            // What was never rendered never will be.
            renderedAt: row.renderedAt ?? new Date().toISOString(),
          },
        });
        await strapi.db.query(DELIVERY).deleteMany({ where: { certificateKey: row.documentId } });
        // What a mail server answers may name the address.
        await strapi.db.query(MAIL_ATTEMPT).deleteMany({ where: { certificateKey: row.documentId } });
        if (row.storageKey) await plugin().service('storage').remove(row.storageKey);
      }
    },
  };
};
