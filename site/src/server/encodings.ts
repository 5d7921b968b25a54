import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export const ENCODINGS = ['br', 'gzip', 'identity'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** One body in every encoding that is sent; where compressing saves nothing they are the same bytes. */
export type Bodies = Record<Encoding, Buffer>;

const COMPRESSIBLE =
  /^(text\/|image\/svg\+xml|font\/ttf|application\/(json|ld\+json|did\+json|javascript|xml|[\w.-]+\+(json|xml)|manifest\+json)\b)/;
/** Below that, the headers weigh more than what is saved. */
const MIN_BYTES = 512;

export const isCompressible = (contentType: string): boolean => COMPRESSIBLE.test(contentType);

const accepts = (accepted: string, encoding: string): boolean =>
  accepted.split(',').some((part) => {
    const [name, ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
    return name === encoding && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  });

/** Browsers send a handful of different headers: what they come to is remembered. */
const known = new Map<string, Encoding>();

/** The best encoding of ours that a client takes (RFC 9110, 12.5.3). */
export function chooseEncoding(accepted: string | undefined): Encoding {
  if (!accepted) return 'identity';
  let choice = known.get(accepted);
  if (!choice) {
    choice = accepts(accepted, 'br') ? 'br' : accepts(accepted, 'gzip') ? 'gzip' : 'identity';
    if (known.size < 100) known.set(accepted, choice);
  }
  return choice;
}

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/**
 * Compresses outside of the main thread.
 * @param effort `once`: for one reader, fast; `kept`: for many, small
 */
export async function encode(body: Buffer, encoding: Encoding, effort: 'once' | 'kept'): Promise<Buffer> {
  if (encoding === 'identity' || body.length < MIN_BYTES) return body;
  if (encoding === 'gzip') return zip(body, { level: effort === 'kept' ? 9 : 5 });
  return brotli(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: effort === 'kept' ? 9 : 4,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  });
}

export async function encodeAll(body: Buffer, contentType: string): Promise<Bodies> {
  if (!isCompressible(contentType)) return { br: body, gzip: body, identity: body };
  const [br, gz] = await Promise.all([encode(body, 'br', 'kept'), encode(body, 'gzip', 'kept')]);
  return { br, gzip: gz, identity: body };
}
