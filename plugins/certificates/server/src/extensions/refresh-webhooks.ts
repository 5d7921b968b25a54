import type { Core } from '@strapi/types';
import { EVENTS } from '../constants';

interface Webhook {
  id: string;
  events: string[];
}
interface Runner {
  webhooksMap: Map<string, Webhook[]>;
  add(webhook: Webhook): void;
  remove(webhook: Webhook): void;
}

/** Milliseconds for which what was read is good enough. */
const FRESH_MS = 2000;
const OURS: readonly string[] = Object.values(EVENTS);
const readAt = new WeakMap<object, { at: number; reading: Promise<void> }>();

/**
 * Strapi reads its webhooks once, at the start, and tells a change only to the process that served it; certificates are
 * drawn and mailed by others. So those that name one of our events are read again before one is sent.
 */
export function refreshWebhooks(strapi: Core.Strapi): Promise<void> {
  const last = readAt.get(strapi);
  if (last && Date.now() - last.at < FRESH_MS) return last.reading;
  const reading = read(strapi);
  readAt.set(strapi, { at: Date.now(), reading });
  return reading;
}

async function read(strapi: Core.Strapi): Promise<void> {
  const runner = strapi.get('webhookRunner') as unknown as Runner;
  const stored: Webhook[] = await strapi.get('webhookStore').findWebhooks();
  const known = new Map([...runner.webhooksMap.values()].flat().map((webhook) => [webhook.id, webhook]));
  const isOurs = ({ events }: Webhook) => events.some((event) => OURS.includes(event));
  for (const webhook of known.values())
    if (isOurs(webhook) && !stored.some(({ id }) => id === webhook.id)) runner.remove(webhook);
  for (const webhook of stored) {
    const before = known.get(webhook.id);
    // Only what has changed: each change takes listeners away for a moment, in which an event would pass unheard.
    if (JSON.stringify(before) === JSON.stringify(webhook)) continue;
    if (!isOurs(webhook) && !(before && isOurs(before))) continue;
    if (before) runner.remove(before);
    runner.add(webhook);
  }
}
