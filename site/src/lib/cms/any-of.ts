/** Errors of a connection that was never made: nothing was sent. */
const NOT_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);
/** For how long one that did not answer is asked last. */
const SHUN_MS = 5_000;

const shunnedUntil = new Map<string, number>();
let turn = 0;

/** `http://a:1337,http://b:1337` as two addresses. */
export const addressesOf = (setting: string): string[] =>
  setting
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);

/** Each in its turn; those that failed a moment ago at the end. */
function inTurn(addresses: string[], now: number): string[] {
  turn = (turn + 1) % addresses.length;
  const turned = [...addresses.slice(turn), ...addresses.slice(0, turn)];
  const isShunned = (address: string) => (shunnedUntil.get(address) ?? 0) > now;
  return [...turned.filter((one) => !isShunned(one)), ...turned.filter(isShunned)];
}

const codeOf = (error: unknown): string =>
  ((error as { cause?: { code?: string } }).cause?.code ?? (error as Error).name) as string;

/**
 * Asks one of several servers that do the same, and the next where one is gone: whatever was not sent may be sent again; what
 * broke off may be repeated only where doing it twice is doing it once. A server that stands alone is asked once more, since it may
 * have closed a connection just as it was used again.
 *
 * @param ask rejects where there is no answer at all; an answer of whatever status is one
 */
export async function askAnyOf(
  addresses: string[],
  isRepeatable: boolean,
  ask: (address: string) => Promise<Response>,
): Promise<Response> {
  const order = inTurn(addresses, Date.now());
  const left = [...order.slice(1), order[0] as string];
  for (let address = order[0] as string; ; address = left.shift() as string) {
    try {
      return await ask(address);
    } catch (error) {
      const code = codeOf(error);
      // Time is up: for the next one as well.
      if (code === 'TimeoutError' || code === 'AbortError') throw error;
      const wasNotSent = NOT_SENT.has(code);
      if (wasNotSent) shunnedUntil.set(address, Date.now() + SHUN_MS);
      if (left.length === 0 || !(wasNotSent || isRepeatable)) throw error;
    }
  }
}
