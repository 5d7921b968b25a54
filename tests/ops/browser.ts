import https from 'node:https';

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

interface Asking {
  method?: string;
  form?: Record<string, string>;
  headers?: Record<string, string>;
}

export interface Tally {
  requests: number;
  /** Sent once more by the browser itself: a kept connection was closed just as it was used. */
  resent: number;
  failed: string[];
}
export const newTally = (): Tally => ({ requests: 0, resent: 0, failed: [] });

const TIMEOUT_MS = 60_000;

/**
 * A browser as far as a server sees one: an address of its own, a kept connection, a jar of cookies, no redirects followed.
 */
export class Browser {
  readonly #agent: https.Agent;
  readonly #origin: string;
  readonly #cookies = new Map<string, string>();
  /** Where requests are counted at the moment. */
  tally: Tally;

  /** @param address one of 127.0.0.0/8, so that limits count readers and not this machine */
  constructor(origin: string, ca: string, address: string, tally: Tally) {
    this.#origin = origin;
    this.#agent = new https.Agent({ keepAlive: true, maxSockets: 1, ca, localAddress: address });
    this.tally = tally;
  }

  /** Asks, and expects one of these statuses: anything else is noted as failed. @returns null where there was no answer */
  async ask(path: string, expected: number[], asking: Asking = {}): Promise<Answer | null> {
    const { tally } = this;
    tally.requests++;
    const what = `${asking.method ?? 'GET'} ${path}`;
    try {
      const answer = await this.#send(path, asking);
      if (!expected.includes(answer.status)) tally.failed.push(`${what}: ${answer.status}`);
      return answer;
    } catch (error) {
      tally.failed.push(`${what}: ${(error as Error).message}`);
      return null;
    }
  }

  close(): void {
    this.#agent.destroy();
  }

  async #send(path: string, asking: Asking, isAgain = false): Promise<Answer> {
    try {
      return await this.#sendOnce(path, asking);
    } catch (error) {
      // As browsers do (RFC 9112, 9.3.1): nginx closes idle connections when it is reloaded.
      if (isAgain || !(error as { wasKept?: boolean }).wasKept) throw error;
      this.tally.resent++;
      return this.#send(path, asking, true);
    }
  }

  #sendOnce(path: string, { method = 'GET', form, headers = {} }: Asking): Promise<Answer> {
    const body = form ? new URLSearchParams(form).toString() : undefined;
    return new Promise((resolve, reject) => {
      let hasAnswer = false;
      const request = https.request(
        new URL(path, this.#origin),
        {
          method,
          agent: this.#agent,
          timeout: TIMEOUT_MS,
          headers: {
            ...(this.#cookies.size > 0
              ? { Cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ') }
              : {}),
            ...(body
              ? {
                  Origin: this.#origin,
                  'Content-Type': 'application/x-www-form-urlencoded',
                  'Content-Length': String(Buffer.byteLength(body)),
                }
              : {}),
            ...headers,
          },
        },
        (response) => {
          hasAnswer = true;
          const chunks: Buffer[] = [];
          response.on('data', (chunk) => chunks.push(chunk));
          response.on('aborted', () => reject(new Error('broke off half-way')));
          response.on('end', () => {
            this.#remember(response.headers['set-cookie'] ?? []);
            const { statusCode = 0, headers: got } = response;
            resolve({ status: statusCode, headers: got, body: Buffer.concat(chunks).toString() });
          });
        },
      );
      request.on('timeout', () => request.destroy(new Error('no answer in time')));
      request.on('error', (error) =>
        reject(Object.assign(error, { wasKept: request.reusedSocket && !hasAnswer })),
      );
      request.end(body);
    });
  }

  #remember(cookies: string[]): void {
    for (const cookie of cookies) {
      const [pair = ''] = cookie.split(';');
      const at = pair.indexOf('=');
      const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
      if (value && !/max-age=0|expires=Thu, 01 Jan 1970/i.test(cookie)) this.#cookies.set(name, value);
      else this.#cookies.delete(name);
    }
  }
}
