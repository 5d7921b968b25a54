import { readFile, rm } from 'node:fs/promises';
import { errors } from '@strapi/utils';
import { FILE_MAX } from '../../../shared/contracts/gradebook';

const refused = (message: string): Error =>
  new errors.ValidationError(message, { errors: [{ path: ['file'], message, name: 'ValidationError' }] });

/** The bytes of the one `file` of a form. What lies on the disk of it is gone afterwards. @throws ValidationError (400) */
export async function readUpload(files: Record<string, unknown> | undefined): Promise<Buffer> {
  const { file, ...others } = files ?? {};
  const all = [file, ...Object.values(others)].flat().filter(Boolean) as { filepath: string; size: number }[];
  try {
    const [only] = all;
    if (!file || !only || all.length !== 1) throw refused('Send one file');
    if (only.size > FILE_MAX) throw refused(`A file may have ${FILE_MAX / 1024 / 1024} MB`);
    return await readFile(only.filepath);
  } finally {
    await Promise.all(all.map(({ filepath }) => rm(filepath, { force: true })));
  }
}
