import { winston } from '@strapi/logger';

const { combine, errors, json } = winston.format;

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

/** An error may carry anything: the row that was refused, the body that could not be read. Only these are written. */
const WRITTEN = ['requestId', 'method', 'route', 'status', 'milliseconds', 'code', 'stack'] as const;

const scrubbed = winston.format((info) => {
  const { level, message } = info;
  const line = {
    level,
    message: withoutAddresses(message),
    time: new Date().toISOString(),
    requestId: requestId(),
  };
  for (const key of WRITTEN)
    if (info[key] !== undefined) Object.assign(line, { [key]: withoutAddresses(info[key]) });
  // winston keeps what it needs itself under symbols.
  for (const key of Object.getOwnPropertySymbols(info)) Object.assign(line, { [key]: info[key] });
  return line as typeof info;
});

/** One JSON object a line: `time`, `level`, `message`, and `requestId` where there is a request. No personal data. */
export const jsonLog = (level: string) => ({
  level,
  transports: [new winston.transports.Console()],
  format: combine(errors({ stack: true }), scrubbed(), json({ deterministic: false })),
});

/** A config of nothing: Strapi reads every file here. */
export default {};
