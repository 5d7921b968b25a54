import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { Uploads } from './s3-parts.ts';
import { isRightlySigned, type S3Credentials } from './s3-signature.ts';

interface Kept {
  bytes: Buffer;
  type: string;
  modifiedAt: Date;
}
interface Answer {
  status: number;
  headers?: Record<string, string>;
  body?: Buffer | string;
}

export interface S3Server {
  url: string;
  credentials: S3Credentials;
  /** What is kept, by `/bucket/key`. */
  objects: Map<string, Kept>;
  /** Uploads in parts that are neither complete nor given up. */
  unfinished(): number;
  /** How often somebody was turned away. */
  refusals(): number;
  stop(): Promise<void>;
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const failure = (status: number, code: string): Answer => ({
  status,
  headers: { 'Content-Type': 'application/xml' },
  body: `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`,
});
const xml = (text: string): Answer => ({
  status: 200,
  headers: { 'Content-Type': 'application/xml' },
  body: `<?xml version="1.0" encoding="UTF-8"?>${text}`,
});
const etagOf = (bytes: Buffer): string => `"${createHash('md5').update(bytes).digest('hex')}"`;

/** `bytes=2-5` and `bytes=2-` of something of this size. */
function rangeOf(header: string | undefined, size: number): { first: number; last: number } | null {
  const found = /^bytes=(\d+)-(\d*)$/.exec(header ?? '');
  if (!found) return null;
  return { first: Number(found[1]), last: Math.min(found[2] ? Number(found[2]) : size - 1, size - 1) };
}

/**
 * As much of S3 as Lumino uses, in memory, and really private: every request has to be signed (Signature Version 4) with the
 * one key there is, whatever it asks for. The stand-ins on npm move bytes, but let anybody read them.
 */
export async function startS3Server(buckets: string[], pageSize = 1000, port = 0): Promise<S3Server> {
  const credentials = { accessKeyId: 'LUMINOTEST', secretAccessKey: 'a-secret-for-tests-and-nothing-else' };
  const objects = new Map<string, Kept>();
  const uploads = new Uploads();
  let refused = 0;

  function list(bucket: string, query: URLSearchParams): Answer {
    const [prefix, after] = [query.get('prefix') ?? '', query.get('continuation-token') ?? ''];
    const start = `/${bucket}/${prefix}`;
    const found = [...objects.keys()].filter((name) => name.startsWith(start) && name > after).sort();
    const page = found.slice(0, pageSize);
    const contents = page.map((name) => {
      const { bytes, modifiedAt } = objects.get(name) as Kept;
      return `<Contents><Key>${escape(name.slice(bucket.length + 2))}</Key><LastModified>${modifiedAt.toISOString()}</LastModified><Size>${bytes.length}</Size></Contents>`;
    });
    const isCut = found.length > page.length;
    const next = isCut ? `<NextContinuationToken>${escape(page.at(-1) ?? '')}</NextContinuationToken>` : '';
    return xml(
      `<ListBucketResult><IsTruncated>${isCut}</IsTruncated>${next}${contents.join('')}</ListBucketResult>`,
    );
  }

  function give(name: string, range: string | undefined): Answer {
    const kept = objects.get(name);
    if (!kept) return failure(404, 'NoSuchKey');
    const { bytes, type, modifiedAt } = kept;
    const headers = {
      'Content-Type': type,
      ETag: etagOf(bytes),
      'Last-Modified': modifiedAt.toUTCString(),
      'Accept-Ranges': 'bytes',
    };
    const part = rangeOf(range, bytes.length);
    if (!part) return { status: 200, headers, body: bytes };
    if (part.first > part.last) return failure(416, 'InvalidRange');
    return {
      status: 206,
      headers: { ...headers, 'Content-Range': `bytes ${part.first}-${part.last}/${bytes.length}` },
      body: bytes.subarray(part.first, part.last + 1),
    };
  }

  /** A file that comes in parts; null: the request is none of such. */
  function inParts(
    method: string,
    name: string,
    query: URLSearchParams,
    type: string,
    body: Buffer,
  ): Answer | null {
    const id = query.get('uploadId');
    if (method === 'POST' && query.has('uploads'))
      return xml(
        `<InitiateMultipartUploadResult><UploadId>${uploads.begin(name, type)}</UploadId></InitiateMultipartUploadResult>`,
      );
    if (id === null) return null;
    if (method === 'PUT')
      return uploads.take(id, name, Number(query.get('partNumber')), body)
        ? { status: 200, headers: { ETag: etagOf(body) } }
        : failure(404, 'NoSuchUpload');
    if (method === 'DELETE') return uploads.abort(id) ? { status: 204 } : failure(404, 'NoSuchUpload');
    const numbers = [...body.toString('utf8').matchAll(/<PartNumber>(\d+)<\/PartNumber>/g)];
    const whole = uploads.complete(
      id,
      name,
      numbers.map(([, number]) => Number(number)),
    );
    if (typeof whole === 'string') return failure(400, whole);
    objects.set(name, { ...whole, modifiedAt: new Date() });
    return xml(
      `<CompleteMultipartUploadResult><ETag>${escape(etagOf(whole.bytes))}</ETag></CompleteMultipartUploadResult>`,
    );
  }

  async function answer(request: IncomingMessage, body: Buffer): Promise<Answer> {
    if (!(await isRightlySigned(request, body, credentials))) {
      refused++;
      return failure(403, request.headers.authorization ? 'SignatureDoesNotMatch' : 'AccessDenied');
    }
    const url = new URL(request.url ?? '/', 'http://s3');
    const [bucket = '', key = ''] = decodeURIComponent(url.pathname)
      .slice(1)
      .split(/\/(.*)/s);
    if (!buckets.includes(bucket)) return failure(404, 'NoSuchBucket');
    const name = `/${bucket}/${key}`;
    const type = request.headers['content-type'] ?? 'application/octet-stream';
    const part = key && inParts(request.method ?? '', name, url.searchParams, type, body);
    if (part) return part;
    if (request.method === 'GET' && !key) return list(bucket, url.searchParams);
    if (request.method === 'GET' || request.method === 'HEAD') return give(name, request.headers.range);
    if (request.method === 'PUT' && key) {
      objects.set(name, { bytes: body, type, modifiedAt: new Date() });
      return { status: 200, headers: { ETag: etagOf(body) } };
    }
    if (request.method === 'DELETE' && key) {
      objects.delete(name);
      return { status: 204 };
    }
    return failure(501, 'NotImplemented');
  }

  const server = createServer((request, response) => {
    void buffer(request)
      .then((body) => answer(request, body))
      .then(({ status, headers, body = '' }) => {
        response.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(body) });
        response.end(request.method === 'HEAD' ? undefined : body);
      })
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    credentials,
    objects,
    unfinished: () => uploads.size,
    refusals: () => refused,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
