import type { Core } from '@strapi/types';
import type { DrawnAgainResponse, Inspection } from '../../../shared/contracts/files';
import type { Actor } from '../administration/audit';
import { CERTIFICATE, TASKS } from '../constants';
import type { Storage } from '../storage/storage';
import { drawAgain } from './draw-again';
import { filesWithoutRows } from './files-without-rows';
import { without } from './findings';
import { readAll, readSlice } from './reading';
import { rowsWithoutFiles } from './rows-without-files';

const STORE = { type: 'plugin', name: 'certificates', key: 'inspection' } as const;
/** Milliseconds; less than a day, so that it stays at the same time of day though the clock looks once an hour. */
const DUE_MS = 23.5 * 60 * 60 * 1000;
/** Whoever asks is not kept waiting for the one by the clock, nor taken for it. */
const KEYS = { asked: 'asked', byClock: 'by-clock' };

interface Kept {
  inspection: Inspection;
  readUpTo: number;
}

/** Compares the files of the storage with the certificates, both ways. */
export const createInspection = (strapi: Core.Strapi) => {
  const plugin = () => strapi.plugin('certificates');
  const queue = () => strapi.plugin('jobs').service('queue');
  const kept = async (): Promise<Kept | null> => (await strapi.store.get(STORE)) as Kept | null;
  const keep = (value: Kept): Promise<unknown> => strapi.store.set({ ...STORE, value });
  const isDue = (before: Kept | null, now: Date): boolean =>
    !before || now.getTime() - Date.parse(before.inspection.startedAt) >= DUE_MS;

  function warn({ unknownFiles, missingFiles, alteredFiles }: Inspection): void {
    if (unknownFiles.count + missingFiles.count + alteredFiles.count === 0) return;
    strapi.log.warn(
      `certificates: files without a certificate: ${unknownFiles.count}, missing: ${missingFiles.count}, altered: ${alteredFiles.count}; which ones is in the settings, under Files`,
    );
  }

  return {
    /** As it came out last; null before the first time. */
    last: async (): Promise<Inspection | null> => (await kept())?.inspection ?? null,

    async isRunning(): Promise<boolean> {
      const live = await Promise.all(
        Object.values(KEYS).map((key) => queue().isLive(TASKS.inspectFiles, key)),
      );
      return live.some(Boolean);
    },

    /** As a job of the worker, and every file is read. */
    async start(): Promise<void> {
      await queue().enqueue(TASKS.inspectFiles, { thorough: true }, { key: KEYS.asked, priority: 10 });
    },

    /** What the clock runs: once a day one of the workers inspects. */
    async startIfDue(now = new Date()): Promise<void> {
      if (isDue(await kept(), now))
        await queue().enqueue(TASKS.inspectFiles, { thorough: false }, { key: KEYS.byClock, priority: -10 });
    },

    /** @returns null where another worker has just inspected by the clock. */
    async work(thorough: boolean, signal: AbortSignal): Promise<Inspection | null> {
      return thorough || isDue(await kept(), new Date()) ? this.run({ thorough, signal }) : null;
    },

    /**
     * Inspects, keeps what came out, and warns in the log, with counts alone. Takes the same memory for any number of files.
     *
     * @param thorough reads every file; else a thirtieth of them, in turn, and slowly
     */
    async run({
      thorough,
      signal = new AbortController().signal,
      now = new Date(),
    }: {
      thorough: boolean;
      signal?: AbortSignal;
      now?: Date;
    }): Promise<Inspection> {
      const storage: Storage = plugin().service('storage');
      const before = await kept();
      const reading = thorough
        ? readAll()
        : readSlice({
            total: await strapi.db.query(CERTIFICATE).count({ where: { storageKey: { $notNull: true } } }),
            after: before?.readUpTo ?? 0,
            altered: new Set(
              before?.inspection.alteredFiles.listed.map(({ certificateId }) => certificateId),
            ),
          });
      const startedAt = now.toISOString();
      const files = await filesWithoutRows(strapi, storage, { now, signal });
      const rows = await rowsWithoutFiles(strapi, storage, { reading, signal });
      const inspection: Inspection = { startedAt, endedAt: new Date().toISOString(), ...files, ...rows };
      await keep({ inspection, readUpTo: thorough ? (before?.readUpTo ?? 0) : reading.readUpTo() });
      warn(inspection);
      return inspection;
    },

    /** As `drawAgain`; and what is mended is no finding any more. */
    async drawAgain(actor: Actor, documentId: string): Promise<DrawnAgainResponse['data']['outcome']> {
      const outcome = await drawAgain(strapi, actor, documentId);
      const before = await kept();
      if (before) {
        const isIt = ({ certificateId }: { certificateId: string }) => certificateId === documentId;
        const { missingFiles, alteredFiles } = before.inspection;
        await keep({
          ...before,
          inspection: {
            ...before.inspection,
            missingFiles: without(missingFiles, isIt),
            alteredFiles: without(alteredFiles, isIt),
          },
        });
      }
      return outcome;
    },
  };
};

export type InspectionService = ReturnType<typeof createInspection>;
