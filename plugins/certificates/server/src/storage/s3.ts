import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { S3Client } from '@aws-sdk/client-s3';
import { fileMissing } from '../errors';
import { checkReadBack, type Storage } from './storage';

export interface S3Options {
  bucket: string;
  region: string;
  /** Of a server other than Amazon's. */
  endpoint: string | null;
  /** `https://host/bucket/key` instead of `https://bucket.host/key`. */
  forcePathStyle: boolean;
  accessKeyId: string;
  secretAccessKey: string;
  /** In front of every key, such as `certificates/`. */
  prefix: string;
}

const isAbsent = (error: unknown): boolean =>
  ['NoSuchKey', 'NotFound'].includes((error as Error).name) ||
  (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode === 404;

/** Null instead of an error where there is nothing of that name. */
async function ifThere<Result>(asked: Promise<Result>): Promise<Result | null> {
  try {
    return await asked;
  } catch (error) {
    if (isAbsent(error)) return null;
    throw error;
  }
}

/** Amazon's client is large, and only needed here. @throws where the application does not have it. */
async function loadSdk(): Promise<typeof import('@aws-sdk/client-s3')> {
  try {
    return await import('@aws-sdk/client-s3');
  } catch (error) {
    throw new Error('certificates: storage.s3 needs the package @aws-sdk/client-s3 in your application', {
      cause: error,
    });
  }
}

/**
 * Certificates in a bucket that is private: none of the requests asks for public access, and no signed address is ever made;
 * whoever may have a file gets it through the server. An object appears whole or not at all.
 */
export function createS3Storage({ bucket, prefix, ...options }: S3Options): Storage {
  let made: Promise<{ sdk: typeof import('@aws-sdk/client-s3'); client: S3Client }> | null = null;
  const open = () =>
    (made ??= loadSdk().then((sdk) => ({
      sdk,
      client: new sdk.S3Client({
        region: options.region,
        ...(options.endpoint ? { endpoint: options.endpoint } : {}),
        forcePathStyle: options.forcePathStyle,
        credentials: { accessKeyId: options.accessKeyId, secretAccessKey: options.secretAccessKey },
        // Servers other than Amazon's do not know its newer checksums; what was written is read back here anyway.
        requestChecksumCalculation: 'WHEN_REQUIRED',
        responseChecksumValidation: 'WHEN_REQUIRED',
      }),
    })));
  const at = (key: string) => ({ Bucket: bucket, Key: prefix + key });

  async function stream(key: string): Promise<Readable | null> {
    const { sdk, client } = await open();
    const got = await ifThere(client.send(new sdk.GetObjectCommand(at(key))));
    return (got?.Body as Readable | undefined) ?? null;
  }
  async function hash(key: string): Promise<string | null> {
    const source = await stream(key);
    if (!source) return null;
    const digest = createHash('sha256');
    await pipeline(source, digest);
    return digest.digest('hex');
  }

  return {
    async write(key, bytes) {
      const { sdk, client } = await open();
      await client.send(
        new sdk.PutObjectCommand({ ...at(key), Body: bytes, ContentType: 'application/pdf' }),
      );
      const stored = await hash(key);
      if (stored === null) throw new Error(`certificates: ${key} is not in the bucket after it was written`);
      return checkReadBack(key, bytes, stored);
    },

    async read(key) {
      const source = await stream(key);
      if (!source) throw fileMissing(key);
      return buffer(source);
    },

    async look(key) {
      const { sdk, client } = await open();
      const head = await ifThere(client.send(new sdk.HeadObjectCommand(at(key))));
      return head
        ? { key, bytes: head.ContentLength ?? 0, modifiedAt: head.LastModified ?? new Date(0) }
        : null;
    },

    async *list() {
      const { sdk, client } = await open();
      for await (const page of sdk.paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: prefix }))
        for (const { Key = '', Size = 0, LastModified = new Date(0) } of page.Contents ?? [])
          yield { key: Key.slice(prefix.length), bytes: Size, modifiedAt: LastModified };
    },

    hash,

    async remove(key) {
      const { sdk, client } = await open();
      await client.send(new sdk.DeleteObjectCommand(at(key)));
    },
  };
}
