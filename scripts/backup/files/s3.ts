import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  paginateListObjectsV2,
  S3Client,
  type S3ClientConfig,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import type { FileStore } from './file-store.ts';

/** Rules of S3 for what is uploaded in parts. */
const PART_AT_LEAST = 5 * 1024 * 1024;
const PARTS_AT_MOST = 10_000;

export interface Bucket {
  bucket: string;
  /** Before every key, ending with a slash, or empty. */
  prefix?: string;
}

/** The server that `S3_…` name. `prefix` says for whom: backups may lie with another provider (`BACKUP_S3_…`). */
export function clientOf(env: NodeJS.ProcessEnv, prefix = 'S3'): S3Client {
  const of = (name: string): string | undefined => env[`${prefix}_${name}`] || env[`S3_${name}`] || undefined;
  const config: S3ClientConfig = {
    region: of('REGION') ?? 'us-east-1',
    endpoint: of('ENDPOINT'),
    forcePathStyle: of('FORCE_PATH_STYLE') === 'true',
    credentials: { accessKeyId: of('ACCESS_KEY_ID') ?? '', secretAccessKey: of('SECRET_ACCESS_KEY') ?? '' },
    // Other servers than Amazon's do not know its newer checksums.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  };
  return new S3Client(config);
}

/** Objects of one bucket. Nothing is ever made public. */
export function s3Store(client: S3Client, { bucket, prefix = '' }: Bucket): FileStore {
  const at = (key: string) => ({ Bucket: bucket, Key: prefix + key });
  return {
    where: `s3://${bucket}/${prefix}`,
    async *list() {
      for await (const { Contents = [] } of paginateListObjectsV2(
        { client },
        { Bucket: bucket, Prefix: prefix },
      ))
        for (const { Key = '', Size = 0 } of Contents) yield { key: Key.slice(prefix.length), bytes: Size };
    },
    async open(key) {
      try {
        const { Body, ContentLength = 0 } = await client.send(new GetObjectCommand(at(key)));
        return { bytes: ContentLength, content: Body as Readable };
      } catch (error) {
        if (['NoSuchKey', 'NotFound'].includes((error as Error).name)) return null;
        throw error;
      }
    },
    async put(key, file) {
      const partSize = Math.max(PART_AT_LEAST, Math.ceil((await stat(file)).size / PARTS_AT_MOST));
      await new Upload({ client, partSize, params: { ...at(key), Body: createReadStream(file) } }).done();
    },
    async remove(key) {
      await client.send(new DeleteObjectCommand(at(key)));
    },
  };
}
