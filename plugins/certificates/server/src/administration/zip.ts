import { PassThrough, Readable } from 'node:stream';
import type { Core } from '@strapi/types';
import { errors } from '@strapi/utils';
import { ZipFile } from 'yazl';
import { ZIP_MAX_FILES } from '../../../shared/contracts/administration';
import { CERTIFICATE } from '../constants';
import { obstacle } from '../errors';
import type { Access } from './access';
import { writeAudit, type Actor } from './audit';
import { whereOf, type ListFilters } from './list-query';
import { zipNames } from './zip-names';

interface Row {
  serial: string;
  fileName: string;
  storageKey: string | null;
  issuedAt: string;
}

/** No PDF has this name; read by people of both languages. */
const WITHOUT_FILE = 'without-file_sin-archivo.txt';
const withoutFile = (serials: string[]): Buffer =>
  Buffer.from(
    `These certificates have no file: not drawn yet, or the recipient has left.\r\n` +
      `Estos certificados no tienen archivo: todavía no se dibujaron, o la persona se dio de baja.\r\n\r\n` +
      serials.map((serial) => `${serial}\r\n`).join(''),
  );

/**
 * The files of many certificates as one archive, read one after another while it is sent, so that memory stays flat. A file
 * that cannot be read breaks the stream. The audit has it before the first byte goes.
 * @throws NotFoundError for a selected one that is not there for this user; 409 `nothing-to-do`, `too-many`
 */
export async function zipCertificates(
  strapi: Core.Strapi,
  access: Access,
  { filters, ids }: { filters: ListFilters; ids?: string[] },
  actor: Actor,
): Promise<Readable> {
  const permitted = access.where('export');
  const where = ids
    ? { $and: [permitted, { documentId: { $in: ids } }] }
    : whereOf(filters, permitted, new Date());
  const rows: Row[] = await strapi.db.query(CERTIFICATE).findMany({
    where,
    select: ['serial', 'fileName', 'storageKey', 'issuedAt'],
    orderBy: { id: 'desc' },
    limit: ZIP_MAX_FILES + 1,
  });
  if (ids && rows.length < new Set(ids).size)
    throw new errors.NotFoundError('One of these certificates is not there');
  if (rows.length === 0) throw obstacle('nothing-to-do', 'There are no certificates');
  if (rows.length > ZIP_MAX_FILES)
    throw obstacle('too-many', `There are more than ${ZIP_MAX_FILES} certificates`);

  const { kind, subject, status, from, to } = filters;
  const chosen = ids ? { selected: ids.length } : { kind, subject, status, from, to };
  await writeAudit(strapi, actor, {
    action: 'exported',
    details: { as: 'zip', count: rows.length, ...chosen },
  });
  return archive(rows, (key) => strapi.plugin('certificates').service('storage').read(key));
}

function archive(rows: Row[], read: (key: string) => Promise<Buffer>): Readable {
  const zip = new ZipFile();
  const output = new PassThrough();
  zip.on('error', (error: Error) => output.destroy(error));
  zip.outputStream.pipe(output);
  const filed = rows.filter((row): row is Row & { storageKey: string } => row.storageKey !== null);
  const names = zipNames(filed);
  filed.forEach(({ storageKey, issuedAt }, index) =>
    zip.addReadStreamLazy(
      names[index] as string,
      // A PDF is compressed already.
      { compress: false, mtime: new Date(issuedAt) },
      (done) =>
        void read(storageKey).then(
          (bytes) => done(null, Readable.from([bytes])),
          (error: Error) => done(error, null as never),
        ),
    ),
  );
  const serials = rows.filter(({ storageKey }) => storageKey === null).map(({ serial }) => serial);
  if (serials.length > 0) zip.addBuffer(withoutFile(serials), WITHOUT_FILE);
  zip.end();
  return output;
}
