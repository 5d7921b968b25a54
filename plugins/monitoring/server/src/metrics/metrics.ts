import type { Core } from '@strapi/types';
import type { Context, Next } from 'koa';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { countEvents } from './events';
import { addMailGauges, type MailHealth } from './mail-gauges';
import { addQueueGauges, addWorkerGauge, type Depth } from './queue-gauges';
import { measureRequests } from './requests';
import { addUpkeepGauges } from './upkeep-gauges';
import type { Upkeep } from '../upkeep/upkeep';

/** What other plugins may offer, found by name when it is needed: none of them has to be there. */
interface Offers {
  depths?(): Promise<Depth[]>;
  workers?(): Promise<{ seenAt: Date | string }[]>;
  holds?(): Promise<string[]>;
  health?(): Promise<MailHealth>;
}

export type Metrics = ReturnType<typeof createMetrics>;

/** What this process measures; nothing before `start()`, so that a process without a listener does not bear the cost. */
export function createMetrics(strapi: Core.Strapi, upkeep: Upkeep) {
  const registry = new Registry();
  let measure: ReturnType<typeof measureRequests> | null = null;
  let stopEvents: (() => void) | null = null;

  const offersOf = (uid: string): Offers => (strapi.service(uid as never) ?? {}) as Offers;
  /** @throws when there is no such plugin, or an older one that does not offer this: the figures are absent. */
  const offered = <Value>(value: Value | undefined): Value => {
    if (value === undefined) throw new Error('monitoring: not offered');
    return value;
  };

  return {
    /** For metrics of one's own: what is registered here is scraped with the rest. */
    registry,

    start(): void {
      if (measure) return;
      measure = measureRequests(registry);
      stopEvents = countEvents(registry);
      collectDefaultMetrics({ register: registry });
      addQueueGauges(registry, async () => offered(await offersOf('plugin::jobs.queue').depths?.()));
      addWorkerGauge(registry, async () => offered(await offersOf('plugin::jobs.queue').workers?.()));
      addMailGauges(registry, async () => offered(await offersOf('plugin::deliveries.ledger').health?.()));
      addUpkeepGauges(
        registry,
        upkeep,
        async () => offered(await offersOf('plugin::jobs.queue').holds?.()).length > 0,
      );
    },

    stop(): void {
      stopEvents?.();
      stopEvents = null;
      measure = null;
      registry.clear();
    },

    /** The first middleware of the application's server. */
    middleware: (ctx: Context, next: Next): Promise<unknown> => (measure ? measure(ctx, next) : next()),

    read: async () => ({ type: registry.contentType, text: await registry.metrics() }),
  };
}
