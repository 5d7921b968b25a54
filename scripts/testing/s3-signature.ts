import { createHash, createHmac, timingSafeEqual, type Hash, type Hmac } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { SignatureV4 } from '@smithy/signature-v4';

export interface S3Credentials {
  accessKeyId: string;
  secretAccessKey: string;
}

const SKEW_MS = 15 * 60 * 1000;
const HEADER =
  /^AWS4-HMAC-SHA256 Credential=([^/,]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([\w;-]+), ?Signature=([0-9a-f]{64})$/;

/** As the signer of Amazon's client wants it. */
class Sha256 {
  #hash: Hash | Hmac;
  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash = secret ? createHmac('sha256', secret as Buffer) : createHash('sha256');
  }
  update(data: Uint8Array | string): void {
    this.#hash.update(data);
  }
  digest(): Promise<Uint8Array> {
    return Promise.resolve(new Uint8Array(this.#hash.digest()));
  }
  reset(): void {}
}

/** `20261128T101500Z` as a time; NaN where it is none. */
const timeOf = (stamp: string): number =>
  Date.parse(stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));

/** Whether a request carries the signature that the owner of this key would have made for it, now, over this very body. */
export async function isRightlySigned(
  request: IncomingMessage,
  body: Buffer,
  credentials: S3Credentials,
): Promise<boolean> {
  const found = HEADER.exec(request.headers.authorization ?? '');
  const stamp = String(request.headers['x-amz-date'] ?? '');
  const declared = String(request.headers['x-amz-content-sha256'] ?? '');
  if (!found || !(Math.abs(Date.now() - timeOf(stamp)) < SKEW_MS)) return false;
  const [, keyId, , region = '', signed = '', signature = ''] = found;
  if (keyId !== credentials.accessKeyId) return false;
  const isBody = declared === createHash('sha256').update(body).digest('hex');
  if (!isBody && declared !== 'UNSIGNED-PAYLOAD') return false;

  const url = new URL(request.url ?? '/', 'http://s3');
  const headers = Object.fromEntries(
    signed.split(';').map((name) => [name, String(request.headers[name] ?? '')] as const),
  );
  const signer = new SignatureV4({
    credentials,
    region,
    service: 's3',
    sha256: Sha256 as never,
    uriEscapePath: false,
    applyChecksum: false,
  });
  const right = await signer.sign(
    {
      method: request.method ?? 'GET',
      protocol: 'http:',
      hostname: headers.host ?? '',
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      headers: { ...headers, 'x-amz-content-sha256': declared },
    },
    { signingDate: new Date(timeOf(stamp)), signableHeaders: new Set(signed.split(';')) },
  );
  const ours = HEADER.exec(right.headers.authorization ?? '')?.[5] ?? '';
  return ours.length === signature.length && timingSafeEqual(Buffer.from(ours), Buffer.from(signature));
}
