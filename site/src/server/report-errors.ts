import { tellErrors } from '../lib/log';
import { scrubEvent } from '../../../config/scrub-event';

/** Sends errors to Sentry where `SENTRY_DSN` says so; else its code is not even loaded. Nothing is listened to by itself. */
export async function reportErrors({ SENTRY_DSN, SENTRY_ENVIRONMENT }: NodeJS.ProcessEnv): Promise<void> {
  if (!SENTRY_DSN) return;
  const { init, captureException } = await import('@sentry/node');
  init({
    dsn: SENTRY_DSN,
    environment: SENTRY_ENVIRONMENT || 'production',
    sendDefaultPii: false,
    defaultIntegrations: false,
    beforeSend: (event) => scrubEvent(event),
  });
  tellErrors((error, { requestId, route }) =>
    captureException(error, {
      tags: { process: 'site', requestId: String(requestId), route: String(route) },
    }),
  );
}
