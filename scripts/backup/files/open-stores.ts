import path from 'node:path';
import { CMS, DATA } from '../../paths.ts';
import { diskStore } from './disk.ts';
import type { FileStore } from './file-store.ts';
import { clientOf, s3Store } from './s3.ts';

export interface Stores {
  certificates: FileStore;
  media: FileStore;
}

/** Where this Lumino keeps its files. */
export function openStores(env: NodeJS.ProcessEnv = process.env): Stores {
  const bucket = (name: string) => s3Store(clientOf(env), { bucket: name });
  return {
    certificates: env.S3_CERTIFICATES_BUCKET
      ? bucket(env.S3_CERTIFICATES_BUCKET)
      : diskStore(path.resolve(env.CERTIFICATES_DIR || path.join(DATA, 'certificates'))),
    media:
      env.STORAGE === 's3'
        ? bucket(env.S3_MEDIA_BUCKET ?? '')
        : diskStore(path.join(path.resolve(CMS, env.PUBLIC_DIR || 'public'), 'uploads')),
  };
}

/** The same places in another folder, for a restore that is only a drill. */
export const storesIn = (folder: string): Stores => ({
  certificates: diskStore(path.join(folder, 'certificates')),
  media: diskStore(path.join(folder, 'media')),
});

/** Where copies of backups go, with another provider by choice (`BACKUP_S3_…`, else `S3_…`); null: nowhere. */
export const openCopies = (env: NodeJS.ProcessEnv = process.env): FileStore | null =>
  env.BACKUP_S3_BUCKET
    ? s3Store(clientOf(env, 'BACKUP_S3'), {
        bucket: env.BACKUP_S3_BUCKET,
        prefix: env.BACKUP_S3_PREFIX || '',
      })
    : null;
