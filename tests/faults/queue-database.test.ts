import { until } from '../integration/cms.ts';
import { addFaultRow } from './fault-table.ts';
import { named, reckon, readNotes, seconds } from './queue/notes.ts';
import { type OwnPostgres, startOwnPostgres } from './queue/own-postgres.ts';
import { deed, makeQueueDatabase, type QueueDatabase, type QueueProcess, TASK } from './queue/start-queue.ts';

jest.setTimeout(400_000);

const ONCE = 'test/once';
const JOBS = 60;

describe('a database that goes away (P4 e)', () => {
  let postgres: OwnPostgres;
  let database: QueueDatabase;
  let enqueuer: QueueProcess;
  let worker: QueueProcess;
  // The control: who does not try again loses what was in hand.
  const tasks = { [TASK]: { concurrency: 2 }, [ONCE]: { policy: { retryLimit: 0 }, concurrency: 2 } };
  const enqueue = async (notes: string[], task = TASK) => {
    for (const note of notes) await enqueuer.call('enqueue', task, deed(note, 'query', 300));
  };
  /** Waits until all is done. @returns for each, how long after the fault it was. */
  const recovered = async (notes: string[], since: number): Promise<number[]> => {
    await until('all is done', async () => (await reckon(database, notes)).lost.length === 0, 200);
    return (await readNotes(database, { what: 'ends' }))
      .filter(({ note, at }) => notes.includes(note) && at.getTime() > since)
      .map(({ at }) => at.getTime() - since);
  };

  beforeAll(async () => {
    postgres = await startOwnPostgres();
    database = await makeQueueDatabase('lumino_queue_database', postgres.url);
    enqueuer = await database.start({ tasks });
    worker = await database.start({ work: true, tasks });
  });
  afterAll(async () => {
    await database?.close();
    await postgres?.close();
  });

  it('all connections ended again and again: nothing is lost, and the worker goes on by itself', async () => {
    const [notes, once] = [named('cut', JOBS), named('once', JOBS / 2)];
    await enqueue(notes);
    await enqueue(once, ONCE);
    let ended = 0;
    for (let round = 0; round < 5; round++) {
      await seconds(1);
      const rows = await database.sql(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      );
      ended += rows.length;
    }
    const recoveryMs = await recovered(notes, Date.now());
    expect(ended).toBeGreaterThan(10);
    expect(await enqueuer.call('isDead', TASK, 'cut-0')).toBe(false);
    const letters = await enqueuer.call<{ task: string }[]>('deadLetters');
    expect(letters.filter(({ task }) => task === TASK)).toEqual([]);
    expect(letters.filter(({ task }) => task === ONCE).length).toBeGreaterThan(0);
    const { twice } = await reckon(database, notes);
    addFaultRow({
      ...{ test: 'P4 e: every connection ended, five times', kills: ended, jobs: JOBS, lost: 0 },
      ...{ twice: twice.length, recoveryMs },
    });
  });

  it('PostgreSQL stopped for five seconds: nothing is lost, and both processes go on by themselves', async () => {
    const notes = named('restart', JOBS);
    await enqueue(notes);
    await seconds(2);
    await postgres.stop();
    const refused = enqueuer.call('enqueue', TASK, deed('refused'));
    await expect(refused).rejects.toThrow();
    await seconds(5);
    await postgres.start();
    const recoveryMs = await recovered(notes, Date.now());
    await enqueue(['after']);
    await recovered(['after'], Date.now());
    const { twice } = await reckon(database, notes);
    addFaultRow({
      ...{ test: 'P4 e: PostgreSQL restarted', kills: 1, jobs: JOBS, lost: 0, twice: twice.length },
      recoveryMs,
    });
  });

  it('PostgreSQL that does not answer keeps no worker from ending', async () => {
    await enqueue(['frozen']);
    const pids = postgres.pids();
    const told = Date.now();
    try {
      for (const pid of pids) process.kill(pid, 'SIGSTOP');
      worker.signal('SIGTERM');
      await worker.ended;
      expect(Date.now() - told).toBeLessThan((5 + 5) * 1000);
    } finally {
      for (const pid of pids.reverse()) process.kill(pid, 'SIGCONT');
    }
    await database.start({ work: true, tasks });
    await recovered(['frozen'], told);
  });
});
