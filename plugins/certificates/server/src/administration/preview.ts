import { setImmediate } from 'node:timers/promises';
import type { Core } from '@strapi/types';
import { errors } from '@strapi/utils';
import type { PreviewRow, PreviewState } from '../../../shared/contracts/administration';
import { parseConfig } from '../config';
import { CERTIFICATE } from '../constants';
import { factsHash } from '../issuance/issue';
import { isRenewable } from '../verification/renewal';
import type { Access } from './access';
import { refusalOf, REVOKED } from './refusal';
import { administrationOf, type About } from './subjects';

/** Recipients whose facts are asked for at once: each time costs the source a handful of statements. */
const BATCH = 2000;
/** Made once: it takes longer to make than to compare thousands of names. */
const { compare } = new Intl.Collator();

/** @throws NotFoundError (404) where the user may not issue it, as where there is no such subject. */
export function checkMayIssue(access: Access, about: About): void {
  if (access.may('issue', about)) return;
  throw new errors.NotFoundError(`There is nothing to issue for ${about.subject ?? about.kind}`);
}

/** Who would get a certificate, who would not and why. Writes nothing. */
export async function previewIssue(strapi: Core.Strapi, access: Access, about: About): Promise<PreviewRow[]> {
  checkMayIssue(access, about);
  const { kind, subject } = about;
  const source = administrationOf(strapi, about.source);
  if (!source) return [];
  const { reminders } = parseConfig(strapi.config.get('plugin::certificates'));
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
      const refusal = last?.revokedAt
        ? REVOKED
        : await refusalOf(strapi, facts, { source: about.source, settings });
      const state = (): PreviewState => {
        if (refusal) return 'refused';
        if (!last) return 'ready';
        if (last.factsHash !== factsHash(facts)) return 'changed';
        return isRenewable(last, reminders, new Date()) ? 'renewable' : 'issued';
      };
      rows.push({
        recipientKey,
        name: facts.recipient.name,
        state: state(),
        refusal,
        certificateId: last?.documentId ?? null,
      });
    }
    // A large class must not hold up whoever else is served by this process.
    await setImmediate();
  }
  return rows.sort((a, b) => compare(a.name, b.name));
}

async function lastCertificates(
  strapi: Core.Strapi,
  { source, kind, subject }: About,
  recipientKeys: string[],
): Promise<Map<string, any>> {
  const rows = await strapi.db.query(CERTIFICATE).findMany({
    where: { source, kind, subject, recipientKey: { $in: recipientKeys } },
    select: ['documentId', 'recipientKey', 'factsHash', 'issuedAt', 'expiresAt', 'revokedAt'],
    orderBy: { id: 'asc' },
  });
  return new Map(rows.map((row) => [row.recipientKey, row]));
}
