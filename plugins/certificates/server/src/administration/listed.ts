import type { ListedCertificate } from '../../../shared/contracts/administration';
import { stageOf, statusOf } from '../verification/status';

export const iso = (value: string | Date | null | undefined): string | null =>
  value ? new Date(value).toISOString() : null;

/** A row of certificates as the list shows it. */
export const toListed = (row: any, now: Date): ListedCertificate => ({
  id: row.documentId,
  serial: row.serial,
  recipient: row.recipientName ?? '',
  kind: row.kind,
  subject: row.subject ?? null,
  title: row.kind === 'module' ? (row.snapshot.achievements[0]?.name ?? '') : '',
  language: row.language,
  issuedAt: iso(row.issuedAt) as string,
  status: statusOf(row, now),
  stage: stageOf(row),
});
