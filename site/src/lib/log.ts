import { writeSync } from 'node:fs';

type Level = 'info' | 'warn' | 'error';

/** Lines of requests are made and written together: each by itself would cost more than a page that is kept. */
const FLUSH_MS = 250;
const STDOUT = 1;
const ADDRESS = /[\w.+%-]+@[\w-]+(\.[\w-]+)+/g;

/** The words of an error may repeat what somebody typed. */
const withoutAddresses = (text: string): string => text.replace(ADDRESS, '[address]');

interface Entry {
  level: Level;
  message: string;
  facts: Record<string, unknown>;
  /** Milliseconds since 1970. */
  at: number;
}
let entries: Entry[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;

const lineOf = ({ level, message, facts, at }: Entry): string =>
  `${JSON.stringify({ level, message: withoutAddresses(message), ...facts, time: new Date(at).toISOString() })}\n`;

/** Writes what is waiting, also while the process ends. */
export function flushLog(): void {
  clearTimeout(timer);
  timer = undefined;
  const waiting = entries;
  entries = [];
  try {
    if (waiting.length > 0) writeSync(STDOUT, waiting.map(lineOf).join(''));
  } catch {
    // A pipe that is full or gone: a log line is not worth a request.
  }
}

/** One JSON object a line. Never a path, an address or a name: `facts` are ids, numbers and names of routes. */
export function log(level: Level, message: string, facts: Record<string, unknown> = {}): void {
  entries.push({ level, message, facts, at: Date.now() });
  if (level === 'error') flushLog();
  else timer ??= setTimeout(flushLog, FLUSH_MS).unref();
}

type Facts = Record<string, unknown>;
let tell: (error: Error, facts: Facts) => void = () => {};
/** Has errors told somewhere else as well. */
export const tellErrors = (to: typeof tell): void => void (tell = to);

/** What nobody has foreseen, with where it happened. */
export function logError(error: unknown, facts: Facts = {}): void {
  const thrown = error instanceof Error ? error : new Error(String(error));
  const { message, stack } = thrown;
  tell(thrown, facts);
  log('error', message, { ...facts, stack: withoutAddresses(stack ?? '') });
}
