import { setImmediate } from 'node:timers/promises';
import type { Core } from '@strapi/types';
import { errors } from '@strapi/utils';
import type { PreviewRow } from '../../../shared/contracts/administration';
import type { Kind } from '../../../shared/contracts/certificate';
import { CERTIFICATE } from '../constants';
import { factsHash } from '../issuance/issue';
import type { Access } from './access';
import { refusalOf } from './refusal';
import { administrationOf } from './subjects';

const BATCH = 500;

export interface About {
  kind: Kind;
  subject: string | null;
}

/** @throws NotFoundError (404) where the user may not issue it, as where there is no such subject. */
export function checkMayIssue(access: Access, about: About): void {
  if (access.may('issue', about)) return;
  throw new errors.NotFoundError(`There is nothing to issue for ${about.subject ?? about.kind}`);
}

/** Who would get a certificate, who would not and why. Writes nothing. */
export async function previewIssue(strapi: Core.Strapi, access: Access, about: About): Promise<PreviewRow[]> {
  checkMayIssue(access, about);
  const source = administrationOf(strapi);
  if (!source) return [];
  const { kind, subject } = about;
  const keys = await source.candidates(kind, subject);
  const settings = await strapi.plugin('certificates').service('settings').current();
  const rows: PreviewRow[] = [];
  for (let index = 0; index < keys.length; index += BATCH) {
    const batch = keys.slice(index, index + BATCH);
    const [factsOf, lastOf] = await Promise.all([
      source.factsOfMany(kind, subject, batch),
      lastCertificates(strapi, about, batch),
    ]);
    for (const recipientKey of batch) {
      const facts = factsOf.get(recipientKey);
      if (!facts) continue;
      const last = lastOf.get(recipientKey);
      const reason = last?.revokedAt ? 'revoked' : await refusalOf(strapi, facts, settings);
      const state = reason
        ? 'refused'
        : !last
          ? 'ready'
          : last.factsHash === factsHash(facts)
            ? 'issued'
            : 'changed';
      rows.push({
        recipientKey,
        name: facts.recipient.name,
        state,
        reason,
        certificateId: last?.documentId ?? null,
      });
    }
    // A large class must not hold up whoever else is served by this process.
    await setImmediate();
  }
  return rows.sort((a, b) => a.name.localeCompare(b.name));
}

async function lastCertificates(
  strapi: Core.Strapi,
  { kind, subject }: About,
  recipientKeys: string[],
): Promise<Map<string, any>> {
  const rows = await strapi.db.query(CERTIFICATE).findMany({
    where: { kind, subject, recipientKey: { $in: recipientKeys } },
    select: ['documentId', 'recipientKey', 'factsHash', 'revokedAt'],
    orderBy: { id: 'asc' },
  });
  return new Map(rows.map((row) => [row.recipientKey, row]));
}
