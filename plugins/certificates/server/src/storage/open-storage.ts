import type { CertificatesConfig } from '../config';
import { createDiskStorage } from './disk';
import { createS3Storage } from './s3';
import type { Storage } from './storage';

/** Where certificates are kept, as the configuration says. */
export const openStorage = ({ directory, s3 }: CertificatesConfig['storage']): Storage =>
  s3 ? createS3Storage(s3) : createDiskStorage(directory as string);
