import { winston } from '@strapi/logger';

const { combine, errors, json, timestamp } = winston.format;

interface RequestContext {
  get?(): { state?: { requestId?: string } } | undefined;
}
/** Whatever is written while a request is answered has its id. */
const requestId = (): string | undefined =>
  (globalThis as unknown as { strapi?: { requestContext?: RequestContext } }).strapi?.requestContext?.get?.()
    ?.state?.requestId;

const ADDRESS = /[\w.+%-]+@[\w-]+(\.[\w-]+)+/g;
/** The words of an error may repeat what somebody typed: addresses go out, wherever they stand. */
const withoutAddresses = (text: unknown): unknown =>
  typeof text === 'string' ? text.replace(ADDRESS, '[address]') : text;

const scrubbed = winston.format((info) => {
  info.message = withoutAddresses(info.message);
  if (info.stack) info.stack = withoutAddresses(info.stack);
  info.requestId ??= requestId();
  // Errors of the database carry the row that was refused, and the statement with its values.
  for (const key of ['detail', 'where', 'query', 'parameters', 'bindings', 'details']) delete info[key];
  return info;
});

/** One JSON object a line: `time`, `level`, `message`, and `requestId` where there is a request. No personal data. */
export const jsonLog = (level: string) => ({
  level,
  transports: [new winston.transports.Console()],
  format: combine(
    errors({ stack: true }),
    scrubbed(),
    timestamp({ alias: 'time', format: () => new Date().toISOString() }),
    json({ deterministic: false }),
  ),
});

/** A config of nothing: Strapi reads every file here. */
export default {};
