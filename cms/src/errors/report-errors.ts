import type { Core } from '@strapi/types';

interface Line {
  level?: string;
  message?: unknown;
  stack?: string;
  requestId?: string;
}
interface Sentry {
  sendError(error: Error): void;
}

/**
 * What is logged as an error is told to Sentry, too, where plugin `sentry` is on: so the worker's are as well. Those of
 * requests the plugin tells itself.
 */
export function reportErrors(strapi: Core.Strapi): void {
  const sentry = strapi.plugin('sentry' as never)?.service('sentry') as Sentry | undefined;
  if (!sentry) return;
  (strapi.log as unknown as NodeJS.EventEmitter).on('data', ({ level, message, stack, requestId }: Line) => {
    if (!level?.includes('error') || requestId) return;
    sentry.sendError(Object.assign(new Error(String(message)), stack ? { stack } : {}));
  });
}
