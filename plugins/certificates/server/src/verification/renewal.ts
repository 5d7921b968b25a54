const DAY_MS = 24 * 60 * 60 * 1000;

type When = string | Date | null | undefined;

export interface Lifetime {
  issuedAt: When;
  expiresAt?: When;
  revokedAt?: When;
  supersededAt?: When;
  renewedAt?: When;
}

/** Whether it stands, or stood until it expired, and nothing has taken its place. */
const isLast = ({ revokedAt, supersededAt, renewedAt }: Lifetime): boolean =>
  !revokedAt && !supersededAt && !renewedAt;

/**
 * Whether asking again gives a new certificate although nothing else has changed: it has expired, or the first reminder
 * is due. Never in the first half of its life, or one that lives for less than the reminder would be renewed for ever.
 * @param reminders days before the end
 */
export function isRenewable(certificate: Lifetime, reminders: number[], now: Date): boolean {
  if (!certificate.expiresAt || !isLast(certificate)) return false;
  const [issued, end] = [certificate.issuedAt, certificate.expiresAt].map((at) =>
    Number(new Date(at as string)),
  );
  const window = Math.max(0, ...reminders) * DAY_MS;
  const from = Math.max((end as number) - window, ((issued as number) + (end as number)) / 2);
  return now.getTime() >= from;
}

/** Whether a certificate that would be good until `next` (null: for ever) renews this one, rather than repeating it. */
export const outlives = (next: string | null, { expiresAt }: Lifetime): boolean =>
  next === null || (Boolean(expiresAt) && new Date(next) > new Date(expiresAt as string));

/**
 * The reminder that is due: the last one whose day has come, so that one that was missed is not sent beside the next.
 * @returns days before the end; null for none, and where its day was before the day of issue
 */
export function dueReminder(certificate: Lifetime, reminders: number[], now: Date): number | null {
  if (!certificate.expiresAt || !isLast(certificate)) return null;
  const end = Number(new Date(certificate.expiresAt));
  if (end <= now.getTime()) return null;
  const due = reminders.filter((days) => end - days * DAY_MS <= now.getTime());
  if (due.length === 0) return null;
  const days = Math.min(...due);
  return end - days * DAY_MS > Number(new Date(certificate.issuedAt as string)) ? days : null;
}

/** Whole days until the end, the day of the end being 0; null where it does not expire, and once it has. */
export function daysLeft(expiresAt: When, now: Date): number | null {
  if (!expiresAt || new Date(expiresAt) <= now) return null;
  return Math.floor((Number(new Date(expiresAt)) - now.getTime()) / DAY_MS);
}
