import type { Happening, TimelineEntry } from '../../../shared/contracts/administration';

type When = string | Date | null | undefined;

export interface TimelineSources {
  certificate: {
    issuedAt: When;
    renderedAt?: When;
    revokedAt?: When;
    revocationReason?: string | null;
    supersededAt?: When;
    supersededReason?: string | null;
    expiresAt?: When;
    renewedAt?: When;
  };
  /** False where the recipient left before it could be rendered, so that `renderedAt` only says "never". */
  wasRendered: boolean;
  attempts: { startedAt: When; endedAt?: When; outcome?: string | null; answer?: string | null }[];
  /** Mails about its end that were sent. */
  reminders: { sentAt: When }[];
  audit: { action: string; actor: string; at: When; reason?: string | null }[];
  now: Date;
}

const OUTCOMES: Record<string, Happening> = {
  sent: 'mail-sent',
  deferred: 'mail-deferred',
  refused: 'mail-refused',
  'broken-off': 'mail-deferred',
  unknown: 'mail-unknown',
};

/** How long an attempt may go without an outcome before it counts as broken off; above any timeout of a mail server. */
const ATTEMPT_MS = 10 * 60 * 1000;

/** Everything that happened to one certificate, newest first. */
export function timelineOf(sources: TimelineSources): TimelineEntry[] {
  const { certificate, wasRendered, attempts, audit, reminders, now } = sources;
  const entries: TimelineEntry[] = [];
  const add = (what: Happening, at: When, actor: string | null = null, reason: string | null = null) => {
    if (at) entries.push({ what, at: new Date(at).toISOString(), actor, reason });
  };
  const acted = (action: string) => audit.find((entry) => entry.action === action);

  const correction = acted('corrected');
  if (correction) add('corrects', certificate.issuedAt, correction.actor, correction.reason);
  else add('issued', certificate.issuedAt, acted('issued')?.actor ?? null);
  if (wasRendered) add('rendered', certificate.renderedAt);
  for (const { startedAt, endedAt, outcome, answer } of attempts) {
    const known = OUTCOMES[outcome ?? ''];
    if (known) add(known, endedAt ?? startedAt, null, known === 'mail-sent' ? null : (answer ?? null));
    else if (now.getTime() - new Date(startedAt as string).getTime() > ATTEMPT_MS)
      add('mail-unknown', startedAt);
  }
  for (const { action, at, actor, reason } of audit)
    if (action === 'resent' || action === 'drawn-again') add(action, at, actor, reason ?? null);
  add('revoked', certificate.revokedAt, acted('revoked')?.actor, certificate.revocationReason);
  add('superseded', certificate.supersededAt, null, certificate.supersededReason);
  for (const { sentAt } of reminders) add('reminded', sentAt);
  if (certificate.expiresAt && new Date(certificate.expiresAt) <= now) add('expired', certificate.expiresAt);
  add('renewed', certificate.renewedAt);
  // What happened at the same moment stays in the order above, turned round.
  return entries
    .map((entry, index) => ({ entry, index }))
    .sort((a, b) => b.entry.at.localeCompare(a.entry.at) || b.index - a.index)
    .map(({ entry }) => entry);
}
