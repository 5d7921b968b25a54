import { until } from '../integration/cms.ts';
import { addFaultRow } from './fault-table.ts';
import { named, readNotes, reckon } from './queue/notes.ts';
import { deed, makeQueueDatabase, type QueueDatabase, TASK } from './queue/start-queue.ts';

// Each death is noticed after ten to fifteen seconds.
jest.setTimeout(400_000);

const OTHER = 'test/other';
const SOON = { retryDelay: 1, retryDelayMax: 1 };
const tasks = { [TASK]: { policy: SOON, concurrency: 3 }, [OTHER]: { policy: SOON } };

/** A worker that is started again whenever it dies, as every supervisor does. @returns stops it, and counts the deaths. */
function supervise(database: QueueDatabase): () => Promise<number> {
  let stopped = false;
  let deaths = 0;
  let current: Awaited<ReturnType<QueueDatabase['start']>> | null = null;
  const running = (async () => {
    while (!stopped) {
      // One that dies while it starts has not said that it is ready.
      current = await database.start({ work: true, tasks }).catch(() => null);
      if ((await current?.ended) !== '0') deaths++;
    }
  })();
  return async () => {
    stopped = true;
    current?.signal('SIGTERM');
    await running;
    return deaths;
  };
}

describe('a job that kills its process (P4 d)', () => {
  let database: QueueDatabase;
  let control: QueueDatabase;
  beforeAll(async () => {
    database = await makeQueueDatabase('lumino_queue_killer');
    control = await makeQueueDatabase('lumino_queue_killer_control');
  });
  afterAll(async () => {
    await database?.close();
    await control?.close();
  });

  it('is a dead letter after five tries and stops no other; without our count it is tried on and on', async () => {
    const others = named('other', 20);
    for (const one of [database, control]) {
      const enqueuer = await one.start({ tasks });
      await enqueuer.call('enqueue', TASK, deed('killer', 'kill', 300), { key: 'killer' });
      for (const note of others) await enqueuer.call('enqueue', TASK, deed(note, 'wait', 200));
      await enqueuer.call('enqueue', OTHER, deed('other-task'));
      // It throws as often as the killer starts, and more.
      await enqueuer.call('enqueue', OTHER, deed('thrower', 'throw'));
    }
    // The control: every try counts as the first one.
    await control.sql(`
      create function forget() returns trigger language plpgsql as $$ begin new.count := 1; return new; end $$`);
    await control.sql(
      'create trigger forget before insert or update on pgboss.jobs_unended for each row execute function forget()',
    );
    const supervisors = [supervise(database), supervise(control)];
    const begun = async (one: QueueDatabase) =>
      (await readNotes(one, { note: 'killer', what: 'begins' })).length;

    await until(
      'its task is told',
      async () => (await readNotes(database, { note: 'killer', what: 'dead:%' })).length > 0,
      240,
    );
    await until('the control has begun it more often', async () => (await begun(control)) > 6, 120);
    const [deaths] = await Promise.all(supervisors.map((stop) => stop()));

    expect(await begun(database)).toBe(5);
    expect(deaths).toBe(5);
    const enqueuer = await database.start({ tasks });
    const letters = await enqueuer.call<{ task: string; reason: string; tries: number }[]>('deadLetters');
    expect(letters).toMatchObject([{ task: TASK, key: 'killer', tries: 6 }]);
    expect(letters[0]?.reason).toContain('kill its process');
    expect(await reckon(database, [...others, 'other-task'])).toMatchObject({ lost: [] });
    // Whoever merely throws keeps its retries.
    expect(await enqueuer.call('isDead', OTHER, 'thrower')).toBe(false);
    expect((await readNotes(database, { note: 'thrower', what: 'begins' })).length).toBeGreaterThan(6);
    expect(await (await control.start({ tasks })).call('deadLetters')).toEqual([]);

    const { twice } = await reckon(database, others);
    addFaultRow({
      test: 'P4 d: a job that kills its process',
      kills: deaths,
      jobs: 23,
      lost: 0,
      twice: twice.length,
    });
  });
});
