import type { Core } from '@strapi/types';
import type { Kind } from '../../../shared/contracts/certificate';
import { EVENTS } from '../constants';
import { refreshWebhooks } from './refresh-webhooks';

export interface CertificateEvent {
  /** The documentId. */
  certificateId: string;
  /** The key of the source it came from. */
  source: string | null;
  kind: Kind;
  subject: string | null;
}

/** What each event carries: ids, and nothing of a person. Sent after the commit; also to Strapi's webhooks. */
export interface CertificateEvents {
  'certificate.issue': CertificateEvent;
  'certificate.render': CertificateEvent;
  /** Its mail was handed to the mail server. */
  'certificate.deliver': CertificateEvent;
  'certificate.revoke': CertificateEvent;
}
export type CertificateEventName = keyof CertificateEvents;

export const eventOf = (row: {
  documentId: string;
  source?: string | null;
  kind: Kind;
  subject?: string | null;
}): CertificateEvent => ({
  certificateId: row.documentId,
  source: row.source ?? null,
  kind: row.kind,
  subject: row.subject ?? null,
});

/** Tells everybody who listens. Never throws and is never waited for: what happened has happened. */
export function publish<Name extends CertificateEventName>(
  strapi: Core.Strapi,
  name: Name,
  event: CertificateEvents[Name],
): void {
  refreshWebhooks(strapi)
    .then(() => strapi.eventHub.emit(name, { ...event }))
    .catch((error: Error) =>
      strapi.log.error(`certificates: ${name} of ${event.certificateId}: ${error.message}`),
    );
}

/** For the plugin's listeners and the application's: one that throws is logged and stops neither the others nor webhooks. */
export const createEvents = (strapi: Core.Strapi) => ({
  /** @returns ends the listening. @throws for an event there is not, with those there are. */
  on<Name extends CertificateEventName>(
    name: Name,
    listener: (event: CertificateEvents[Name]) => void | Promise<void>,
  ): () => void {
    const known: string[] = Object.values(EVENTS);
    if (!known.includes(name))
      throw new Error(`certificates: unknown event "${name}"; known are ${known.join(', ')}`);
    return strapi.eventHub.on(name, async (event: CertificateEvents[Name]) => {
      try {
        await listener(event);
      } catch (error) {
        strapi.log.error(`certificates: a listener of ${name} failed: ${(error as Error).message}`);
      }
    });
  },
});
export type EventsService = ReturnType<typeof createEvents>;

/** So that webhooks may be made for them. In bootstrap. */
export function allowWebhooks(strapi: Core.Strapi): void {
  for (const name of Object.values(EVENTS))
    strapi.get('webhookStore').addAllowedEvent(name.toUpperCase().replace('.', '_'), name);
}
