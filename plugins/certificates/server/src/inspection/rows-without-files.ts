import { setTimeout as pause } from 'node:timers/promises';
import type { Core } from '@strapi/types';
import type { CertificateFile, Inspection } from '../../../shared/contracts/files';
import { CERTIFICATE } from '../constants';
import type { Storage } from '../storage/storage';
import { collectFindings } from './findings';
import type { Reading } from './reading';

const BATCH = 1000;
const SELECTED = ['id', 'documentId', 'serial', 'storageKey', 'sha256', 'bytes'];

interface Row {
  id: number;
  documentId: string;
  serial: string;
  storageKey: string;
  sha256: string;
  bytes: number;
}

/**
 * Goes through every certificate that has a file and looks whether it is there and as it was. The size is always compared,
 * the SHA-256 where `reading` wants it.
 */
export async function rowsWithoutFiles(
  strapi: Core.Strapi,
  storage: Storage,
  { reading, signal }: { reading: Reading; signal: AbortSignal },
): Promise<Pick<Inspection, 'certificates' | 'hashed' | 'missingFiles' | 'alteredFiles'>> {
  const rows = () => strapi.db.query(CERTIFICATE);
  const missing = collectFindings<CertificateFile>();
  const altered = collectFindings<CertificateFile>();
  let [certificates, hashed] = [0, 0];

  async function stateOf({ id, documentId, storageKey, sha256, bytes }: Row) {
    const file = await storage.look(storageKey);
    if (!file) return 'missing';
    if (file.bytes !== bytes) return 'altered';
    if (!reading.wants({ id, documentId })) return 'intact';
    hashed++;
    const started = performance.now();
    const hash = await storage.hash(storageKey);
    // As long a rest as the reading took, so that whoever else wants the disk gets half of it.
    if (reading.isGentle) await pause(performance.now() - started, undefined, { signal });
    if (hash === null) return 'missing';
    return hash === sha256 ? 'intact' : 'altered';
  }
  /** Its recipient may have left, and the file with them, since the row was read. */
  const isStillNamed = async ({ id, storageKey }: Row): Promise<boolean> =>
    (await rows().count({ where: { id, storageKey } })) > 0;

  for (let after = 0; ;) {
    signal.throwIfAborted();
    const batch: Row[] = await rows().findMany({
      where: { id: { $gt: after }, storageKey: { $notNull: true } },
      select: SELECTED,
      orderBy: { id: 'asc' },
      limit: BATCH,
    });
    for (const row of batch) {
      certificates++;
      const state = await stateOf(row);
      if (state === 'intact' || !(await isStillNamed(row))) continue;
      const { documentId: certificateId, serial, storageKey: key } = row;
      (state === 'missing' ? missing : altered).add({ certificateId, serial, key });
    }
    if (batch.length < BATCH) break;
    after = Number(batch.at(-1)?.id);
  }
  return { certificates, hashed, missingFiles: missing.found(), alteredFiles: altered.found() };
}
