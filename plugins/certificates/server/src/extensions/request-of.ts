import type { FactsRequest } from '../intake/source';

/** What to ask the source that a certificate, or a run, came from. */
export const requestOf = (row: {
  source?: string | null;
  kind: FactsRequest['kind'];
  recipientKey: string;
  subject?: string | null;
}): FactsRequest => ({
  source: row.source ?? undefined,
  kind: row.kind,
  recipientKey: row.recipientKey,
  subject: row.subject ?? undefined,
});
