import type { Core } from '@strapi/types';
import type { Picture, Settings } from '../../../shared/contracts/settings';
import type { Snapshot } from '../../../shared/snapshot';
import type { CertificatesConfig } from '../config';
import { CERTIFICATE, EVENTS, TASKS } from '../constants';
import type { Asking, EligibilityFacts } from '../eligibility/facts';
import { notEligible, obstacle } from '../errors';
import { publish } from '../extensions/events';
import { fingerprint, serial, verificationCode } from './codes';
import { issuerOf } from './snapshot-issuer';
import { expiresAtOf } from './expiry';
import { fileName } from './file-name';
import { isRenewable, outlives } from '../verification/renewal';

const UNIQUE_VIOLATION = '23505';

export interface Issued {
  documentId: string;
  /** False when the same facts had been certified already. */
  isNew: boolean;
}

/** What may be added to the usual way of issuing. */
export interface Issuing {
  /** Who wants it; not given: nobody, it follows from what was saved. */
  asked?: Asking['asked'];
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
export const factsHash = ({ recipient, achievements, expiresAt }: EligibilityFacts): string =>
  fingerprint(
    recipient.name,
    ...achievements.flatMap(({ code, name, mark, maximumMark }) => [
      code,
      name,
      String(mark),
      String(maximumMark),
    ]),
    ...(expiresAt === undefined ? [] : ['until', String(expiresAt)]),
  );

export function takeSnapshot(
  facts: EligibilityFacts,
  config: CertificatesConfig,
  { branding, expiry }: Settings,
  template: Snapshot['template'],
  now: Date,
  pictures: Map<string, Picture> = new Map(),
): Snapshot {
  const code = verificationCode();
  return {
    version: 1,
    kind: facts.kind,
    language: facts.recipient.language,
    issuer: issuerOf(config, branding, facts.recipient.language, pictures),
    recipient: { name: facts.recipient.name },
    achievements: facts.achievements.map(({ code, name, mark, maximumMark }) => ({
      code,
      name,
      mark,
      maximumMark,
    })),
    issuedAt: now.toISOString(),
    expiresAt: expiresAtOf(expiry[facts.kind], now, facts.expiresAt),
    serial: serial(now),
    verificationCode: code,
    verifyUrl: `${config.siteUrl}/verify/${code}`,
    template,
  };
}

/** Where a certificate is issued: the source it comes from, what it says, and by which clock. */
export interface Issue {
  source: string;
  facts: EligibilityFacts;
  snapshot: Snapshot;
  /** Days before the end, see `isRenewable`. */
  reminders: number[];
}

/**
 * Writes the certificate and the job that renders it, in one transaction; what it corrects is superseded, and what it
 * renews is told so, in the same.
 *
 * Once only: for the same facts the certificate there is, is the answer, until it can be renewed. Two requests at once
 * queue at an advisory lock; should anything get past it, the unique key decides and the loser reads the winner's row.
 */
export async function issueOnce(
  strapi: Core.Strapi,
  { source, facts, snapshot, reminders }: Issue,
  { replaces, reason, priority = 0, record }: Issuing = {},
): Promise<Issued> {
  const { kind, subject, recipient } = facts;
  const slot = fingerprint('slot', source, kind, recipient.key, subject ?? '');
  const hash = factsHash(facts);
  const now = new Date(snapshot.issuedAt);
  const last = () =>
    strapi.db.query(CERTIFICATE).findOne({
      where: { source, kind, recipientKey: recipient.key, subject },
      orderBy: { id: 'desc' },
    });
  const write = () =>
    strapi.db.transaction(async ({ trx, onCommit }) => {
      await trx.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [slot]);
      const before = await last();
      if (replaces && before?.documentId !== replaces)
        throw obstacle('already-superseded', `Certificate ${replaces} has been replaced already`);
      // What a person took away comes back by a person only, not by asking for it again.
      if (before?.revokedAt && !replaces)
        throw notEligible({ eligible: false, rule: 'not-revoked', reason: 'revoked' });
      const follows = replaces ? 'corrects' : follow(before, { hash, snapshot, reminders, now });
      if (follows === 'repeats') {
        const standing = { documentId: before.documentId as string, isNew: false };
        await record?.(standing);
        return standing;
      }

      const { documentId } = await strapi.documents(CERTIFICATE).create({
        data: {
          source,
          kind,
          subject,
          subjectKey: facts.subjectKey ?? null,
          language: snapshot.language,
          recipientKey: recipient.key,
          recipientName: recipient.name,
          serial: snapshot.serial,
          verificationCode: snapshot.verificationCode,
          issuedAt: snapshot.issuedAt,
          expiresAt: snapshot.expiresAt,
          // The predecessor is part of the key: the same marks, after others in between, are a new certificate.
          idempotencyKey: fingerprint(slot, hash, before?.idempotencyKey ?? ''),
          factsHash: hash,
          templateKey: snapshot.template.key,
          templateVersion: snapshot.template.version,
          fileName: fileName(recipient.fileStem, kind, subject),
          snapshot: snapshot as never,
        } as never,
      });
      if (before) {
        const at = snapshot.issuedAt;
        await strapi.db.query(CERTIFICATE).update({
          where: { id: before.id },
          data:
            follows === 'renews'
              ? { renewedAt: at, renewedByKey: documentId }
              : { supersededAt: at, supersededByKey: documentId, supersededReason: reason ?? null },
        });
      }
      await strapi
        .plugin('jobs')
        .service('queue')
        .enqueue(TASKS.render, { certificateId: documentId, priority }, { trx, key: documentId, priority });
      await record?.({ documentId, isNew: true });
      onCommit(() => publish(strapi, EVENTS.issue, { certificateId: documentId, source, kind, subject }));
      return { documentId, isNew: true };
    });

  try {
    return await write();
  } catch (error) {
    if (!isTaken(error)) throw error;
    const winner = await last();
    if (!winner || winner.revokedAt) throw error;
    return { documentId: winner.documentId, isNew: false };
  }
}

/** Somebody else has written it: told by the unique key, or already by Strapi, which looks before it writes. */
function isTaken(error: any): boolean {
  const invalid: { path: string[] }[] = error.name === 'ValidationError' ? (error.details?.errors ?? []) : [];
  return error.code === UNIQUE_VIOLATION || invalid.some(({ path }) => path[0] === 'idempotencyKey');
}

interface Next {
  hash: string;
  snapshot: Snapshot;
  reminders: number[];
  now: Date;
}

/**
 * What a new certificate would be to the newest one of this recipient for this subject. One that has expired says nothing
 * any more that could be wrong: what comes after it renews it, also with other marks.
 */
function follow(
  before: any,
  { hash, snapshot, reminders, now }: Next,
): 'begins' | 'repeats' | 'renews' | 'corrects' {
  if (!before) return 'begins';
  const hasExpired = before.expiresAt && new Date(before.expiresAt) <= now;
  const isSame = before.factsHash === hash;
  if (isRenewable(before, reminders, now) && outlives(snapshot.expiresAt, before) && (isSame || hasExpired))
    return 'renews';
  return isSame ? 'repeats' : 'corrects';
}
