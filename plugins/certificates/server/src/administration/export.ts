import { Readable } from 'node:stream';
import type { Core } from '@strapi/types';
import { CERTIFICATE } from '../constants';
import type { Access } from './access';
import { writeAudit, type Actor } from './audit';
import { csvLine } from './csv';
import { whereOf, type ListFilters } from './list-query';
import { iso, toListed } from './listed';

const BATCH = 500;
/** Excel reads UTF-8 only with this in front. */
const BYTE_ORDER_MARK = '\uFEFF';
const HEADINGS = [
  'serial',
  'recipient',
  'kind',
  'subject',
  'title',
  'language',
  'issued',
  'status',
  'stage',
  'expires',
  'revoked',
  'revocation reason',
  'superseded',
];

/** The list as CSV, read and sent in pieces, so that memory stays flat. The audit has it before the first piece goes. */
export async function exportCertificates(
  strapi: Core.Strapi,
  access: Access,
  filters: ListFilters,
  actor: Actor,
): Promise<Readable> {
  const now = new Date();
  const where = whereOf(filters, access.where('export'), now);
  const { kind, subject, status, from, to } = filters;
  await strapi.db.transaction(async () => {
    const count = await strapi.db.query(CERTIFICATE).count({ where });
    await writeAudit(strapi, actor, {
      action: 'exported',
      details: { count, kind, subject, status, from, to },
    });
  });

  async function* lines() {
    yield BYTE_ORDER_MARK + csvLine(HEADINGS);
    let last: number | null = null;
    for (;;) {
      const rows: any[] = await strapi.db.query(CERTIFICATE).findMany({
        where: last === null ? where : { $and: [where, { id: { $lt: last } }] },
        orderBy: { id: 'desc' },
        limit: BATCH,
      });
      if (rows.length === 0) return;
      yield rows.map((row) => csvLine(fieldsOf(row, now))).join('');
      last = Number(rows.at(-1)?.id);
    }
  }
  return Readable.from(lines());
}

function fieldsOf(row: any, now: Date): (string | null)[] {
  const { serial, recipient, kind, subject, title, language, issuedAt, status, stage } = toListed(row, now);
  const { expiresAt, revokedAt, revocationReason, supersededAt } = row;
  return [
    serial,
    recipient,
    kind,
    subject,
    title,
    language,
    issuedAt,
    status,
    stage,
    iso(expiresAt),
    iso(revokedAt),
    revocationReason,
    iso(supersededAt),
  ];
}
