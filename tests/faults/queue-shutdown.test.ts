import { until } from '../integration/cms.ts';
import { addFaultRow } from './fault-table.ts';
import { readNotes, reckon } from './queue/notes.ts';
import { deed, makeQueueDatabase, type QueueDatabase, TASK } from './queue/start-queue.ts';

jest.setTimeout(300_000);

const STUBBORN = 'test/stubborn';
const SOON = { retryDelay: 1, retryDelayMax: 1 };
const tasks = { [TASK]: {}, [STUBBORN]: { policy: SOON } };

describe('a worker that is told to stop (P4)', () => {
  let database: QueueDatabase;
  const has =
    (note: string, what: string, count = 1) =>
    async () =>
      (await readNotes(database, { note, what })).length >= count;
  beforeEach(async () => {
    database = await makeQueueDatabase('lumino_queue_shutdown');
  });
  afterEach(() => database?.close());

  it('is gone within 30 s whatever runs, begins nothing new, and the next one does each job once', async () => {
    const enqueuer = await database.start({ tasks });
    const worker = await database.start({ work: true, drainSeconds: 25, tasks });
    await enqueuer.call('enqueue', STUBBORN, deed('stubborn', 'ignore the signal', 40_000));
    // What it enqueues as its last act must not be refused by a queue that is closing.
    await enqueuer.call('enqueue', TASK, deed('middle', 'enqueue another', 3_000));
    await until(
      'both run',
      async () => (await has('stubborn', 'begins')()) && (await has('middle', 'begins')()),
    );
    await enqueuer.call('enqueue', TASK, deed('waiting'));
    const told = Date.now();
    worker.signal('SIGTERM');
    expect(await worker.ended).toBe('0');
    const tookMs = Date.now() - told;
    expect(tookMs).toBeGreaterThan(24_000);
    expect(tookMs).toBeLessThan(30_000);
    const ends = (await readNotes(database, { what: 'ends' })).map(({ note }) => note);
    expect(ends).toEqual(['middle']);
    expect(await readNotes(database, { note: 'waiting' })).toEqual([]);
    expect(await readNotes(database, { note: 'stubborn', what: 'aborted' })).toHaveLength(1);

    await database.start({ work: true, tasks });
    await until('all is done', has('stubborn', 'ends'), 90);
    await enqueuer.call('drain');
    const all = ['stubborn', 'middle', 'middle-next', 'waiting'];
    expect(await reckon(database, all)).toEqual({ lost: [], twice: [] });
    addFaultRow({
      ...{ test: 'P4: SIGTERM in the middle', kills: 1, jobs: all.length, lost: 0, twice: 0 },
      recoveryMs: [tookMs],
    });
  });

  it('has not been killed by its work: told to stop six times in one job, it is no dead letter', async () => {
    const enqueuer = await database.start({ tasks });
    await enqueuer.call('enqueue', STUBBORN, deed('stubborn', 'ignore the signal', 600_000), {
      key: 'stubborn',
    });
    for (let round = 1; round <= 6; round++) {
      const worker = await database.start({ work: true, drainSeconds: 1, tasks });
      await until(`it has begun ${round} times`, has('stubborn', 'begins', round), 30);
      worker.signal('SIGTERM');
      expect(await worker.ended).toBe('0');
    }
    await database.start({ work: true, tasks });
    await until('it has begun once more', has('stubborn', 'begins', 7), 30);
    expect(await enqueuer.call('deadLetters')).toEqual([]);
    expect(await enqueuer.call('isLive', STUBBORN, 'stubborn')).toBe(true);
  });
});
