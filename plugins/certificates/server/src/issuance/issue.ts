import type { Core } from '@strapi/types';
import type { Kind } from '../../../shared/contracts/certificate';
import type { Settings } from '../../../shared/contracts/settings';
import type { Snapshot } from '../../../shared/snapshot';
import type { CertificatesConfig } from '../config';
import { CERTIFICATE, EVENTS, TASKS } from '../constants';
import type { EligibilityFacts } from '../eligibility/facts';
import { notEligible, obstacle } from '../errors';
import { fileName } from './file-name';
import { fingerprint, serial, verificationCode } from './codes';

const UNIQUE_VIOLATION = '23505';

export interface Issued {
  documentId: string;
  /** False when the same facts had been certified already. */
  isNew: boolean;
}

/** What staff may add to the usual way of issuing. */
export interface Issuing {
  /** A new certificate for this one, even for one that says the same or is revoked; it must be the last of its line. */
  replaces?: string;
  /** Why; kept in the certificate that is replaced. */
  reason?: string;
  /** Of the jobs that follow. */
  priority?: number;
  /** Runs in the same transaction as the certificate: what it writes is there exactly if the certificate is. */
  record?: (issued: Issued) => Promise<void>;
}

/** What makes two requests the same: the facts, not the day and not the design. */
export const factsHash = ({ recipient, achievements }: EligibilityFacts): string =>
  fingerprint(
    recipient.name,
    ...achievements.flatMap(({ code, name, mark, maximumMark }) => [
      code,
      name,
      String(mark),
      String(maximumMark),
    ]),
  );

export function takeSnapshot(
  facts: EligibilityFacts,
  { siteUrl, issuer }: CertificatesConfig,
  { branding }: Settings,
  template: Snapshot['template'],
  now: Date,
): Snapshot {
  const code = verificationCode();
  return {
    version: 1,
    kind: facts.kind,
    language: facts.recipient.language,
    issuer: {
      name: branding.issuerName,
      url: siteUrl,
      logoPath: issuer.logoPath,
      accent: branding.accent,
      signatures: branding.signatures.map(({ name, title }) => ({ name, title })),
    },
    recipient: { name: facts.recipient.name },
    achievements: facts.achievements.map(({ code, name, mark, maximumMark }) => ({
      code,
      name,
      mark,
      maximumMark,
    })),
    issuedAt: now.toISOString(),
    expiresAt: null,
    serial: serial(now),
    verificationCode: code,
    verifyUrl: `${siteUrl}/verify/${code}`,
    template,
  };
}

/**
 * Writes the certificate and the job that renders it, in one transaction; what it corrects is superseded in the same.
 *
 * Once only: for the same facts the certificate there is, is the answer. Two requests at once queue at an advisory lock;
 * should anything get past it, the unique key decides and the loser reads the winner's row.
 */
export async function issueOnce(
  strapi: Core.Strapi,
  facts: EligibilityFacts,
  snapshot: Snapshot,
  { replaces, reason, priority = 0, record }: Issuing = {},
): Promise<Issued> {
  const { kind, subject, recipient } = facts;
  const slot = fingerprint('slot', kind, recipient.key, subject ?? '');
  const hash = factsHash(facts);
  const write = () =>
    strapi.db.transaction(async ({ trx, onCommit }) => {
      await trx.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [slot]);
      const last = await lastOf(strapi, kind, recipient.key, subject);
      if (replaces && last?.documentId !== replaces)
        throw obstacle('already-superseded', `Certificate ${replaces} has been replaced already`);
      // What a person took away comes back by a person only, not by asking for it again.
      if (last?.revokedAt && !replaces)
        throw notEligible({ eligible: false, rule: 'not-revoked', reason: 'revoked' });
      if (last && !replaces && last.factsHash === hash) {
        const standing = { documentId: last.documentId as string, isNew: false };
        await record?.(standing);
        return standing;
      }

      const created = await strapi.documents(CERTIFICATE).create({
        data: {
          kind,
          subject,
          language: snapshot.language,
          recipientKey: recipient.key,
          recipientName: recipient.name,
          serial: snapshot.serial,
          verificationCode: snapshot.verificationCode,
          issuedAt: snapshot.issuedAt,
          expiresAt: snapshot.expiresAt,
          // The predecessor is part of the key: the same marks, after others in between, are a new certificate.
          idempotencyKey: fingerprint(slot, hash, last?.idempotencyKey ?? ''),
          factsHash: hash,
          templateKey: snapshot.template.key,
          templateVersion: snapshot.template.version,
          fileName: fileName(recipient.fileStem, kind, subject),
          snapshot: snapshot as never,
        } as never,
      });
      if (last) {
        await strapi.db.query(CERTIFICATE).update({
          where: { id: last.id },
          data: {
            supersededAt: snapshot.issuedAt,
            supersededByKey: created.documentId,
            supersededReason: reason ?? null,
          },
        });
      }
      const { documentId } = created;
      await strapi
        .plugin('jobs')
        .service('queue')
        .enqueue(TASKS.render, { certificateId: documentId, priority }, { trx, key: documentId, priority });
      await record?.({ documentId, isNew: true });
      onCommit(() => void strapi.eventHub.emit(EVENTS.issue, { certificateId: documentId }));
      return { documentId, isNew: true };
    });

  try {
    return await write();
  } catch (error) {
    if ((error as { code?: string }).code !== UNIQUE_VIOLATION) throw error;
    const winner = await lastOf(strapi, kind, recipient.key, subject);
    if (!winner || winner.revokedAt) throw error;
    return { documentId: winner.documentId, isNew: false };
  }
}

/** The newest certificate of this recipient for this subject: the one that stands, unless it is revoked. */
const lastOf = (strapi: Core.Strapi, kind: Kind, recipientKey: string, subject: string | null) =>
  strapi.db.query(CERTIFICATE).findOne({ where: { kind, recipientKey, subject }, orderBy: { id: 'desc' } });
