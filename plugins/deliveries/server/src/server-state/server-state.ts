import type { Core } from '@strapi/types';
import { DELIVERY, MAIL_SERVER } from '../constants';
import { UNFINISHED } from '../ledger/states';
import { nextProbe } from '../ledger/policy';

const NAME = 'default';
/** A failure after the connection was made may be one mail's; several in a row are the server's. */
const FAILURES_ALLOWED = 3;

/**
 * A circuit breaker that all workers share: while the mail server is down, no mail but one at a time knocks at it. What
 * waits does not count its attempts, and is let go all at once when one gets through.
 */
export function createServerState(strapi: Core.Strapi) {
  const rows = () => strapi.db.query(MAIL_SERVER);
  const row = () => rows().findOne({ where: { name: NAME } });

  return {
    async prepare(): Promise<void> {
      if (await row()) return;
      await strapi.db
        .connection('delivery_mail_servers')
        .insert({ name: NAME, failures: 0, probes: 0 })
        .onConflict('name')
        .ignore();
    },

    /** What is known of the server: `downSince` is null while it works. */
    async current(): Promise<{ downSince: Date | null; probeAt: Date | null; lastError: string | null }> {
      const found = await row();
      const date = (value?: string | null) => (value ? new Date(value) : null);
      return {
        downSince: date(found?.downSince),
        probeAt: date(found?.probeAt),
        lastError: found?.lastError ?? null,
      };
    },

    /** Whether this delivery may be tried now. */
    async mayTry(key: string): Promise<boolean> {
      const found = await row();
      return !found?.downSince || found.probeKey === key;
    },

    /** @param unreachable whether it was so for any mail, at the first look. */
    async failed(lastError: string, unreachable: boolean, now: Date): Promise<void> {
      const found = await row();
      if (!found) return;
      const failures = found.failures + 1;
      const down = Boolean(found.downSince) || unreachable || failures >= FAILURES_ALLOWED;
      await rows().update({
        where: { id: found.id },
        data: {
          failures,
          lastError,
          ...(down
            ? {
                downSince: found.downSince ?? now.toISOString(),
                probeAt: found.probeAt ?? nextProbe(0, now).toISOString(),
                probeKey: null,
              }
            : {}),
        },
      });
      if (down && !found.downSince)
        strapi.log.error('deliveries: the mail server does not take mail; trying one at a time');
    },

    /** It talks to us: everything that waits may go. */
    async answered(now: Date): Promise<void> {
      const { count } = await rows().updateMany({
        where: { name: NAME, $or: [{ failures: { $gt: 0 } }, { downSince: { $notNull: true } }] },
        data: { failures: 0, downSince: null, probes: 0, probeAt: null, probeKey: null, lastError: null },
      });
      if (count === 0) return;
      await strapi.db
        .query(DELIVERY)
        .updateMany({ where: UNFINISHED, data: { nextAttemptAt: now.toISOString() } });
      strapi.log.info('deliveries: the mail server takes mail');
    },

    /**
     * The one mail that tries whether the server is back, when it is time. Two workers at once get one between them.
     * @returns its key, or null.
     */
    async claimProbe(now: Date): Promise<string | null> {
      const found = await row();
      if (!found?.downSince || !found.probeAt || new Date(found.probeAt) > now) return null;
      // What may have arrived once already has only one more try, so others go first.
      const [candidate] = await strapi.db.query(DELIVERY).findMany({
        where: UNFINISHED,
        orderBy: [{ unknowns: 'asc' }, { attempts: 'asc' }, { priority: 'desc' }, { queuedAt: 'asc' }],
        limit: 1,
      });
      if (!candidate) return null;
      const probes = found.probes + 1;
      const { count } = await rows().updateMany({
        where: { id: found.id, probes: found.probes, downSince: { $notNull: true } },
        data: { probes, probeAt: nextProbe(probes, now).toISOString(), probeKey: candidate.key },
      });
      return count === 1 ? candidate.key : null;
    },
  };
}
export type ServerState = ReturnType<typeof createServerState>;
