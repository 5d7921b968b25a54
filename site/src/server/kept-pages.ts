import { LRUCache } from 'lru-cache';
import { type Finished, finish } from './finished';

/** An answer of the renderer, read to its end: several visitors may wait for the same one. */
export interface Rendered {
  status: number;
  headers: Headers;
  body: Buffer;
}

interface KeptPage {
  revision: string;
  finished: Finished;
}

/** Names of headers of a rendered page that do not belong to it, but to the one request it was made for. */
const OF_ONE_REQUEST = new Set([
  'x-request-id',
  'set-cookie',
  'date',
  'content-length',
  'cache-control',
  'vary',
]);
const KEPT_TYPES = /^(text\/html|application\/xml|text\/xml)\b/;

/** For browsers and proxies: keep it, but ask each time; and what a reader with a session gets is another one. */
const SHARED_HEADERS = { 'Cache-Control': 'public, no-cache', Vary: 'Accept-Encoding, Cookie' };

const mayBeKept = ({ status, headers }: Rendered): boolean =>
  status === 200 && !headers.has('set-cookie') && KEPT_TYPES.test(headers.get('content-type') ?? '');

/** `x-content-type` as `X-Content-Type`: some tools compare names letter by letter. */
const headerName = (name: string): string =>
  name.replace(/(^|-)([a-z])/g, (_, dash: string, letter: string) => dash + letter.toUpperCase());

function ownHeaders(headers: Headers): Record<string, string> {
  const own = [...headers].filter(([name]) => !OF_ONE_REQUEST.has(name));
  return {
    ...Object.fromEntries(own.map(([name, value]) => [headerName(name), value])),
    ...SHARED_HEADERS,
  };
}

export interface KeptPages {
  /**
   * The page at this address: as it is kept, if it is of this revision; else made anew, once for all who wait. What was
   * kept is better than a fault: it is shown where making fails.
   * @returns a finished page, or an answer that is not to be kept
   */
  get(address: string, revision: string): Finished | Promise<Finished | Rendered>;
  /** The page of whatever revision, for when nobody can say which one there is. */
  kept(address: string): Finished | undefined;
}

/**
 * Finished pages in memory, under all that they depend on: address and revision of the content.
 * @param render makes the page for nobody in particular
 */
export function keepPages(maxBytes: number, render: (address: string) => Promise<Rendered>): KeptPages {
  const kept = new LRUCache<string, KeptPage>({
    maxSize: maxBytes,
    sizeCalculation: ({ finished }) => finished.bytes,
  });
  const underWay = new Map<string, Promise<Finished | Rendered>>();

  async function make(address: string, revision: string): Promise<Finished | Rendered> {
    const rendered = await render(address).catch((error: Error) => {
      if (!kept.has(address)) throw error;
      return null;
    });
    if (rendered === null || rendered.status >= 500)
      return kept.get(address)?.finished ?? (rendered as Rendered);
    if (!mayBeKept(rendered)) {
      // Taken back by its author, or moved: what it was before must not come up again.
      kept.delete(address);
      return rendered;
    }
    const finished = await finish(rendered.body, ownHeaders(rendered.headers));
    kept.set(address, { revision, finished });
    return finished;
  }

  return {
    get(address, revision) {
      const page = kept.get(address);
      if (page?.revision === revision) return page.finished;
      const name = `${revision} ${address}`;
      let making = underWay.get(name);
      if (!making) {
        making = make(address, revision).finally(() => underWay.delete(name));
        underWay.set(name, making);
      }
      return making;
    },
    kept: (address) => kept.get(address)?.finished,
  };
}
