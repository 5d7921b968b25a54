import { z } from 'zod';

/** Name of the last entry of an archive: what the others are, with their hashes. An archive without it was cut off. */
export const MANIFEST = 'manifest.json';
export const SETTINGS = 'settings.json';
export const SIGNATURE = 'keys/signature.p12';

export const Manifest = z.object({
  format: z.literal(1),
  lumino: z.string(),
  /** When the snapshot of the database was taken: what was written later is not in the backup. */
  takenAt: z.iso.datetime(),
  database: z.object({ by: z.enum(['pg_dump', 'own']), serverMajor: z.number().int() }),
  /** What was in the snapshot, to be counted again after a restore. */
  counts: z.record(z.string(), z.number().int()),
  /** Of each other entry, in hexadecimal. */
  sha256: z.record(z.string(), z.string().length(64)),
});
export type Manifest = z.infer<typeof Manifest>;

/** What is counted, in the database's own names; a table that is not there counts nothing. */
export const COUNTED = {
  people: 'up_users',
  modules: 'modules',
  lessons: 'lessons',
  enrollments: 'enrollments',
  marks: 'grades',
  certificates: 'certificates',
  mails: 'deliveries',
} as const;
