import type { Expiry } from '../../../shared/contracts/settings';
import type { Decision } from '../eligibility/facts';

/** The same day of the month, or the month's last where it has none; the end of that day, UTC. */
function monthsLater(from: Date, months: number): Date {
  const [year, month] = [from.getUTCFullYear(), from.getUTCMonth() + months];
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(from.getUTCDate(), lastDay), 23, 59, 59, 999));
}

/**
 * Until when a certificate of this day is good.
 * @param given what the source says: it goes before the settings; null is for ever.
 * @returns ISO 8601, UTC; null when it does not expire.
 */
export function expiresAtOf(
  expiry: Expiry,
  issuedAt: Date,
  given?: string | null | undefined,
): string | null {
  if (given !== undefined) return given === null ? null : new Date(given).toISOString();
  switch (expiry.type) {
    case 'never':
      return null;
    case 'period':
      return monthsLater(issuedAt, expiry.months).toISOString();
    case 'date':
      return `${expiry.on}T23:59:59.999Z`;
  }
}

/** Nothing is issued that has expired already: a fixed day that nobody moved on. */
export function decideExpiry(expiresAt: string | null, now: Date): Decision {
  if (expiresAt === null || new Date(expiresAt) > now) return { eligible: true };
  return {
    eligible: false,
    rule: 'expiry',
    reason: 'expiry-in-the-past',
    details: { expiresAt: expiresAt.slice(0, 10) },
  };
}
