import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { until } from '../integration/cms.ts';
import { addFaultRow } from './fault-table.ts';
import { readNotes, reckon, seconds } from './queue/notes.ts';
import { deed, makeQueueDatabase, type QueueDatabase, type QueueProcess, TASK } from './queue/start-queue.ts';

jest.setTimeout(200_000);

const HOUR = 3_600_000;
const preload = pathToFileURL(path.join(__dirname, 'queue', 'shift-clock.mjs')).href;
const tasks = { [TASK]: {} };

describe('a clock that jumps (P4 f)', () => {
  let database: QueueDatabase;
  beforeEach(async () => {
    database = await makeQueueDatabase('lumino_queue_clock');
  });
  afterEach(() => database?.close());

  const begins = (note: string) => readNotes(database, { note, what: 'begins' });
  const jump = async (one: QueueProcess) => {
    one.signal('SIGUSR2');
    await seconds(0.5);
    return (await one.call<number>('now')) - Date.now();
  };

  it.each([
    ['an hour ahead', HOUR],
    ['an hour back', -HOUR],
  ])('%s, in worker and enqueuer: nothing is given up, forgotten, or done too early', async (_what, by) => {
    const options = { preload, environment: { CLOCK_JUMP_MS: String(by) } };
    const enqueuer = await database.start({ tasks }, options);
    const worker = await database.start({ work: true, tasks }, options);
    // Its expiry, its heartbeat and its colleague's supervision all look at a clock.
    const colleague = await database.start({ work: true, tasks });
    await enqueuer.call('enqueue', TASK, deed('long', 'wait', 25_000));
    await enqueuer.call('enqueue', TASK, deed('long-too', 'wait', 25_000));
    await enqueuer.call('enqueue', TASK, deed('in-an-hour'), { delaySeconds: 3600 });
    await until('both run', async () => (await begins('long%')).length === 2);
    expect(Math.abs((await jump(worker)) - by)).toBeLessThan(5_000);
    expect(Math.abs((await jump(enqueuer)) - by)).toBeLessThan(5_000);

    await until(
      'both are done',
      async () => (await readNotes(database, { note: 'long%', what: 'ends' })).length === 2,
    );
    expect(await begins('long%')).toHaveLength(2);
    expect(await readNotes(database, { what: 'aborted' })).toEqual([]);
    const asked = Date.now();
    await enqueuer.call('enqueue', TASK, deed('now'));
    await enqueuer.call('enqueue', TASK, deed('soon'), { delaySeconds: 4 });
    await until(
      'what came after is done',
      async () => (await reckon(database, ['now', 'soon'])).lost.length === 0,
      20,
    );
    const [soon] = await begins('soon');
    expect((soon?.at.getTime() as number) - asked).toBeGreaterThan(3_500);
    expect(await begins('in-an-hour')).toEqual([]);
    expect(await enqueuer.call('workers')).toMatchObject([{ pid: worker.pid }, { pid: colleague.pid }]);
    addFaultRow({ test: `P4 f: ${_what}`, kills: 0, jobs: 4, lost: 0, twice: 0 });
  });

  it('in the database itself it costs a try, which shows that the clock is the one of the database: the control', async () => {
    const enqueuer = await database.start({ tasks });
    await database.start({ work: true, tasks });
    await enqueuer.call('enqueue', TASK, deed('long', 'wait', 25_000));
    await until('it runs', async () => (await begins('long')).length === 1);
    await database.sql(
      `create or replace function pgboss.job_now() returns timestamptz language sql stable as
       $$ select pg_catalog.now() + interval '1 hour' $$`,
    );
    await until('it has begun once more', async () => (await begins('long')).length === 2, 60);
    // And even so it is done.
    await until('it is done', async () => (await reckon(database, ['long'])).lost.length === 0, 60);
  });
});
