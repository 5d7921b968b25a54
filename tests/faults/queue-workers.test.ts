import { until } from '../integration/cms.ts';
import { addFaultRow } from './fault-table.ts';
import { named, readNotes, reckon, seconds } from './queue/notes.ts';
import { deed, makeQueueDatabase, type QueueDatabase, TASK } from './queue/start-queue.ts';

jest.setTimeout(300_000);

const SOON = { retryDelay: 1, retryDelayMax: 1 };
const tasks = { [TASK]: { policy: SOON } };
const STOPPED_SECONDS = 60;
const WORK_MS = 70_000;

/** A worker begins a job and is stopped for a minute; another one begins it meanwhile, and is at it when the first wakes. */
async function stopOneInTheMiddle(database: QueueDatabase) {
  const enqueuer = await database.start({ tasks });
  await enqueuer.call('enqueue', TASK, deed('long', 'ignore the signal', WORK_MS), { key: 'long' });
  const first = await database.start({ work: true, tasks });
  const begun = (count: number) => async () =>
    (await readNotes(database, { note: 'long', what: 'begins' })).length === count;
  await until('the first has begun', begun(1));
  first.signal('SIGSTOP');
  const stopped = Date.now();
  const second = await database.start({ work: true, tasks });
  await until('the second has begun', begun(2), 40);
  const recoveryMs = Date.now() - stopped;
  await seconds(STOPPED_SECONDS - recoveryMs / 1000);
  first.signal('SIGCONT');
  await until(
    'the second is done',
    async () =>
      (await readNotes(database, { note: 'long', what: 'ends' })).some(({ pid }) => pid === second.pid),
    120,
  );
  await seconds(2);
  const notes = await readNotes(database, { note: 'long' });
  const [row] = await database.sql<{ state: string; at: Date }>(
    `select state::text, completed_on as at from pgboss.job where name = '${TASK}'`,
  );
  const endOf = (pid: number) =>
    notes.find((note) => note.pid === pid && note.what === 'ends')?.at.getTime() as number;
  return {
    attempts: notes.filter(({ what }) => what === 'begins').map(({ attempt }) => attempt),
    late: endOf(first.pid),
    end: endOf(second.pid),
    state: row?.state,
    settled: row?.at.getTime() as number,
    recoveryMs,
  };
}

describe('two workers (P4 c)', () => {
  let database: QueueDatabase;
  let control: QueueDatabase;
  beforeEach(async () => {
    database = await makeQueueDatabase('lumino_queue_workers');
    control = await makeQueueDatabase('lumino_queue_workers_control');
  });
  afterEach(async () => {
    await database?.close();
    await control?.close();
  });

  it('never run the same try, and each job is done once', async () => {
    const notes = named('many', 200);
    const wide = { [TASK]: { concurrency: 5 } };
    const enqueuer = await database.start({ tasks: wide });
    for (const note of notes) await enqueuer.call('enqueue', TASK, deed(note, 'wait', 20));
    await Promise.all([1, 2].map(() => database.start({ work: true, tasks: wide })));
    await enqueuer.call('drain');
    const begun = await readNotes(database, { what: 'begins' });
    expect(new Set(begun.map(({ note, attempt }) => `${note} ${attempt}`)).size).toBe(begun.length);
    expect(new Set(begun.map(({ pid }) => pid)).size).toBe(2);
    expect(await reckon(database, notes)).toEqual({ lost: [], twice: [] });
    addFaultRow({ test: 'P4 c: two workers, one queue', kills: 0, jobs: 200, lost: 0, twice: 0 });
  });

  it('one that was stopped for a minute cannot settle what another is doing; without the number of the try it can', async () => {
    // The control: pg-boss's tables no longer number the tries.
    const opener = await control.start({ tasks });
    await control.sql(`
      create function forget() returns trigger language plpgsql as $$ begin new.retry_count := 0; return new; end $$`);
    await control.sql(
      'create trigger forget before update on pgboss.job for each row execute function forget()',
    );
    opener.signal('SIGKILL');
    const [real, without] = await Promise.all([stopOneInTheMiddle(database), stopOneInTheMiddle(control)]);

    expect(real.attempts).toEqual([1, 2]);
    expect(real.late).toBeLessThan(real.end);
    expect(real.state).toBe('completed');
    expect(real.settled).toBeGreaterThanOrEqual(real.end);

    expect(without.attempts).toEqual([1, 1]);
    expect(without.settled).toBeLessThan(without.end);
    addFaultRow({
      ...{ test: 'P4 c: a worker stopped for 60 s and woken', kills: 1, jobs: 1, lost: 0 },
      recoveryMs: [real.recoveryMs],
    });
  });
});
