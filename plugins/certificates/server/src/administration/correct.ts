import type { Core } from '@strapi/types';
import type { CorrectionResponse } from '../../../shared/contracts/administration';
import type { Achievement } from '../../../shared/contracts/certificate';
import type { Snapshot } from '../../../shared/snapshot';
import type { EligibilityFacts } from '../eligibility/facts';
import { obstacle } from '../errors';
import { requestOf } from '../extensions/request-of';
import type { Issued } from '../issuance/issue';
import type { Access } from './access';
import { writeAudit, type Actor } from './audit';
import { findCertificate } from './find-certificate';
import { refusalOf } from './refusal';

const factsOf = async (strapi: Core.Strapi, row: any): Promise<EligibilityFacts> => {
  if (!row.recipientKey) throw obstacle('recipient-gone', 'The recipient has left');
  return strapi.plugin('certificates').service('issuance').facts(requestOf(row));
};

const inWords = ({ name, mark, maximumMark }: Achievement): string =>
  `${name} · ${mark ?? '–'} / ${maximumMark}`;

/**
 * What would be different in a new certificate. Nothing is typed here: a name or a mark is corrected where it stands, and
 * the certificate follows, so that the next one does not bring the mistake back.
 */
export async function previewCorrection(
  strapi: Core.Strapi,
  access: Access,
  documentId: string,
): Promise<CorrectionResponse['data']> {
  const row = await findCertificate(strapi, access, 'correct', documentId);
  const before = row.snapshot as Snapshot;
  const facts = await factsOf(strapi, row);
  const changes: CorrectionResponse['data']['changes'] = [];
  if (before.recipient.name !== facts.recipient.name)
    changes.push({ field: 'recipient', code: null, from: before.recipient.name, to: facts.recipient.name });
  const codes = new Set([...before.achievements, ...facts.achievements].map(({ code }) => code));
  for (const code of codes) {
    const [from, to] = [before.achievements, facts.achievements].map((achievements) => {
      const found = achievements.find((one) => one.code === code);
      return found ? inWords(found) : '';
    }) as [string, string];
    if (from !== to) changes.push({ field: 'achievement', code, from, to });
  }
  return { changes, refusal: await refusalOf(strapi, facts, { source: row.source }) };
}

/**
 * Issues a new certificate by the facts of today, which supersedes this one; also one that says the same (a design that
 * was wrong, a revocation that was a mistake: the revoked one stays revoked).
 *
 * @throws NotFoundError; PolicyError (403) when the rules say no; 409 `already-superseded`, `recipient-gone`
 */
export async function correctCertificate(
  strapi: Core.Strapi,
  access: Access,
  actor: Actor,
  documentId: string,
  reason: string,
): Promise<Issued> {
  const row = await findCertificate(strapi, access, 'correct', documentId);
  if (!row.recipientKey) throw obstacle('recipient-gone', 'The recipient has left');
  return strapi
    .plugin('certificates')
    .service('issuance')
    .issue(requestOf(row), {
      asked: 'staff',
      replaces: documentId,
      reason,
      record: (issued: Issued) =>
        writeAudit(strapi, actor, {
          action: 'corrected',
          certificateKey: issued.documentId,
          reason,
          details: { replaces: documentId },
        }),
    });
}
