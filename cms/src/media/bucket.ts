import type { Readable } from 'node:stream';
import { S3Client, GetObjectCommand, HeadObjectCommand } from '@aws-sdk/client-s3';

export interface BucketOptions {
  bucket: string;
  region: string;
  endpoint?: string | undefined;
  forcePathStyle: boolean;
  accessKeyId: string;
  secretAccessKey: string;
}

export interface Found {
  status: 200 | 206;
  headers: Record<string, string>;
  /** None for HEAD. */
  body: Readable | null;
}

/** Files of the media library in a bucket that nobody but this server can read. */
export function openBucket({ bucket, accessKeyId, secretAccessKey, endpoint, ...options }: BucketOptions) {
  const client = new S3Client({
    ...options,
    ...(endpoint ? { endpoint } : {}),
    credentials: { accessKeyId, secretAccessKey },
    // Servers other than Amazon's do not know its newer checksums.
    responseChecksumValidation: 'WHEN_REQUIRED',
  });

  /**
   * One file, or with `range` (`bytes=0-99`) a part of it.
   * @returns null where there is none; 'unsatisfiable' where the part is not in it
   */
  return async function find(
    name: string,
    { method, range }: { method: string; range?: string },
  ): Promise<Found | 'unsatisfiable' | null> {
    const asked = { Bucket: bucket, Key: name, ...(range && method === 'GET' ? { Range: range } : {}) };
    try {
      const got =
        method === 'HEAD'
          ? await client.send(new HeadObjectCommand(asked))
          : await client.send(new GetObjectCommand(asked));
      const headers = {
        'Content-Type': got.ContentType,
        'Content-Length': got.ContentLength?.toString(),
        'Last-Modified': got.LastModified?.toUTCString(),
        'Content-Range': 'ContentRange' in got ? got.ContentRange : undefined,
        ETag: got.ETag,
        'Accept-Ranges': 'bytes',
      };
      return {
        status: headers['Content-Range'] ? 206 : 200,
        headers: Object.fromEntries(
          Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined),
        ),
        body: 'Body' in got ? (got.Body as Readable) : null,
      };
    } catch (error) {
      const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
      if (status === 404) return null;
      if (status === 416) return 'unsatisfiable';
      throw error;
    }
  };
}
