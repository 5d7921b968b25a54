import { createRequire } from 'node:module';
import path from 'node:path';
import type { Snapshot } from '../../../plugins/certificates/shared/snapshot.ts';
import { ROOT } from '../../paths.ts';

/** The services of the built plugins that a benchmark asks. */
export interface Threads {
  add(name: string, file: string, workerData: object, resourceLimits: object): Promise<void>;
  ask<Answer>(name: string, question: object): Promise<Answer>;
  stop(): Promise<void>;
}
interface Signing {
  prepare(): Promise<void>;
  pdf(pdf: Uint8Array, facts: { issuedAt: Date; serial: string }): Promise<Uint8Array>;
}
interface Credentials {
  ofCertificate(documentId: string): Promise<string>;
}

const load = (plugin: string) => {
  const loaded = createRequire(import.meta.url)(bundleOf(plugin));
  return loaded.default ?? loaded;
};
const bundleOf = (plugin: string): string => path.join(ROOT, 'plugins', plugin, 'dist', 'server', 'index.js');

/** What the renderer's thread runs. */
export const RENDERER_FILE = path.join(ROOT, 'plugins', 'certificates', 'dist', 'renderer', 'index.js');

/** The jobs plugin's threads, as it was built. */
export const threadsAlone = (): Threads => load('jobs').services.threads({ strapi: { log: console } });

type Row = Record<string, unknown>;

const matches = (row: Row, where: Row): boolean =>
  Object.entries(where).every(([name, wanted]) => {
    if (wanted === null) return (row[name] ?? null) === null;
    // The one operator these services use is $notNull.
    if (typeof wanted === 'object') return (row[name] ?? null) !== null;
    return row[name] === wanted;
  });

/** A table of rows in memory. */
function tableOf(rows: Row[]) {
  return {
    findOne: async ({ where }: { where: Row }) => rows.find((row) => matches(row, where)) ?? null,
    findMany: async ({ where }: { where: Row }) => rows.filter((row) => matches(row, where)),
    create: async ({ data }: { data: Row }) => void rows.push(data),
    updateMany: async ({ where, data }: { where: Row; data: Row }) => {
      const found = rows.filter((row) => matches(row, where));
      for (const row of found) Object.assign(row, data);
      return { count: found.length };
    },
  };
}

export interface Proofs {
  sign: Signing['pdf'];
  credential(snapshot: Snapshot, index: number): Promise<string>;
}

/**
 * Signatures and credentials by the certificates plugin as it was built, with a Strapi that has nothing but rows in
 * memory: the real work, without a database's time and memory.
 */
export async function proofsAlone(): Promise<Proofs> {
  const certificates: Row[] = [];
  const tables: Record<string, Row[]> = { 'plugin::certificates.certificate': certificates };
  const services: { signing?: Signing; credentials?: Credentials } = {};
  const strapi = {
    config: { get: () => ({ siteUrl: 'https://school.example', storage: { directory: 'nowhere' } }) },
    plugin: () => ({ service: (name: keyof typeof services) => services[name] }),
    // Keys lie in memory: nothing has to be kept from anybody.
    service: () => ({ encrypt: (secret: string) => secret, decrypt: (sealed: string) => sealed }),
    db: {
      query: (uid: string) => tableOf((tables[uid] ??= [])),
      transaction: (work: (context: object) => Promise<unknown>) => work({ trx: { raw: async () => {} } }),
    },
  };
  const plugin = load('certificates');
  const signing: Signing = (services.signing = plugin.services.signing({ strapi }));
  const credentials: Credentials = plugin.services.credentials({ strapi });
  await signing.prepare();
  return {
    sign: signing.pdf,
    async credential(snapshot, index) {
      const documentId = `certificate-${index}`;
      const row = { id: index + 1, documentId, recipientKey: 'somebody', snapshot };
      certificates.push({ ...row, statusIndex: index, credential: null });
      const credential = await credentials.ofCertificate(documentId);
      // Rows that stay would fill the memory that is measured.
      certificates.splice(
        certificates.findIndex((one) => one.documentId === documentId),
        1,
      );
      return credential;
    },
  };
}
