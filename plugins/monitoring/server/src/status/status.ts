import type { Core } from '@strapi/types';
import type { StatusLine, Subject, Verdict } from '../../../shared/contracts/status';
import type { MailHealth } from '../metrics/mail-gauges';
import type { Depth } from '../metrics/queue-gauges';
import type { Upkeep } from '../upkeep/upkeep';
import { THRESHOLDS } from './thresholds';

const PATIENCE_MS = 3_000;

interface Offers {
  depths?(): Promise<Depth[]>;
  workers?(): Promise<{ seenAt: Date | string }[]>;
  holds?(): Promise<string[]>;
  health?(): Promise<MailHealth>;
}

/** What cannot be asked in time is unknown, and keeps nobody waiting. */
async function inTime<Value>(asked: Promise<Value> | undefined): Promise<Value | undefined> {
  const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), PATIENCE_MS).unref());
  return Promise.race([Promise.resolve(asked).catch(() => undefined), late]);
}

const line = (
  subject: Subject,
  value: number | null | undefined,
  verdict: (value: number) => Verdict,
): StatusLine => ({
  subject,
  value: value ?? null,
  verdict: value === null || value === undefined ? 'unknown' : verdict(value),
});
const above =
  (limit: number, otherwise: Verdict = 'bad') =>
  (value: number): Verdict =>
    value > limit ? otherwise : 'good';
const below =
  (limit: number, otherwise: Verdict = 'bad') =>
  (value: number): Verdict =>
    value < limit ? otherwise : 'good';

/** How everything is, in the words of the alerts: for who has no Prometheus. */
export function createStatus(strapi: Core.Strapi, upkeep: Upkeep) {
  const offersOf = (uid: string): Offers => (strapi.service(uid as never) ?? {}) as Offers;

  return {
    async read(): Promise<StatusLine[]> {
      const queue = offersOf('plugin::jobs.queue');
      const begun = performance.now();
      const [database, depths, workers, holds, mail, backup, drill, disks, tls] = await Promise.all([
        inTime(strapi.db.connection.raw('select 1').then(() => (performance.now() - begun) / 1000)),
        inTime(queue.depths?.()),
        inTime(queue.workers?.()),
        inTime(queue.holds?.()),
        inTime(offersOf('plugin::deliveries.ledger').health?.()),
        inTime(upkeep.ageSeconds('backup')),
        inTime(upkeep.ageSeconds('drill')),
        inTime(upkeep.disks()),
        inTime(upkeep.tlsSeconds()),
      ]);
      const seen = workers?.map(({ seenAt }) => (Date.now() - new Date(seenAt).getTime()) / 1000);
      const oldest =
        depths && Math.max(0, ...depths.map(({ oldestReadySeconds }) => oldestReadySeconds ?? 0));
      const mailLine: StatusLine = {
        ...line('mail', mail?.waiting, () => 'good'),
        ...(mail?.down ? { verdict: 'bad' as const } : {}),
      };
      return [
        {
          ...line('database', database, () => 'good'),
          ...(database === undefined ? { verdict: 'bad' as const } : {}),
        },
        seen?.length === 0
          ? { subject: 'worker', value: null, verdict: 'bad' }
          : line('worker', seen && Math.min(...seen), above(THRESHOLDS.workerSilentSeconds)),
        line('oldestJob', oldest, above(THRESHOLDS.oldestJobSeconds)),
        line(
          'deadLetters',
          depths?.reduce((sum, { dead }) => sum + dead, 0),
          above(0, 'warning'),
        ),
        line('hold', holds?.length, above(0, 'warning')),
        mailLine,
        line('backup', backup, above(THRESHOLDS.backupAgeSeconds)),
        line('drill', drill, above(THRESHOLDS.drillAgeSeconds, 'warning')),
        ...(disks ?? []).map(({ folder, free }) => ({
          ...line('disk', free, below(THRESHOLDS.diskFreeRatio)),
          folder,
        })),
        // A site without TLS of its own has nothing that could run out.
        ...(tls === null ? [] : [line('tls', tls, below(THRESHOLDS.tlsSeconds))]),
      ];
    },
  };
}
