import type { Core } from '@strapi/types';
import type { Inspection, UnknownFile } from '../../../shared/contracts/files';
import { CERTIFICATE } from '../constants';
import { isLeftover, type Storage, type StoredFile } from '../storage/storage';
import { collectFindings } from './findings';

const BATCH = 1000;
const HOUR_MS = 60 * 60 * 1000;
const LEFTOVER_MS = 24 * HOUR_MS;

/**
 * Goes through every file and looks for the certificate that names it. What a crash left half-written is removed once it
 * is a day old; nothing else ever is, since the database may be the one that is wrong.
 */
export async function filesWithoutRows(
  strapi: Core.Strapi,
  storage: Storage,
  { now, signal }: { now: Date; signal: AbortSignal },
): Promise<Pick<Inspection, 'files' | 'unknownFiles' | 'removedLeftovers'>> {
  const unknown = collectFindings<UnknownFile>();
  let [files, removedLeftovers] = [0, 0];
  const ageOf = ({ modifiedAt }: StoredFile): number => now.getTime() - modifiedAt.getTime();

  async function namedAmong(batch: StoredFile[]): Promise<Set<string>> {
    const rows = await strapi.db.query(CERTIFICATE).findMany({
      where: { storageKey: { $in: batch.map(({ key }) => key) } },
      select: ['storageKey'],
    });
    return new Set(rows.map(({ storageKey }) => storageKey));
  }
  async function settle(batch: StoredFile[]): Promise<void> {
    signal.throwIfAborted();
    const named = await namedAmong(batch);
    for (const file of batch) {
      if (named.has(file.key)) continue;
      if (isLeftover(file.key)) {
        if (ageOf(file) < LEFTOVER_MS) continue;
        await storage.remove(file.key);
        removedLeftovers++;
        continue;
      }
      // The row of a young file may be in a transaction that is still open.
      if (ageOf(file) < HOUR_MS) continue;
      // It may have gone with its recipient since it was listed.
      if (!(await storage.look(file.key))) continue;
      unknown.add({ key: file.key, bytes: file.bytes, modifiedAt: file.modifiedAt.toISOString() });
    }
  }

  let batch: StoredFile[] = [];
  for await (const file of storage.list()) {
    files++;
    batch.push(file);
    if (batch.length < BATCH) continue;
    await settle(batch);
    batch = [];
  }
  await settle(batch);
  return { files, removedLeftovers, unknownFiles: unknown.found() };
}
