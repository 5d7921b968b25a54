import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { until } from '../integration/cms.ts';
import { openCrashScene, type CrashScene } from './crash-scene.ts';
import { addFaultRow } from './fault-table.ts';
import { startIssuer, startWorker } from './processes.ts';

// Every case starts processes of Strapi, on a machine that may be busy.
jest.setTimeout(300_000);

/** Longer than the real thing takes; what is not done by then waits for a queue that nobody looks after. */
const PATIENCE_MS = 45_000;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

let scene: CrashScene;
beforeAll(async () => {
  scene = await openCrashScene('lumino_crash_controls');
});
afterAll(() => scene?.close());

const jobsOf = (documentId: string) =>
  scene.rows("select from pgboss.job where name = 'certificates/render' and singleton_key = $1", [
    documentId,
  ]);

/** Something that happens to every row of a table that is written. @returns takes it away. */
async function meddle(table: string, body: string): Promise<() => Promise<unknown>> {
  await scene.rows(
    `create function public.meddle() returns trigger language plpgsql as $$ begin ${body} return new; end $$`,
  );
  await scene.rows(
    `create trigger meddle before insert or update on ${table} for each row execute function public.meddle()`,
  );
  return () => scene.rows(`drop trigger meddle on ${table}; drop function public.meddle()`);
}

const control = (what: string, seen: { lost?: number; twice?: number }) =>
  addFaultRow({ test: `P1 control: ${what}`, kills: 1, jobs: 1, ...seen });

describe('without its safeguards a certificate is lost, halved or mailed again (P1, controls)', () => {
  it('without transactions a crash in a request leaves a certificate that no job knows, and without the clock nobody finds it', async () => {
    const [recipientKey = ''] = await scene.issuer.enrol(['control-transactions']);
    const dying = await startIssuer(scene.name, scene.killingWithout('between', 'transactions'));
    await expect(dying.issue(recipientKey, Date.now())).rejects.toThrow('ended');
    const [certificate] = await scene.certificatesOf(recipientKey);
    expect(await jobsOf(certificate.document_id)).toEqual([]);

    const worker = await startWorker(scene.name, scene.without('clock'));
    await pause(PATIENCE_MS);
    expect(await scene.isDelivered(recipientKey)).toBe(false);
    await worker.stop();
    control('no transaction, no reconciler', { lost: 1 });

    // The second safeguard alone is enough.
    expect(await scene.recover(recipientKey, Date.now())).toMatchObject({ certificates: 1, copies: 1 });
  });

  it('with transactions the same crash leaves nothing', async () => {
    const [recipientKey = ''] = await scene.issuer.enrol(['control-of-the-control']);
    const dying = await startIssuer(scene.name, scene.killing('between'));
    await expect(dying.issue(recipientKey, Date.now())).rejects.toThrow('ended');
    expect(await scene.certificatesOf(recipientKey)).toEqual([]);
  });

  it('without heartbeats a dead worker’s job belongs to it for a quarter of an hour', async () => {
    const mend = await meddle('pgboss.job', 'new.heartbeat_seconds := null;');
    const { recipientKey } = await scene.killWorker('control-heartbeat', scene.killing('K3'));
    await mend();
    const worker = await startWorker(scene.name, scene.settings);
    await pause(PATIENCE_MS);
    expect(await scene.isDelivered(recipientKey)).toBe(false);
    control('no heartbeat', { lost: 1 });

    await scene.rows(
      `update pgboss.job set heartbeat_seconds = 10, heartbeat_on = now() - interval '1 minute' where state = 'active'`,
    );
    await until('it is mailed', () => scene.isDelivered(recipientKey), 60);
    await worker.stop();
  });

  it('without a rename half of a file stands under the certificate’s name', async () => {
    const { recipientKey, since } = await scene.killWorker('control-rename', scene.without('rename'));
    const [certificate] = await scene.certificatesOf(recipientKey);
    const files = scene.filesOf(certificate.document_id);
    expect(files).toHaveLength(1);
    const half = readFileSync(path.join(scene.folder, files[0] as string));
    control('no rename', { lost: 1 });

    const end = await scene.recover(recipientKey, since);
    const [{ sha_256 }] = await scene.certificatesOf(recipientKey);
    expect(createHash('sha256').update(half).digest('hex')).not.toBe(sha_256);
    expect(end.hashHolds).toBe(true);
  });

  it('without the row’s memory a mail is sent again and again', async () => {
    const mend = await meddle(
      'deliveries',
      'if new.sent_at is not null then new.sent_at := null; new.next_attempt_at := now(); end if;',
    );
    const [recipientKey = ''] = await scene.issuer.enrol(['control-memory']);
    const worker = await startWorker(scene.name, scene.settings);
    await scene.issuer.issue(recipientKey, Date.now());
    const messageId = async (): Promise<string> => {
      const [certificate] = await scene.certificatesOf(recipientKey);
      const [mail] = await scene.rows('select message_id from deliveries where about = $1', [
        certificate.document_id,
      ]);
      return mail?.message_id ?? '';
    };
    await until(
      'it is mailed three times',
      async () => (scene.sink.kept.get(await messageId()) ?? 0) > 2,
      90,
    );
    await mend();
    await worker.stop();
    control('no memory of what was sent', { lost: 0, twice: 1 });
  });
});
