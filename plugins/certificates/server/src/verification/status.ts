import type { Stage, Status } from '../../../shared/contracts/certificate';

interface Dates {
  renderedAt?: string | Date | null;
  deliveredAt?: string | Date | null;
  revokedAt?: string | Date | null;
  supersededAt?: string | Date | null;
  expiresAt?: string | Date | null;
}

/** Revoked weighs more than superseded, and that more than expired: the strongest reason not to trust it is told. */
export function statusOf({ revokedAt, supersededAt, expiresAt }: Dates, now: Date): Status {
  if (revokedAt) return 'revoked';
  if (supersededAt) return 'superseded';
  if (expiresAt && new Date(expiresAt) <= now) return 'expired';
  return 'valid';
}

export const stageOf = ({ renderedAt, deliveredAt }: Dates): Stage =>
  deliveredAt ? 'delivered' : renderedAt ? 'rendered' : 'queued';
